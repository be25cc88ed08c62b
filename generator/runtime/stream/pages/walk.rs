//! From page to page.

use std::future::poll_fn;
use std::task::{Context, Poll, ready};

use super::Paging;
use super::next::Position;
use crate::runtime::stream::unfold::{Step, Unfold};
use crate::runtime::{Call, Error, ErrorKind, Json, Operation, Result, send};

/// How many pages are read, unless somebody says otherwise.
const MOST_PAGES: u32 = 10_000;

/// What is read of each page.
pub(super) struct Walk<T> {
    /// The state is the error that ends the pages, where it is known already.
    pages: Unfold<Result<Position>, Result<T>>,
    pub(super) operation: &'static Operation,
    most: u32,
    /// How many there were.
    pub(super) count: u32,
}

impl<T: Json + 'static> Walk<T> {
    /// Reads what a pointer leads to.
    pub(super) fn new(call: Call, paging: &'static Paging, part: &'static str) -> Self {
        Self {
            operation: call.operation,
            pages: Unfold::new(Ok(Position::new(call, paging, part)), page),
            most: MOST_PAGES,
            count: 0,
        }
    }
}

/// Sends for a page.
fn page<T: Json + 'static>(position: Result<Position>) -> Step<Result<Position>, Result<T>> {
    Box::pin(async move {
        let outcome = match position {
            Ok(position) => match send::complete(position.call.clone()).await {
                Ok(answer) => position.read(answer, T::read),
                Err(error) => Err(error),
            },
            Err(error) => Err(error),
        };
        Some(match outcome {
            Ok((page, next)) => (Ok(page), next),
            Err(error) => (Err(error), None),
        })
    })
}

impl<T> Walk<T> {
    pub(super) fn up_to(self, most: u32) -> Self {
        Self { most, ..self }
    }

    pub(super) async fn next(&mut self) -> Option<Result<T>> {
        poll_fn(|context| self.poll(context)).await
    }

    pub(super) fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T>>> {
        if self.count >= self.most && !self.pages.is_over() {
            self.pages.end();
            let error = Error::new(ErrorKind::Pages).with_detail(format!("more than {} pages", self.most));
            return Poll::Ready(Some(Err(error.of(self.operation, 0))));
        }
        let page = ready!(self.pages.poll(context));
        if let Some(Ok(_)) = page {
            self.count += 1;
        }
        Poll::Ready(page)
    }
}

//! The items of all pages.

use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::{fmt, vec};

use futures_core::Stream;

use super::Paging;
use super::walk::Walk;
use crate::runtime::{Call, Json, Result};

/// The items of all pages of an answer, one after the other: a [`Stream`].
///
/// Each page is a call of its own, with the retries and timeouts of the request, and is asked for when the items of the one
/// before it are used up. An error is the last item.
#[must_use = "nothing is sent until an item is asked for"]
pub struct Items<T> {
    walk: Walk<Vec<T>>,
    /// Of the page that is there.
    rest: vec::IntoIter<T>,
}

/// Items are taken out by value, and never pinned.
impl<T> Unpin for Items<T> {}

impl Call {
    /// The items of all pages of the answer.
    pub fn items<T: Json + 'static>(self, paging: &'static Paging) -> Items<T> {
        Items {
            walk: Walk::new(self, paging, paging.items.unwrap_or_default()),
            rest: Vec::new().into_iter(),
        }
    }
}

impl<T> Items<T> {
    /// How many pages are read at most. 10,000 by default. Where there is another one after the last of them, an `Err` of the
    /// kind [`Pages`](crate::ErrorKind::Pages) says so.
    pub fn max_pages(self, most: u32) -> Self {
        Self {
            walk: self.walk.up_to(most),
            ..self
        }
    }

    /// The next item; `None` at the end.
    pub async fn next(&mut self) -> Option<Result<T>> {
        poll_fn(|context| self.poll(context)).await
    }

    next_blocking!(T);

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T>>> {
        loop {
            if let Some(item) = self.rest.next() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(self.walk.poll(context)) {
                Some(Ok(items)) => self.rest = items.into_iter(),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

impl<T> Stream for Items<T> {
    type Item = Result<T>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll(context)
    }
}

/// Without what came: it can hold secrets.
impl<T> fmt::Debug for Items<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Items")
            .field("operation", &self.walk.operation.id)
            .field("pages", &self.walk.count)
            .finish_non_exhaustive()
    }
}

//! Answers in pages.

mod items;
mod link;
mod next;
mod paging;
mod pointer;
mod walk;

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;

pub use self::items::Items;
pub use self::paging::Paging;
use self::walk::Walk;
use crate::runtime::{Call, Json, Result};

/// The pages of an answer, one after the other: a [`Stream`].
///
/// Each page is a call of its own, with the retries and timeouts of the request, and is asked for when it is wanted. An error
/// is the last item.
#[must_use = "nothing is sent until a page is asked for"]
pub struct Pages<T> {
    walk: Walk<T>,
}

impl Call {
    /// The pages of the answer.
    pub fn pages<T: Json + 'static>(self, paging: &'static Paging) -> Pages<T> {
        Pages {
            walk: Walk::new(self, paging, ""),
        }
    }
}

impl<T> Pages<T> {
    /// How many pages are read at most. 10,000 by default. Where there is another one after the last of them, an `Err` of the
    /// kind [`Pages`](crate::ErrorKind::Pages) says so.
    pub fn max_pages(self, most: u32) -> Self {
        Self {
            walk: self.walk.up_to(most),
        }
    }

    /// The next page; `None` at the end.
    pub async fn next(&mut self) -> Option<Result<T>> {
        self.walk.next().await
    }

    next_blocking!(T);
}

impl<T> Stream for Pages<T> {
    type Item = Result<T>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().walk.poll(context)
    }
}

/// Without what came: it can hold secrets.
impl<T> fmt::Debug for Pages<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Pages")
            .field("operation", &self.walk.operation.id)
            .field("pages", &self.walk.count)
            .finish_non_exhaustive()
    }
}

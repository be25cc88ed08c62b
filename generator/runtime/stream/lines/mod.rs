//! JSON values one after the other: JSON lines, and JSON text sequences (RFC 7464).

mod splitter;

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;

use self::splitter::Splitter;
use super::frames::Frames;
use super::unfold::{Step, Unfold};
use crate::runtime::head::{Head, head_accessors};
use crate::runtime::{Call, Json, Result, from_slice};

/// The values of an answer as they come, one in each line: a [`Stream`].
///
/// A line that cannot be read is an `Err` of the kind [`Decode`](crate::ErrorKind::Decode), and the next one comes after it;
/// every other error is the last item. Each piece has to come within the time of an attempt. An empty line is no value.
pub struct Lines<T> {
    head: Head,
    values: Unfold<Source, Result<T>>,
}

/// Where values come from.
struct Source {
    frames: Frames,
    splitter: Splitter,
}

impl Call {
    /// Sends the request; the answer is JSON values one after the other.
    ///
    /// # Errors
    ///
    /// Every kind but those of reading values.
    pub async fn lines<T: Json + 'static>(self) -> Result<Lines<T>> {
        let frames = Frames::open(self, |media_type| media_type == "text/html").await?;
        Ok(Lines {
            head: frames.response.head.clone(),
            values: Unfold::new(
                Source {
                    frames,
                    splitter: Splitter::default(),
                },
                value,
            ),
        })
    }
}

fn value<T: Json + 'static>(mut source: Source) -> Step<Source, Result<T>> {
    Box::pin(async move {
        loop {
            let Source { frames, splitter } = &mut source;
            let text = match splitter.next(&mut frames.chunk, frames.response.max_size) {
                Ok(None) => match frames.more().await {
                    Ok(true) => continue,
                    Ok(false) => splitter.rest()?,
                    Err(error) => return Some((Err(error), None)),
                },
                Ok(Some(text)) => text,
                Err(_) => return Some((Err(frames.too_large()), None)),
            };
            let value = from_slice(&text).map_err(|error| frames.unreadable(error, &text));
            return Some((value, Some(source)));
        }
    })
}

impl<T> Lines<T> {
    head_accessors!();

    /// The next value; `None` at the end.
    pub async fn next(&mut self) -> Option<Result<T>> {
        self.values.next().await
    }

    next_blocking!(T);
}

impl<T> Stream for Lines<T> {
    type Item = Result<T>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().values.poll(context)
    }
}

/// With headers by name only: a value can be a secret.
impl<T> fmt::Debug for Lines<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Lines")
            .field("head", &self.head)
            .finish_non_exhaustive()
    }
}

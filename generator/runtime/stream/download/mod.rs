//! Answers that are bytes.

mod file_name;

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::{Bytes, BytesMut};
use futures_core::Stream;

use self::file_name::file_name;
use super::unfold::{Step, Unfold};
use crate::runtime::head::{Head, head_accessors};
use crate::runtime::{Call, Error, Operation, RawResponse, Result, send};

/// The bytes of an answer as they come: a [`Stream`] of chunks, which need not fit into memory together.
///
/// Each chunk has to come within the time of an attempt; all of them together may take longer. What breaks the stream is its
/// last item.
pub struct Download {
    head: Head,
    chunks: Unfold<RawResponse, Result<Bytes>>,
    operation: &'static Operation,
    attempts: u32,
    /// In bytes.
    max_size: usize,
}

impl Call {
    /// Sends the request; the body of the answer is left to come.
    ///
    /// # Errors
    ///
    /// Every kind but those of reading the body.
    pub async fn download(self) -> Result<Download> {
        let response = send::open(self).await?;
        Ok(Download {
            head: response.head.clone(),
            operation: response.operation,
            attempts: response.attempts,
            max_size: response.max_size,
            chunks: Unfold::new(response, chunk),
        })
    }
}

fn chunk(mut response: RawResponse) -> Step<RawResponse, Result<Bytes>> {
    Box::pin(async move {
        loop {
            match response.chunk().await.transpose()? {
                Ok(chunk) if chunk.is_empty() => {}
                Ok(chunk) => return Some((Ok(chunk), Some(response))),
                Err(error) => return Some((Err(error), None)),
            }
        }
    })
}

impl Download {
    head_accessors!();

    /// The media type that the server gives.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.head.header("content-type")
    }

    /// How many bytes there are, as far as the server says so.
    #[must_use]
    pub fn content_length(&self) -> Option<u64> {
        self.head.header("content-length")?.trim().parse().ok()
    }

    /// The name that the server suggests for a file (RFC 6266), without any folder.
    #[must_use]
    pub fn file_name(&self) -> Option<String> {
        file_name(self.headers())
    }

    /// The next chunk; `None` at the end.
    pub async fn next(&mut self) -> Option<Result<Bytes>> {
        self.chunks.next().await
    }

    next_blocking!(Bytes);

    /// All that is still to come, if it is not larger than the client allows.
    ///
    /// # Errors
    ///
    /// When the body is too large, the connection breaks, or a chunk takes too long.
    pub async fn bytes(self) -> Result<Bytes> {
        let limit = self.max_size;
        self.bytes_up_to(limit).await
    }

    /// All that is still to come, if it is not larger than so many bytes.
    ///
    /// # Errors
    ///
    /// Like [`bytes`](Self::bytes).
    pub async fn bytes_up_to(mut self, limit: usize) -> Result<Bytes> {
        let mut bytes = BytesMut::new();
        while let Some(chunk) = self.next().await {
            bytes.extend_from_slice(&chunk?);
            if bytes.len() > limit {
                return Err(Error::too_large(limit).of(self.operation, self.attempts));
            }
        }
        Ok(bytes.freeze())
    }
}

impl Stream for Download {
    type Item = Result<Bytes>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().chunks.poll(context)
    }
}

/// With headers by name only: a value can be a secret.
impl fmt::Debug for Download {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Download")
            .field("head", &self.head)
            .finish_non_exhaustive()
    }
}

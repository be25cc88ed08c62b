//! A response that is left to the caller.

use std::fmt;

use bytes::Bytes;

use super::head::{Head, head_accessors, header_names};
use super::send::{Exchange, Limit, Time, read_body, read_chunk};
use super::{Body, Operation, Result};

/// A response of any status, whose body is still to be read: by chunks, or at once.
///
/// Each chunk has to come within the time of an attempt; all of them together may take longer, but for the total time
/// limit of the client.
pub struct RawResponse {
    pub(crate) head: Head,
    pub(crate) body: Body,
    pub(crate) operation: &'static Operation,
    pub(crate) attempts: u32,
    pub(crate) time: Time,
    /// In bytes.
    pub(crate) max_size: usize,
}

impl RawResponse {
    pub(crate) fn new(exchange: &Exchange<'_>, head: Head, body: Body) -> Self {
        Self {
            head,
            body,
            operation: exchange.operation,
            attempts: 1,
            time: Time {
                deadline: exchange.deadline,
                each_read: Some(exchange.timeout),
            },
            max_size: exchange.client.settings.max_response_size,
        }
    }

    pub(crate) fn with_attempts(self, attempts: u32) -> Self {
        Self { attempts, ..self }
    }

    head_accessors!();

    /// The next piece of the body; `None` at its end.
    ///
    /// # Errors
    ///
    /// When the connection breaks, or the piece takes too long.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>> {
        let (operation, attempts) = (self.operation, self.attempts);
        read_chunk(&mut self.body, self.time)
            .await
            .map_err(|error| error.of(operation, attempts))
    }

    /// The whole body, if it is not larger than the client allows.
    ///
    /// # Errors
    ///
    /// When the body is too large, the connection breaks, or a piece takes too long.
    pub async fn bytes(self) -> Result<Bytes> {
        let limit = self.max_size;
        self.bytes_up_to(limit).await
    }

    /// The whole body, if it is not larger than so many bytes.
    ///
    /// # Errors
    ///
    /// Like [`bytes`](Self::bytes).
    pub async fn bytes_up_to(self, limit: usize) -> Result<Bytes> {
        let (operation, attempts) = (self.operation, self.attempts);
        let read = read_body(self.body, Limit::Refuse(limit), self.time).await;
        read.result().map_err(|error| error.of(operation, attempts))
    }
}

impl fmt::Debug for RawResponse {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("RawResponse")
            .field("status", &self.head.status)
            .field("headers", &header_names(&self.head.headers))
            .finish_non_exhaustive()
    }
}

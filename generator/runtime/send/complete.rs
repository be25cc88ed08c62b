//! A whole answer.

use bytes::Bytes;

use super::Exchange;
use crate::runtime::head::Head;
use crate::runtime::{Answer, Error, Operation, ReadError, Response, Result};

/// The whole answer to a call, with a status of success.
pub(crate) struct Complete {
    head: Head,
    body: Bytes,
    operation: &'static Operation,
    attempts: u32,
    /// How much of the body an error keeps, in bytes.
    max_error_size: usize,
}

impl Complete {
    pub(super) fn new(exchange: &Exchange<'_>, head: Head, body: Bytes) -> Self {
        let max_error_size = exchange.client.settings.max_error_size;
        Self {
            head,
            body,
            operation: exchange.operation,
            attempts: 1,
            max_error_size,
        }
    }

    pub(super) fn head(&self) -> &Head {
        &self.head
    }

    pub(super) fn with_attempts(self, attempts: u32) -> Self {
        Self { attempts, ..self }
    }

    /// Reads the value.
    pub(crate) fn decode<T>(mut self, read: impl FnOnce(&Answer<'_>) -> Result<T, ReadError>) -> Result<Response<T>> {
        match read(&Answer::new(&self.head, &self.body)) {
            Ok(value) => Ok(Response::new(self.head, value)),
            Err(error) => {
                self.body.truncate(self.max_error_size);
                Err(Error::decode(error)
                    .with_answer(self.head, self.body)
                    .of(self.operation, self.attempts))
            }
        }
    }
}

//! What a transport returns.

use std::fmt;

use http::{HeaderMap, StatusCode};

use super::{Body, TransportError};
use crate::runtime::head::{Head, header_names};

/// A response whose body is still to be read. `Debug` shows headers by name only.
pub struct TransportResponse {
    /// `None` for one that HTTP does not have.
    status: Option<StatusCode>,
    headers: HeaderMap,
    body: Body,
}

impl TransportResponse {
    /// A response without headers. The status is a number, such as `200`, or an [`http::StatusCode`]. One that HTTP does not
    /// have, below 100 or above 999, makes the call fail like a connection that breaks.
    pub fn new(status: impl TryInto<StatusCode>, body: impl Into<Body>) -> Self {
        Self {
            status: status.try_into().ok(),
            headers: HeaderMap::new(),
            body: body.into(),
        }
    }

    /// Replaces the headers.
    #[must_use]
    pub fn with_headers(self, headers: HeaderMap) -> Self {
        Self { headers, ..self }
    }

    pub(crate) fn into_parts(self) -> Result<(Head, Body), TransportError> {
        let headers = self.headers;
        match self.status {
            Some(status) => Ok((Head { status, headers }, self.body)),
            None => Err(TransportError::interrupted("the status is none that HTTP has")),
        }
    }
}

impl fmt::Debug for TransportResponse {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("TransportResponse")
            .field("status", &self.status)
            .field("headers", &header_names(&self.headers))
            .finish_non_exhaustive()
    }
}

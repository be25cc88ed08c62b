//! Why a request got no response.

use std::error::Error;
use std::fmt;

use crate::runtime::ErrorKind;

/// Why a request got no response, or not all of it. What kind it is decides about retries.
#[derive(Debug)]
pub struct TransportError {
    pub(crate) kind: ErrorKind,
    pub(crate) source: Box<dyn Error + Send + Sync>,
}

impl TransportError {
    /// No connection was made, so the server has seen nothing: every request may be tried again.
    pub fn connect(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self {
            kind: ErrorKind::Connect,
            source: source.into(),
        }
    }

    /// The server took too long.
    pub fn timeout(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self {
            kind: ErrorKind::Timeout,
            source: source.into(),
        }
    }

    /// The connection broke, or what came was no HTTP. The server may have acted on the request.
    pub fn interrupted(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self {
            kind: ErrorKind::Transport,
            source: source.into(),
        }
    }

    /// The request cannot be sent at all.
    pub fn build(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self {
            kind: ErrorKind::Build,
            source: source.into(),
        }
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.kind.what_happened())
    }
}

impl Error for TransportError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.source)
    }
}

//! A body, chunk by chunk.

use std::fmt;

use bytes::Bytes;

use super::TransportError;
use crate::runtime::BoxFuture;

/// Where the chunks of a body come from.
#[cfg(not(target_arch = "wasm32"))]
pub trait BodySource: Send + 'static {
    /// The next chunk; `None` at the end.
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>>;
}

/// Where the chunks of a body come from.
#[cfg(target_arch = "wasm32")]
pub trait BodySource: 'static {
    /// The next chunk; `None` at the end.
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>>;
}

/// A body: bytes, or chunks that may still be on their way.
pub struct Body {
    chunks: Chunks,
    length: Option<u64>,
}

enum Chunks {
    /// One chunk, and nothing after it.
    Whole(Option<Bytes>),
    Source(Box<dyn BodySource>),
}

impl Body {
    /// A body that comes in chunks.
    pub fn new(source: impl BodySource) -> Self {
        Self {
            chunks: Chunks::Source(Box::new(source)),
            length: None,
        }
    }

    /// Says how many bytes the chunks have together. Who sends the body tells the server then, as `Content-Length`.
    #[must_use]
    pub fn with_length(self, length: u64) -> Self {
        Self {
            length: Some(length),
            ..self
        }
    }

    /// How many bytes it has, as far as that is known before all of them are there.
    #[must_use]
    pub fn length(&self) -> Option<u64> {
        self.length
    }

    // only where used: upload
    /// The bytes, if it has them already; or else itself.
    pub(crate) fn into_bytes(self) -> Result<Bytes, Self> {
        match self.chunks {
            Chunks::Whole(bytes) => Ok(bytes.unwrap_or_default()),
            Chunks::Source(_) => Err(self),
        }
    }
    // end: upload

    /// The next chunk; `None` at the end.
    ///
    /// # Errors
    ///
    /// When the rest of the body does not come.
    pub async fn next(&mut self) -> Result<Option<Bytes>, TransportError> {
        match &mut self.chunks {
            Chunks::Whole(bytes) => Ok(bytes.take()),
            Chunks::Source(source) => source.next().await,
        }
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Body")
    }
}

impl From<Bytes> for Body {
    fn from(bytes: Bytes) -> Self {
        Self {
            length: u64::try_from(bytes.len()).ok(),
            chunks: Chunks::Whole(Some(bytes)),
        }
    }
}

impl From<Vec<u8>> for Body {
    fn from(bytes: Vec<u8>) -> Self {
        Bytes::from(bytes).into()
    }
}

impl From<String> for Body {
    fn from(text: String) -> Self {
        Bytes::from(text).into()
    }
}

impl From<&'static str> for Body {
    fn from(text: &'static str) -> Self {
        Bytes::from_static(text.as_bytes()).into()
    }
}

impl From<&'static [u8]> for Body {
    fn from(bytes: &'static [u8]) -> Self {
        Bytes::from_static(bytes).into()
    }
}

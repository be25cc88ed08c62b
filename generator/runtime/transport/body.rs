//! The body of a response, chunk by chunk.

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

/// The body of a response, which may still be on its way.
pub struct Body(Box<dyn BodySource>);

impl Body {
    /// A body that comes in chunks.
    pub fn new(source: impl BodySource) -> Self {
        Self(Box::new(source))
    }

    pub(crate) fn next(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        self.0.next()
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Body")
    }
}

impl From<Bytes> for Body {
    fn from(bytes: Bytes) -> Self {
        Self::new(Whole(Some(bytes)))
    }
}

impl From<Vec<u8>> for Body {
    fn from(bytes: Vec<u8>) -> Self {
        Bytes::from(bytes).into()
    }
}

impl From<&'static str> for Body {
    fn from(text: &'static str) -> Self {
        Bytes::from_static(text.as_bytes()).into()
    }
}

/// A body that is there already: one chunk.
struct Whole(Option<Bytes>);

impl BodySource for Whole {
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        let chunk = self.0.take();
        Box::pin(async { Ok(chunk) })
    }
}

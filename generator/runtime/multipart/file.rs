//! Files.

use bytes::Bytes;

use crate::runtime::Body;
use crate::runtime::request_body::RequestBody;

/// A file in a body of several parts: what is in it, and what the server is told about it.
///
/// It is made from bytes, or from a [`Body`] that is a stream. Clones of a file that is a stream share it, and it can be sent
/// once; then the request is not tried again when it fails.
#[derive(Clone, Debug)]
pub struct File {
    pub(super) name: Option<String>,
    pub(super) content_type: Option<String>,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: RequestBody,
}

impl File {
    /// A file that holds these bytes.
    pub fn new(body: impl Into<Body>) -> Self {
        Self {
            name: None,
            content_type: None,
            headers: Vec::new(),
            body: body.into().into(),
        }
    }

    /// The name of the file. Without one, a form sends the name of the field, since many servers take a part for a file by
    /// its having a name.
    #[must_use]
    pub fn name(self, name: impl Into<String>) -> Self {
        Self {
            name: Some(name.into()),
            ..self
        }
    }

    /// The media type of the file. Without one it is what the description asks for, or else `application/octet-stream`.
    #[must_use]
    pub fn content_type(self, content_type: impl Into<String>) -> Self {
        Self {
            content_type: Some(content_type.into()),
            ..self
        }
    }

    /// Adds a header to the part that is the file.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }
}

impl From<Body> for File {
    fn from(body: Body) -> Self {
        Self::new(body)
    }
}

impl From<Bytes> for File {
    fn from(bytes: Bytes) -> Self {
        Self::new(bytes)
    }
}

impl From<Vec<u8>> for File {
    fn from(bytes: Vec<u8>) -> Self {
        Self::new(bytes)
    }
}

impl From<String> for File {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl From<&'static str> for File {
    fn from(text: &'static str) -> Self {
        Self::new(text)
    }
}

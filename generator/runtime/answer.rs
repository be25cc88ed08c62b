//! A complete answer, about to be read.

use std::fmt;
use std::str::from_utf8;

use bytes::Bytes;
use http::HeaderMap;

use super::head::Head;
use super::{Json, ReadError, ReadResult, Tree, Value, json};

/// A complete answer of a server: what [`Output`] and [`ErrorBody`] are read from.
#[derive(Clone, Copy)]
pub struct Answer<'a> {
    head: &'a Head,
    body: &'a Bytes,
}

/// The value of an operation whose successful answers differ by status.
pub trait Output: Sized {
    /// Reads the value.
    ///
    /// # Errors
    ///
    /// When the status is not one that the description declares, or the body is not what it declares for it.
    fn read(answer: &Answer<'_>) -> Result<Self, ReadError>;
}

/// The body of an error answer, as the description declares it.
pub trait ErrorBody: Sized {
    /// Reads the body; `None` where it is not what the description declares, as when a proxy answers.
    fn read(answer: &Answer<'_>) -> Option<Self>;
}

impl<'a> Answer<'a> {
    pub(crate) fn new(head: &'a Head, body: &'a Bytes) -> Self {
        Self { head, body }
    }

    /// The status code.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.head.status.as_u16()
    }

    /// The headers.
    #[must_use]
    pub fn headers(&self) -> &'a HeaderMap {
        &self.head.headers
    }

    /// The body.
    #[must_use]
    pub fn body(&self) -> &'a [u8] {
        self.body
    }

    /// The body as bytes.
    #[must_use]
    pub fn bytes(&self) -> Bytes {
        self.body.clone()
    }

    /// The body as text.
    ///
    /// # Errors
    ///
    /// When it is not UTF-8.
    pub fn text(&self) -> Result<String, ReadError> {
        text(self.body)
    }

    /// The body as JSON, whatever content type it claims to have. An empty body reads as `null`, for types that allow it.
    ///
    /// # Errors
    ///
    /// When the body is not JSON, or not the JSON form of the type.
    pub fn json<T: Json>(&self) -> Result<T, ReadError> {
        self.read_json(T::read)
    }

    /// As [`json`](Self::json), with a function in the place of a type.
    pub(crate) fn read_json<T>(&self, read: impl FnOnce(&Value<'_>) -> ReadResult<T>) -> Result<T, ReadError> {
        if self.body.is_empty() {
            return read(&Value::of(&Tree::Null)).map_err(|_| ReadError::new("expected JSON, found an empty body"));
        }
        let tree = json::parse(self.body).map_err(|error| self.not_json(error))?;
        read(&Value::of(&tree))
    }

    /// The error for a status that the description does not declare.
    #[must_use]
    pub fn undeclared(&self) -> ReadError {
        ReadError::new(format!(
            "the description does not declare the status {}",
            self.head.status
        ))
    }

    /// Says what the body claims to be, where that explains why it is not JSON.
    fn not_json(&self, error: ReadError) -> ReadError {
        match self.head.header("content-type") {
            Some(media_type) if !media_type.contains("json") => {
                error.with_problem(format!("expected JSON, found {}", media_type.escape_debug()))
            }
            _ => error,
        }
    }
}

/// A body of text, less its byte order mark.
pub(super) fn text(body: &[u8]) -> ReadResult<String> {
    let text = from_utf8(body).map_err(|_| ReadError::new("the body is not UTF-8"))?;
    Ok(text.strip_prefix('\u{FEFF}').unwrap_or(text).to_owned())
}

/// Without the body, which can hold a secret as well as a header can.
impl fmt::Debug for Answer<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Answer")
            .field("head", &self.head)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish()
    }
}

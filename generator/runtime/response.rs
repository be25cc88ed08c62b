//! A value together with how it came.

use http::HeaderMap;

use super::head::Head;

/// The value of an answer, with status and headers. `Debug` shows headers by name only.
#[derive(Clone, Debug)]
pub struct Response<T> {
    head: Head,
    value: T,
}

impl<T> Response<T> {
    pub(crate) fn new(head: Head, value: T) -> Self {
        Self { head, value }
    }

    /// The status code.
    pub fn status(&self) -> u16 {
        self.head.status.as_u16()
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.head.headers
    }

    /// The name that the server gave this request: what its makers ask for when something is wrong.
    pub fn request_id(&self) -> Option<&str> {
        self.head.request_id()
    }

    /// The value.
    pub fn value(&self) -> &T {
        &self.value
    }

    /// The value alone.
    pub fn into_value(self) -> T {
        self.value
    }
}

//! A value together with how it came.

use super::head::{Head, head_accessors};

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

    head_accessors!();

    /// The value.
    pub fn value(&self) -> &T {
        &self.value
    }

    /// The value alone.
    pub fn into_value(self) -> T {
        self.value
    }
}

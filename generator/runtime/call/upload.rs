//! Bodies that are sent as they are.

use super::Call;
use crate::runtime::Body;

impl Call {
    /// A body of any type, as it is: bytes, or a stream of them.
    #[must_use]
    pub fn bytes(mut self, content_type: &str, body: impl Into<Body>) -> Self {
        self.set_body(content_type, body.into().into());
        self
    }
}

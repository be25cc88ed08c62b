//! Bodies of several parts.

use super::Call;
use crate::runtime::multipart::{Encoding, Form, Multipart};

impl Call {
    /// A body of the type `multipart/form-data` (RFC 7578): a part for each member, and for each item of a list.
    #[must_use]
    pub fn multipart<T: Multipart>(self, value: &T) -> Self {
        self.multipart_as("multipart/form-data", value, &[])
    }

    /// As [`multipart`](Self::multipart), with a media type of its own and how some of the parts are written.
    #[must_use]
    pub fn multipart_as<T: Multipart>(self, content_type: &'static str, value: &T, encodings: &[Encoding]) -> Self {
        let mut form = Form::of(content_type, encodings);
        value.parts(&mut form);
        self.form_of_parts(form)
    }

    fn form_of_parts(mut self, form: Form) -> Self {
        match form.finish() {
            Ok(Some((content_type, body))) => self.set_body(&content_type, body),
            Ok(None) => {}
            Err(problem) => self.fail(format!("the body: {problem}")),
        }
        self
    }
}

//! Which of several answers is asked for.

use http::HeaderValue;
use http::header::ACCEPT;

use super::Call;

impl Call {
    /// The media types that this call asks for, instead of those of its operation. A header that was given stays.
    #[must_use]
    pub fn accept(mut self, media_types: &'static str) -> Self {
        match HeaderValue::from_str(media_types) {
            Ok(value) => drop(self.headers.entry(ACCEPT).or_insert(value)),
            Err(_) => self.fail("the media type of the answer has a character that a header cannot have".to_owned()),
        }
        self
    }
}

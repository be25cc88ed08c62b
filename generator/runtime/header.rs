//! Headers that a description declares for its answers.

use std::marker::PhantomData;
use std::str::FromStr;

use http::HeaderMap;

use super::{Error, ReadError, Result};

/// A header that answers can have, with the type of its value.
#[derive(Debug)]
pub struct Header<T> {
    name: &'static str,
    value: PhantomData<fn() -> T>,
}

impl<T> Header<T> {
    /// A header by its name.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            value: PhantomData,
        }
    }

    /// Its name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }
}

impl<T: FromStr> Header<T> {
    /// Its value among the headers of an answer; `None` where the server has not sent it. Values of several lines are joined
    /// by commas (RFC 9110 section 5.3).
    ///
    /// # Errors
    ///
    /// When the value is not of its type. That is no reason for the call to fail, and so it does not.
    pub fn read(&self, headers: &HeaderMap) -> Result<Option<T>> {
        let values = headers.get_all(self.name).iter();
        let values: std::result::Result<Vec<&str>, _> =
            values.map(|value| std::str::from_utf8(value.as_bytes())).collect();
        match values.as_deref() {
            Ok([]) => Ok(None),
            Ok(values) => values
                .join(", ")
                .trim()
                .parse()
                .map(Some)
                .map_err(|_| self.unreadable()),
            Err(_) => Err(self.unreadable()),
        }
    }

    /// Without the value, which could be a secret.
    fn unreadable(&self) -> Error {
        Error::decode(ReadError::new(format!(
            "the header `{}` is not of the type that is declared for it",
            self.name.escape_debug()
        )))
    }
}

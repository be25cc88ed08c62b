//! Requests that the server sends by itself.

use super::{Error, ErrorKind, Json, Result, json};

/// Reads the body of such a request.
///
/// # Errors
///
/// When the body is not the JSON form of the type.
pub fn webhook<T: Json>(name: &'static str, body: &[u8]) -> Result<T> {
    json::from_slice(body).map_err(|error| {
        let name = name.escape_debug();
        Error::new(ErrorKind::Webhook).with_detail(format!("`{name}`: {error}"))
    })
}

//! Requests that the server sends by itself.

use bytes::Bytes;

use super::{Error, ErrorKind, Json, ReadResult, Result, answer, json};

/// Reads the body of such a request.
///
/// # Errors
///
/// When the body is not the JSON form of the type.
pub fn webhook<T: Json>(name: &'static str, body: &[u8]) -> Result<T> {
    told(name, json::from_slice(body))
}

/// Reads a body of text.
///
/// # Errors
///
/// When it is not UTF-8.
pub fn webhook_text(name: &'static str, body: &[u8]) -> Result<String> {
    told(name, answer::text(body))
}

/// Gives a body as the bytes that it is.
///
/// # Errors
///
/// None: it is a `Result` as that of all other bodies.
pub fn webhook_bytes(_: &'static str, body: &[u8]) -> Result<Bytes> {
    Ok(Bytes::copy_from_slice(body))
}

/// Reads a body of JSON lines, or a JSON text sequence (RFC 7464).
///
/// # Errors
///
/// When a line is not the JSON form of the type.
pub fn webhook_lines<T: Json>(name: &'static str, body: &[u8]) -> Result<Vec<T>> {
    const RECORD_SEPARATOR: u8 = 0x1E;
    let lines = body.split(|byte| matches!(*byte, b'\n' | RECORD_SEPARATOR));
    let lines = lines.filter(|line| !line.trim_ascii().is_empty());
    told(name, lines.map(json::from_slice).collect())
}

/// The outcome, with the name of the webhook in its error.
pub(super) fn told<T>(name: &'static str, outcome: ReadResult<T>) -> Result<T> {
    outcome.map_err(|error| {
        let name = name.escape_debug();
        Error::new(ErrorKind::Webhook).with_detail(format!("`{name}`: {error}"))
    })
}

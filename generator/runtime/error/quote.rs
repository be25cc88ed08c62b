//! A glimpse of a body in a message.

use std::str::from_utf8;

/// How much of a body a message quotes, in characters: enough for a sentence.
const LENGTH: usize = 200;

/// The beginning of a body in quotes, on one line, with control characters escaped; `None` where it is not text.
pub(super) fn quote(body: &[u8]) -> Option<String> {
    let mut text = beginning(body)?.trim().chars();
    let beginning: String = text.by_ref().take(LENGTH).collect();
    let dots = if text.next().is_some() { " ..." } else { "" };
    if beginning.is_empty() {
        None
    } else {
        Some(format!("{beginning:?}{dots}"))
    }
}

/// The text that the body begins with. A body that was cut off can end inside a character.
fn beginning(body: &[u8]) -> Option<&str> {
    match from_utf8(body) {
        Ok(text) => Some(text),
        Err(error) if error.error_len().is_none() => from_utf8(body.get(..error.valid_up_to())?).ok(),
        Err(_) => None,
    }
}

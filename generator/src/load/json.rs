//! JSON text to a tree.

use serde::de::DeserializeSeed;
use serde_json::Value;

use super::progress::Progress;
use super::syntax::{Failure, SyntaxError};
use super::tree::Node;

/// Whether the text can only be JSON, or YAML that looks like it.
pub(super) fn looks_like_json(text: &str) -> bool {
    text.trim_start().starts_with(['{', '['])
}

/// Reads the whole text.
pub(super) fn parse(text: &str, progress: &mut Progress) -> Result<Value, Failure> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = Node(progress).deserialize(&mut deserializer);
    let value = value.and_then(|value| deserializer.end().map(|()| value));
    value.map_err(|error| match progress.exceeded {
        Some(limit) => Failure::OverBudget(limit, progress.pointer()),
        None => Failure::Syntax(syntax_error(text, &error)),
    })
}

fn syntax_error(text: &str, error: &serde_json::Error) -> SyntaxError {
    let place = format!(" at line {} column {}", error.line(), error.column());
    let message = error.to_string().replace(&place, "");
    SyntaxError::new(text, message, offset(text, error.line(), error.column()))
}

/// The byte at a line and a column; `serde_json` counts both from one and columns in bytes.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    before + column.saturating_sub(1)
}

//! YAML text to a tree. The one file that names `serde_yaml`: another parser takes its place here.

use serde::de::DeserializeSeed;
use serde_json::Value;

use super::budget::Limit;
use super::nesting;
use super::progress::Progress;
use super::syntax::{Failure, SyntaxError};
use super::tree::Node;

/// The first document of a text.
pub(super) struct First {
    pub(super) root: Value,
    /// Whether other documents follow it.
    pub(super) is_one_of_several: bool,
}

/// Reads the first document of the text.
pub(super) fn parse(text: &str, progress: &mut Progress) -> Result<First, Failure> {
    nesting::check(text)?;
    let mut documents = serde_yaml::Deserializer::from_str(text);
    let Some(first) = documents.next() else {
        return Ok(First {
            root: Value::Null,
            is_one_of_several: false,
        });
    };
    let root = Node(progress)
        .deserialize(first)
        .map_err(|error| failure(text, &error, progress))?;
    Ok(First {
        root,
        is_one_of_several: documents.next().is_some(),
    })
}

fn failure(text: &str, error: &serde_yaml::Error, progress: &Progress) -> Failure {
    let message = error.to_string();
    if let Some(limit) = progress.exceeded {
        return Failure::OverBudget(limit, progress.pointer());
    }
    // The parser has a limit of its own for aliases, and no other way to tell that it was met.
    if message.starts_with("repetition limit exceeded") {
        return Failure::OverBudget(Limit::Aliases, progress.pointer());
    }
    let Some(location) = error.location() else {
        return Failure::Syntax(SyntaxError::new(text, message, text.len()));
    };
    let place = format!(" at line {} column {}", location.line(), location.column());
    let at = text
        .char_indices()
        .nth(location.index())
        .map_or(text.len(), |(at, _)| at);
    Failure::Syntax(SyntaxError::new(text, message.replacen(&place, "", 1), at))
}

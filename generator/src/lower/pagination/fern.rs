//! `x-fern-pagination`: names of the request begin with `$request.`, those of the answer with `$response.`.

use serde_json::Value;

use super::{Around, FERN, member};
use crate::model::{DeclaredPages, Habit};

pub(super) fn pages(extension: Option<&Value>, around: &Around<'_>) -> Result<DeclaredPages, String> {
    let extension = extension.ok_or("the root of the description does not say how")?;
    let input = |key: &str| match extension.get(key) {
        Some(Value::String(name)) => around.input(name).map(Some),
        Some(_) => Err(format!("`{key}` is no text")),
        None => Ok(None),
    };
    let url = match member(extension, "next_uri")? {
        Some(url) => Some(url),
        None => member(extension, "next_path")?,
    };
    let habit = match (
        input("cursor")?,
        member(extension, "next_cursor")?,
        input("offset")?,
        url,
    ) {
        (Some(input), Some(from), None, None) => Habit::Cursor { input, from },
        // With a step, the parameter counts items, and pages without.
        (None, None, Some(input), None) if extension.get("step").is_some() => Habit::Offset { input, first: None },
        (None, None, Some(input), None) => Habit::Number { input, first: None },
        (None, None, None, Some(from)) => Habit::Url { from },
        _ => return Err("expected `cursor` with `next_cursor`, `offset` or `next_uri`".to_owned()),
    };
    Ok(DeclaredPages {
        location: around.location(FERN),
        habit,
        items: member(extension, "results")?,
        more: member(extension, "has-next-page")?,
        total: None,
    })
}

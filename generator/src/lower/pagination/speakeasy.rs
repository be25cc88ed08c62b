//! `x-speakeasy-pagination`: a type, the inputs of the request, and the outputs as JSON paths.

use serde_json::Value;

use super::{Around, SPEAKEASY, member, path};
use crate::model::{DeclaredPages, Habit, Input};

pub(super) fn pages(extension: &Value, around: &Around<'_>) -> Result<DeclaredPages, String> {
    let none = Value::Null;
    let outputs = extension.get("outputs").unwrap_or(&none);
    let mut items = member(outputs, "results")?;
    let habit = match extension.get("type").and_then(Value::as_str) {
        Some("cursor") => {
            let input = input(extension, "cursor")?.ok_or("no input is of the type `cursor`")?;
            let from = outputs.get("nextCursor").and_then(Value::as_str);
            match path::pointer_in_last(from.ok_or("the outputs have no `nextCursor`")?)? {
                (list, Some(from)) => {
                    items.get_or_insert(list);
                    Habit::LastItem { input, from }
                }
                (from, None) => Habit::Cursor { input, from },
            }
        }
        Some("offsetLimit") => match (input(extension, "page")?, input(extension, "offset")?) {
            (Some(input), None) => Habit::Number { input, first: None },
            (None, Some(input)) => Habit::Offset { input, first: None },
            _ => return Err("expected one input of the type `page` or `offset`".to_owned()),
        },
        Some("url") => Habit::Url {
            from: member(outputs, "nextUrl")?.ok_or("the outputs have no `nextUrl`")?,
        },
        _ => return Err("the type is none of `cursor`, `offsetLimit` and `url`".to_owned()),
    };
    Ok(DeclaredPages {
        location: around.location(SPEAKEASY),
        habit,
        items,
        more: None,
        total: member(outputs, "numPages")?,
    })
}

/// The input of a type.
fn input(extension: &Value, kind: &str) -> Result<Option<Input>, String> {
    let inputs = extension.get("inputs").and_then(Value::as_array).into_iter().flatten();
    let mut of_kind = inputs.filter(|input| input.get("type").and_then(Value::as_str) == Some(kind));
    let Some(input) = of_kind.next() else {
        return Ok(None);
    };
    let name = input
        .get("name")
        .and_then(Value::as_str)
        .ok_or("an input has no name")?;
    Ok(Some(match input.get("in").and_then(Value::as_str) {
        Some("parameters") => Input::Query(name.to_owned()),
        Some("requestBody") => Input::Body(path::pointer(name)?),
        _ => return Err("an input is in neither `parameters` nor `requestBody`".to_owned()),
    }))
}

//! Pages that are declared.

use super::shape::{Found, Shape};
use crate::model::{DeclaredPages, Habit, In, Input, Items, Kind, MediaType, Operation, Pages};
use crate::source::Pointer;

/// What is declared, if the operation has what it speaks of; or else what it does not have.
pub(super) fn checked(operation: &Operation, said: &DeclaredPages, shape: &Shape<'_>) -> Result<Pages, String> {
    let items = match &said.items {
        Some(pointer) => Some(items(shape, pointer)?),
        None => shape.list().map(|(pointer, schema)| Items { pointer, schema }),
    };
    let needs_items = match &said.habit {
        Habit::Offset { .. } | Habit::LastItem { .. } => true,
        Habit::Number { .. } => said.total.is_none(),
        Habit::Cursor { .. } | Habit::Url { .. } | Habit::Link => false,
    };
    if needs_items && items.is_none() {
        return Err("its answer has no list by which to tell the last page".to_owned());
    }
    for pointer in said.more.iter().chain(&said.total) {
        is_there(shape, pointer)?;
    }
    Ok(Pages {
        habit: habit(operation, said, shape, items.as_ref())?,
        items,
        more: said.more.clone(),
        total: said.total.clone(),
    })
}

fn habit(
    operation: &Operation,
    said: &DeclaredPages,
    shape: &Shape<'_>,
    items: Option<&Items>,
) -> Result<Habit, String> {
    if let Some(input) = said.habit.input() {
        has_input(operation, shape, input)?;
    }
    match &said.habit {
        Habit::Cursor { from, .. } | Habit::Url { from } => is_there(shape, from)?,
        Habit::LastItem { from, .. } => {
            let nothing = || format!("the items of its answer have no `{from}`");
            let item = items.map(|items| shape.below(items.schema, from));
            if matches!(item, None | Some(Found::Nothing)) {
                return Err(nothing());
            }
        }
        Habit::Offset { .. } | Habit::Number { .. } | Habit::Link => {}
    }
    Ok(match said.habit.clone() {
        Habit::Offset { input, first } => Habit::Offset {
            first: first.or_else(|| super::habits::default(operation, shape, &input)),
            input,
        },
        Habit::Number { input, first } => Habit::Number {
            first: first.or_else(|| super::habits::default(operation, shape, &input)),
            input,
        },
        habit => habit,
    })
}

fn items(shape: &Shape<'_>, pointer: &Pointer) -> Result<Items, String> {
    match shape.at(pointer) {
        Found::Kind(Kind::Array(schema)) => Ok(Items {
            pointer: pointer.clone(),
            schema: *schema,
        }),
        Found::Kind(_) | Found::Open => Err(format!("{} is no list", place(pointer))),
        Found::Nothing => Err(format!("its answer has no {}", place(pointer))),
    }
}

fn is_there(shape: &Shape<'_>, pointer: &Pointer) -> Result<(), String> {
    match shape.at(pointer) {
        Found::Nothing => Err(format!("its answer has no {}", place(pointer))),
        Found::Kind(_) | Found::Open => Ok(()),
    }
}

/// A place as a message names it.
fn place(pointer: &Pointer) -> String {
    if pointer.depth() == 0 {
        "answer".to_owned()
    } else {
        format!("`{}`", pointer.tokens().join("."))
    }
}

fn has_input(operation: &Operation, shape: &Shape<'_>, input: &Input) -> Result<(), String> {
    match input {
        Input::Query(name) => {
            let mut query = operation
                .parameters
                .iter()
                .filter(|parameter| parameter.location == In::Query);
            if query.any(|parameter| parameter.name == *name) {
                return Ok(());
            }
            Err(format!("it has no query parameter `{name}`"))
        }
        Input::Body(pointer) => {
            let body = operation.request_body.as_ref().map(|body| &body.content);
            let body = body.filter(|content| content.media_type == MediaType::Json);
            let found = body.map(|content| shape.below(content.schema, pointer));
            match found {
                Some(Found::Kind(_) | Found::Open) => Ok(()),
                _ => Err(format!(
                    "it has neither a query parameter {0} nor a member {0} of a JSON body",
                    place(pointer)
                )),
            }
        }
    }
}

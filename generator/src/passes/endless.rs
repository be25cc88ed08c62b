//! Lists of themselves: `A: {type: array, items: {$ref: A}}`, references that only lead to references, and alternatives that
//! are nothing but the choice that they belong to.
//!
//! In Rust, lists, maps, tuples and other names are no types of their own, so a schema that is made of nothing else and
//! contains itself has no end. Where such a circle closes, the value is not typed. A union is a type, but one that is an
//! alternative of itself would be read for ever; there it is no alternative.

use foldhash::HashMap;

use crate::diagnostic::{Code, Diagnostic, Report};
use crate::model::{Api, Kind, SchemaId, Schemas, Untyped};

/// How far the search has come with a schema.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// It is on the way from the start to where the search stands.
    Open,
    /// All that it is made of has been seen.
    Closed,
}

/// Breaks every circle at its schema whose place sorts first, so the order of the description does not matter.
pub(super) fn run(api: &mut Api, report: &mut Report) {
    search(&mut api.schemas, in_place, |schemas, circle| {
        let first = circle
            .iter()
            .min_by(|(a, _), (b, _)| schemas[*a].place.cmp(&schemas[*b].place));
        if let Some((first, _)) = first {
            let schema = &mut schemas[*first];
            let message = "the schema is made of nothing but itself, so the value is not typed";
            report.push(
                Diagnostic::new(Code::ENDLESS_TYPE, message)
                    .at(schema.place.clone())
                    .help("make one of the schemas in the circle an object with properties"),
            );
            schema.kind = Kind::Untyped(Untyped::Inexpressible(Code::ENDLESS_TYPE));
        }
    });
    search(&mut api.schemas, alternative, |schemas, circle| {
        let last = circle
            .iter()
            .rev()
            .find_map(|(id, index)| match &mut schemas[*id].kind {
                Kind::Union(union) if *index < union.variants.len() => Some(union.variants.remove(*index)),
                _ => None,
            });
        if let Some(variant) = last {
            let message = "an alternative is the choice that it belongs to, so it is left out";
            report.push(
                Diagnostic::new(Code::ENDLESS_TYPE, message)
                    .at(variant.place)
                    .help("make the alternative an object with properties"),
            );
        }
    });
}

/// What a schema is made of that is no type of its own.
fn in_place(schemas: &Schemas, id: SchemaId, index: usize) -> Option<SchemaId> {
    match &schemas[id].kind {
        Kind::Alias(next) | Kind::Array(next) | Kind::Map(next) => (index == 0).then_some(*next),
        Kind::Tuple(elements) => elements.get(index).copied(),
        _ => None,
    }
}

/// What a value of a schema may be, being nothing else.
fn alternative(schemas: &Schemas, id: SchemaId, index: usize) -> Option<SchemaId> {
    match &schemas[id].kind {
        Kind::Alias(next) => (index == 0).then_some(*next),
        Kind::Union(union) => union.variants.get(index).map(|variant| variant.schema),
        _ => None,
    }
}

/// A depth-first search with a stack of its own that shows each circle, its schemas and the number of the child that each
/// goes on with, to `broken`, which breaks it. It starts at the schemas in the order of their places.
fn search(
    schemas: &mut Schemas,
    child: fn(&Schemas, SchemaId, usize) -> Option<SchemaId>,
    mut broken: impl FnMut(&mut Schemas, &[(SchemaId, usize)]),
) {
    // Few schemas lead anywhere, and no circle goes through the others.
    let leads_on = |id: &SchemaId| child(schemas, *id, 0).is_some();
    let mut starts: Vec<SchemaId> = schemas.ids().filter(leads_on).collect();
    starts.sort_by(|a, b| schemas[*a].place.cmp(&schemas[*b].place));
    let mut states = HashMap::default();
    for start in starts {
        let mut stack: Vec<(SchemaId, usize)> = Vec::new();
        if states.insert(start, State::Open).is_none() {
            stack.push((start, 0));
        } else {
            states.insert(start, State::Closed);
        }
        while let Some((id, index)) = stack.last().copied() {
            let next = child(schemas, id, index);
            match next.map(|next| (next, states.get(&next))) {
                None => {
                    states.insert(id, State::Closed);
                    stack.pop();
                }
                Some((_, Some(State::Closed))) => advance(&mut stack),
                Some((next, Some(State::Open))) => {
                    let from = stack.iter().position(|(id, _)| *id == next).unwrap_or_default();
                    broken(schemas, &stack[from..]);
                    // What was broken may be asked again, as it has another child there, or none.
                    if child(schemas, id, index) == Some(next) {
                        advance(&mut stack);
                    }
                }
                Some((next, None)) => {
                    states.insert(next, State::Open);
                    stack.push((next, 0));
                }
            }
        }
    }
}

fn advance(stack: &mut [(SchemaId, usize)]) {
    if let Some((_, index)) = stack.last_mut() {
        *index += 1;
    }
}

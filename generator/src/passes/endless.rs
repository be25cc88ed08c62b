//! Lists of themselves: `A: {type: array, items: {$ref: A}}`, and references that only lead to references.
//!
//! In Rust, lists, maps and other names are no types of their own, so a schema that is made of nothing else and contains
//! itself has no end. Where such a circle closes, the value is not typed.

use std::collections::HashSet;

use crate::diagnostic::{Code, Diagnostic, Report};
use crate::model::{Api, Kind, SchemaId, Schemas, Untyped};

/// Breaks every circle at its schema whose place sorts first, so the order of the description does not matter.
pub(super) fn run(api: &mut Api, report: &mut Report) {
    let mut done = HashSet::new();
    for start in api.schemas.ids() {
        let circle = circle(&api.schemas, start, &mut done);
        let Some(first) = circle
            .into_iter()
            .min_by(|a, b| api.schemas[*a].place.cmp(&api.schemas[*b].place))
        else {
            continue;
        };
        let schema = &mut api.schemas[first];
        report.push(
            Diagnostic::new(
                Code::ENDLESS_TYPE,
                "the schema is made of nothing but itself, so the value is not typed",
            )
            .at(schema.place.clone())
            .help("make one of the schemas in the circle an object with properties"),
        );
        schema.kind = Kind::Untyped(Untyped::Inexpressible(Code::ENDLESS_TYPE));
    }
}

/// The circle that is reached from `start` by the only step that each such schema has; empty where there is none.
fn circle(schemas: &Schemas, start: SchemaId, done: &mut HashSet<SchemaId>) -> Vec<SchemaId> {
    let mut path = Vec::new();
    let mut current = start;
    while done.insert(current) {
        path.push(current);
        match schemas[current].kind {
            Kind::Alias(next) | Kind::Array(next) | Kind::Map(next) => current = next,
            _ => return Vec::new(),
        }
    }
    let closes_at = path.iter().position(|id| *id == current);
    closes_at.map(|index| path.split_off(index)).unwrap_or_default()
}

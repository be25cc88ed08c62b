//! Lists of lists of lists: in Rust they are one type with all of them in its name, and so are maps and tuples.
//!
//! The compiler gives up on such a type at some depth, and everything that follows it down to its ends takes as long as it is
//! large. No sound description comes near that; what goes beyond is not typed.

use std::collections::hash_map::Entry;

use foldhash::HashMap;

use crate::diagnostic::{Code, Diagnostic, Report};
use crate::model::{Api, Kind, SchemaId, Schemas, Untyped};

/// How many lists, maps, tuples and names one type may be made of.
const LARGEST: usize = 24;

/// Cuts each type where it is as large as it may be, counted from its ends, so the order of the description does not matter.
///
/// The pass `endless` has seen to it that there are no circles.
pub(super) fn run(api: &mut Api, report: &mut Report) {
    let mut sizes: HashMap<SchemaId, usize> = HashMap::default();
    for start in api.schemas.ids() {
        measure(&mut api.schemas, start, &mut sizes, report);
    }
}

/// A depth-first search with a stack of its own: a schema is measured after all that it is made of.
fn measure(schemas: &mut Schemas, start: SchemaId, sizes: &mut HashMap<SchemaId, usize>, report: &mut Report) {
    let mut stack = vec![(start, made_of(schemas, start))];
    while let Some((id, open)) = stack.last_mut() {
        let id = *id;
        if let Some(next) = open.pop() {
            // A schema that is being measured counts as nothing until it is done.
            if let Entry::Vacant(entry) = sizes.entry(next) {
                entry.insert(0);
                stack.push((next, made_of(schemas, next)));
            }
            continue;
        }
        stack.pop();
        let parts = made_of(schemas, id);
        let size = parts.iter().map(|part| 1 + sizes.get(part).copied().unwrap_or(0)).sum();
        let is_too_large = size > LARGEST;
        if is_too_large {
            cut(schemas, id, report);
        }
        sizes.insert(id, if is_too_large { 0 } else { size });
    }
}

/// The schemas that the type of a schema is made of, where it has no type of its own.
fn made_of(schemas: &Schemas, id: SchemaId) -> Vec<SchemaId> {
    match &schemas[id].kind {
        kind @ (Kind::Alias(_) | Kind::Array(_) | Kind::Map(_) | Kind::Tuple(_)) => kind.schemas(),
        _ => Vec::new(),
    }
}

fn cut(schemas: &mut Schemas, id: SchemaId, report: &mut Report) {
    let schema = &mut schemas[id];
    let message = format!("more than {LARGEST} lists, maps and names make one type, so the value is not typed");
    report.push(
        Diagnostic::new(Code::UNTYPED, message)
            .at(schema.place.clone())
            .help("put an object with properties between them"),
    );
    schema.kind = Kind::Untyped(Untyped::Inexpressible(Code::UNTYPED));
}

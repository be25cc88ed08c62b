//! Values that stand behind a pointer: where an object would contain itself, somewhere in the circle and only there; and
//! the objects of a union, so that the union is small whatever its variants hold, and stays the same type when they grow.

use foldhash::HashMap;

use crate::model::{Api, Kind, SchemaId, Schemas, Variant};

/// How far the search has come with a schema.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// It is on the way from the start to where the search stands.
    Open,
    /// Everything that it contains has been seen.
    Closed,
}

/// Boxes each property or variant that closes a circle: the one that leads back to a schema that is still open.
///
/// The search starts at the schemas in the order of their places, so the order of the description does not matter.
pub(super) fn run(api: &mut Api) {
    let mut starts: Vec<SchemaId> = api.schemas.iter().map(|(id, _)| id).collect();
    starts.sort_by(|a, b| api.schemas[*a].place.cmp(&api.schemas[*b].place));
    let mut states = HashMap::default();
    for start in starts {
        search(&mut api.schemas, start, &mut states);
    }
    box_variants(&mut api.schemas);
}

fn box_variants(schemas: &mut Schemas) {
    for id in schemas.ids() {
        let Kind::Union(union) = &schemas[id].kind else {
            continue;
        };
        let is_object = |variant: &Variant| matches!(schemas[schemas.unaliased(variant.schema)].kind, Kind::Object(_));
        let objects: Vec<usize> = (0..union.variants.len())
            .filter(|index| is_object(&union.variants[*index]))
            .collect();
        for index in objects {
            set_boxed(schemas, id, index);
        }
    }
}

/// A depth-first search with a stack of its own: each entry is a schema and the number of its next child.
fn search(schemas: &mut Schemas, start: SchemaId, states: &mut HashMap<SchemaId, State>) {
    if states.contains_key(&start) {
        return;
    }
    states.insert(start, State::Open);
    let mut stack = vec![(start, 0)];
    while let Some((id, index)) = stack.pop() {
        let Some(child) = child(schemas, id, index) else {
            states.insert(id, State::Closed);
            continue;
        };
        stack.push((id, index + 1));
        match states.get(&child) {
            Some(State::Open) => {
                // An element of a tuple stands in place, so whoever holds the tuple holds it behind a pointer.
                let holder = stack
                    .iter()
                    .rfind(|(id, _)| !matches!(schemas[*id].kind, Kind::Tuple(_)));
                if let Some((holder, next)) = holder {
                    set_boxed(schemas, *holder, next - 1);
                }
            }
            Some(State::Closed) => {}
            None => {
                states.insert(child, State::Open);
                stack.push((child, 0));
            }
        }
    }
}

/// The schema that the property or variant `index` holds in place, not behind a list or a map.
fn child(schemas: &Schemas, id: SchemaId, index: usize) -> Option<SchemaId> {
    let child = match &schemas[id].kind {
        Kind::Object(object) => object.properties.get(index)?.schema,
        Kind::Union(union) => union.variants.get(index)?.schema,
        Kind::Tuple(elements) => *elements.get(index)?,
        _ => return None,
    };
    Some(schemas.unaliased(child))
}

fn set_boxed(schemas: &mut Schemas, id: SchemaId, index: usize) {
    match &mut schemas[id].kind {
        Kind::Object(object) => object.properties[index].boxed = true,
        Kind::Union(union) => union.variants[index].boxed = true,
        _ => {}
    }
}

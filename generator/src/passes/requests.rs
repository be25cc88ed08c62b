//! Types of their own for what clients send, where that makes a difference.
//!
//! One type serves both ways as long as its fields are the same. Where the server promises a `readOnly` property, or asks for
//! a `writeOnly` one, they are not: what is received has the property, and what is sent has not. Then the schema, and each
//! that holds it on the way in both directions, is two types.

use foldhash::{HashMap, HashSet};

use crate::model::{Access, Api, Kind, Object, RequestBody, SchemaId, Schemas};

/// Makes a second schema of each that differs by direction, and leads what is sent to it.
pub(super) fn run(api: &mut Api) {
    let differing = differing(&api.schemas);
    if differing.is_empty() {
        return;
    }
    let twins: HashMap<SchemaId, SchemaId> = differing.iter().map(|id| (*id, twin(&mut api.schemas, *id))).collect();
    let lead = |id: &mut SchemaId| *id = *twins.get(id).unwrap_or(id);
    for id in api.schemas.ids() {
        let schema = &mut api.schemas[id];
        if schema.direction.sent && !schema.direction.received {
            schema.kind.each_schema(lead);
        }
    }
    for resource in &mut api.resources {
        for operation in &mut resource.operations {
            operation
                .parameters
                .iter_mut()
                .for_each(|parameter| lead(&mut parameter.schema));
            operation
                .request_body
                .iter_mut()
                .flat_map(RequestBody::contents_mut)
                .for_each(|content| lead(&mut content.schema));
        }
    }
}

/// The schemas that travel both ways and whose types would differ, sorted.
fn differing(schemas: &Schemas) -> Vec<SchemaId> {
    let travels = |id: &SchemaId| schemas[*id].direction.sent && schemas[*id].direction.received;
    let both_ways: Vec<SchemaId> = schemas.ids().filter(travels).collect();
    let differs = |id: &SchemaId| matches!(&schemas[*id].kind, Kind::Object(object) if object_differs(schemas, object));
    let mut holders: HashMap<SchemaId, Vec<SchemaId>> = HashMap::default();
    for id in &both_ways {
        for part in parts(schemas, *id) {
            holders.entry(part).or_default().push(*id);
        }
    }
    let mut open: Vec<SchemaId> = both_ways.iter().copied().filter(differs).collect();
    let mut found = HashSet::default();
    while let Some(id) = open.pop() {
        if found.insert(id) {
            open.extend(holders.get(&id).into_iter().flatten());
        }
    }
    let mut found: Vec<SchemaId> = found.into_iter().collect();
    found.sort_unstable();
    found
}

fn object_differs(schemas: &Schemas, object: &Object) -> bool {
    let mut properties = object.properties.iter();
    properties.any(|property| property.required && schemas[property.schema].access != Access::Both)
}

/// The schemas that one is made of in both directions.
fn parts(schemas: &Schemas, id: SchemaId) -> impl Iterator<Item = SchemaId> {
    let parts = schemas[id].kind.schemas().into_iter();
    parts.filter(|part| schemas[*part].access == Access::Both)
}

/// The schema as clients send it; the old one is what they receive.
fn twin(schemas: &mut Schemas, id: SchemaId) -> SchemaId {
    let mut twin = schemas[id].clone();
    twin.direction.received = false;
    twin.request_of = Some(id);
    if let Kind::Object(object) = &mut twin.kind {
        object
            .properties
            .retain(|property| schemas[property.schema].access != Access::ReadOnly);
    }
    schemas[id].direction.sent = false;
    schemas.push(twin)
}

//! Schemas that say the same: one type under the name of each, so that a value of one is a value of the other.
//!
//! Two schemas are the same where everything about them is, remarks included; only their places differ. Each keeps its
//! name, as an alias of the type that is written out. So the names of an API do not depend on what else it declares, and
//! where one of the two changes, an alias becomes a type and nothing else changes.

use std::cmp::Reverse;

use foldhash::{HashMap, HashMapExt as _};

use crate::model::{Api, Kind, Schema, SchemaId, Schemas};
use crate::source::Place;

/// Makes aliases of all inline types that repeat another one. The one that is kept is a component, or else the one whose
/// place sorts first.
pub(super) fn run(api: &mut Api) {
    let schemas = &mut api.schemas;
    for class in classes(schemas) {
        let rank = |id: SchemaId| (schemas[id].component.is_none(), &schemas[id].place);
        let Some(kept) = class.iter().copied().min_by(|a, b| rank(*a).cmp(&rank(*b))) else {
            continue;
        };
        for id in class {
            let schema = &mut schemas[id];
            if id != kept && schema.component.is_none() {
                schema.kind = Kind::Alias(kept);
                schema.repeats = Some(kept);
            }
        }
    }
}

/// The objects, enumerations and unions, by what they say.
fn classes(schemas: &Schemas) -> impl Iterator<Item = Vec<SchemaId>> + use<> {
    // What is declared inline stands deeper than who declares it, so each schema comes after what it is made of.
    let mut ids: Vec<SchemaId> = schemas.iter().map(|(id, _)| id).collect();
    ids.sort_by_cached_key(|id| Reverse(schemas[*id].place.pointer.depth()));
    // To grow would mean to hash all that they say again.
    let mut classes: HashMap<Schema, Vec<SchemaId>> = HashMap::with_capacity(ids.len());
    let mut first_of_class: HashMap<SchemaId, SchemaId> = HashMap::default();
    for id in ids {
        let class = classes.entry(content(&schemas[id], &first_of_class)).or_default();
        class.push(id);
        // Two components stay two types, whatever they say.
        if schemas[id].component.is_none() {
            let inline = class.iter().find(|id| schemas[**id].component.is_none());
            first_of_class.insert(id, *inline.unwrap_or(&id));
        }
    }
    let types = classes
        .into_iter()
        .filter(|(schema, _)| matches!(schema.kind, Kind::Object(_) | Kind::Enumeration(_) | Kind::Union(_)));
    types.map(|(_, class)| class)
}

/// What a schema says, wherever it stands: without its place, and with one id for all schemas that say the same.
fn content(schema: &Schema, first_of_class: &HashMap<SchemaId, SchemaId>) -> Schema {
    let mut content = schema.clone();
    let nowhere = Place::root(schema.place.file);
    let unify = |id: &mut SchemaId| *id = *first_of_class.get(id).unwrap_or(id);
    content.place = nowhere.clone();
    content.component = None;
    content.kind.each_schema(unify);
    match &mut content.kind {
        Kind::Object(object) => {
            let places = object.properties.iter_mut().map(|property| &mut property.place);
            places.for_each(|place| *place = nowhere.clone());
        }
        Kind::Union(union) => {
            let places = union.variants.iter_mut().map(|variant| &mut variant.place);
            places.for_each(|place| *place = nowhere.clone());
        }
        _ => {}
    }
    content
}

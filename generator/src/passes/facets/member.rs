//! A member that several objects have.

use foldhash::HashSet;

use super::super::alternatives::{is_same_type, listed_texts};
use super::named;
use crate::model::{Constraints, Enumeration, EnumerationValues, Kind, Object, Property, Schema, SchemaId, Schemas};
use crate::source::Place;

/// How many schemas are compared at most to find two objects the same; larger ones are taken to differ.
const MOST_COMPARISONS: usize = 1_000;

/// The schema of a member in the object at `place`, from what several objects declare of it; `None` where its type tells
/// them apart.
pub(super) fn schema(schemas: &mut Schemas, place: &Place, declared: &[&Property]) -> Option<SchemaId> {
    let (first, others) = declared.split_first()?;
    let ids: Vec<SchemaId> = declared.iter().map(|property| property.schema).collect();
    let same = |is_same: fn(&Schemas, SchemaId, SchemaId) -> bool| {
        others.iter().all(|other| is_same(schemas, first.schema, other.schema))
    };
    if same(is_same) {
        return Some(first.schema);
    }
    let kind = match either_text(schemas, &ids) {
        Some(kind) => kind,
        None if same(is_alike) => schemas[schemas.unaliased(first.schema)].kind.clone(),
        None => return None,
    };
    let place = place.child("properties").child(&first.name);
    let schema = Schema {
        component: None,
        constraints: Constraints::default(),
        nullable: schemas.is_nullable(first.schema),
        place,
        kind,
        ..schemas[first.schema].clone()
    };
    Some(schemas.push(schema))
}

/// Whether one schema says all that another says about values.
fn is_same(schemas: &Schemas, a: SchemaId, b: SchemaId) -> bool {
    is_alike(schemas, a, b) && schemas.constraints(a) == schemas.constraints(b)
}

/// Whether two schemas are one type in Rust, names left aside.
fn is_alike(schemas: &Schemas, a: SchemaId, b: SchemaId) -> bool {
    // What is left to compare: objects can contain themselves, and one that refers to others twice each is seen too often.
    let mut open = vec![(a, b)];
    for _ in 0..MOST_COMPARISONS {
        let Some((a, b)) = open.pop() else {
            return true;
        };
        if is_same_type(schemas, a, b) {
            continue;
        }
        if schemas.is_nullable(a) != schemas.is_nullable(b) {
            return false;
        }
        match (&schemas[schemas.unaliased(a)].kind, &schemas[schemas.unaliased(b)].kind) {
            (Kind::Array(a), Kind::Array(b)) | (Kind::Map(a), Kind::Map(b)) => open.push((*a, *b)),
            (Kind::Enumeration(a), Kind::Enumeration(b)) if a == b => {}
            (Kind::Object(a), Kind::Object(b)) => match pairs(a, b) {
                Some(pairs) => open.extend(pairs),
                None => return false,
            },
            _ => return false,
        }
    }
    false
}

/// The schemas of each member of two objects; `None` where they do not have the same members.
fn pairs(a: &Object, b: &Object) -> Option<Vec<(SchemaId, SchemaId)>> {
    if a.additional != b.additional || a.properties.len() != b.properties.len() {
        return None;
    }
    let pair = |property: &Property| {
        let other = named(b, &property.name)?;
        (property.required == other.required).then_some((property.schema, other.schema))
    };
    a.properties.iter().map(pair).collect()
}

/// One enumeration of the texts that some schemas list; `None` where one lists other texts than those before it, which tells
/// them apart, or where one is no text.
fn either_text(schemas: &Schemas, ids: &[SchemaId]) -> Option<Kind> {
    let is_nullable = |id: &SchemaId| schemas.is_nullable(*id);
    if ids.iter().any(is_nullable) && !ids.iter().all(is_nullable) {
        return None;
    }
    let texts = |id: &SchemaId| match &schemas[schemas.unaliased(*id)].kind {
        Kind::Enumeration(Enumeration {
            values: EnumerationValues::Strings(values),
        }) => Some(values.iter().map(|value| value.value.as_str()).collect::<HashSet<_>>()),
        _ => None,
    };
    let mut all: HashSet<&str> = HashSet::default();
    for listed in ids.iter().filter_map(texts) {
        if !all.is_empty() && listed.is_disjoint(&all) {
            return None;
        }
        all.extend(listed);
    }
    let values = listed_texts(schemas, ids)?;
    Some(Kind::Enumeration(Enumeration {
        values: EnumerationValues::Strings(values),
    }))
}

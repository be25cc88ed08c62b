//! `anyOf` of objects that nothing tells apart: one object with the members of all.
//!
//! `anyOf` means one or more of the schemas (JSON Schema 2020-12, section 10.2.1.2). A value that is several of them at once
//! has members of each, and as one variant of a union it would lose those of the others. So where no member tells which of
//! them a value is, the schemas are facets of one object, all of whose members may be there.
//!
//! They are told apart where one requires a member that another does not have, or where a member is of another type in each.
//! What would be too large to be looked through as one object stays a union.

mod member;

use crate::model::{AdditionalProperties, Api, Kind, Object, Property, Schema, SchemaId, Schemas, Union, Variant};
use crate::source::Place;

/// The members that one object may get from several.
const MOST_MEMBERS: usize = 32;

/// Makes one object of the objects of each such union: it is what the union is, or its first variant where others are left.
pub(super) fn run(api: &mut Api) {
    for id in api.schemas.ids() {
        let Kind::Union(union) = &mut api.schemas[id].kind else {
            continue;
        };
        // Whatever is left of it is one of its variants.
        if !std::mem::take(&mut union.is_any_of) || union.discriminator.is_some() {
            continue;
        }
        let union = union.clone();
        if let Some(kind) = joined(&mut api.schemas, id, &union) {
            api.schemas[id].kind = kind;
        }
    }
}

/// What a union is instead.
fn joined(schemas: &mut Schemas, id: SchemaId, union: &Union) -> Option<Kind> {
    let is_facet = |variant: &&Variant| facet(schemas, variant).is_some();
    let (facets, others): (Vec<&Variant>, Vec<&Variant>) = union.variants.iter().partition(is_facet);
    let objects = facets.iter().filter_map(|variant| facet(schemas, variant));
    let objects: Vec<Object> = objects.cloned().collect();
    if objects.len() < 2 {
        return None;
    }
    let object = Kind::Object(whole(schemas, &schemas[id].place.clone(), &objects)?);
    if others.is_empty() {
        return Some(object);
    }
    let place = facets.first()?.place.clone();
    let variant = Variant {
        schema: schemas.push(Schema::blank(place.clone(), object)),
        place,
        tags: Vec::new(),
        boxed: false,
    };
    let variants = std::iter::once(variant).chain(others.into_iter().cloned());
    Some(Kind::Union(Union {
        variants: variants.collect(),
        ..union.clone()
    }))
}

/// The object that a variant is, where it can be a part of a larger one.
fn facet<'s>(schemas: &'s Schemas, variant: &Variant) -> Option<&'s Object> {
    match &schemas[schemas.unaliased(variant.schema)].kind {
        Kind::Object(object) if !schemas.is_nullable(variant.schema) => Some(object),
        _ => None,
    }
}

/// The object that all of them are parts of, and that would stand at `place`; `None` where something tells them apart.
fn whole(schemas: &mut Schemas, place: &Place, objects: &[Object]) -> Option<Object> {
    let mut properties: Vec<Property> = Vec::new();
    for property in objects.iter().flat_map(|object| &object.properties) {
        if properties.iter().any(|known| known.name == property.name) {
            continue;
        }
        let declared = objects.iter().filter_map(|object| named(object, &property.name));
        let declared: Vec<&Property> = declared.collect();
        let is_required = declared.iter().all(|property| property.required);
        let tells_apart = declared.len() < objects.len() && declared.iter().any(|property| property.required);
        if tells_apart || properties.len() == MOST_MEMBERS {
            return None;
        }
        properties.push(Property {
            schema: member::schema(schemas, place, &declared)?,
            required: is_required,
            secret: declared.iter().any(|property| property.secret),
            ..property.clone()
        });
    }
    let additional = additional(objects)?;
    Some(Object { properties, additional })
}

fn named<'o>(object: &'o Object, name: &str) -> Option<&'o Property> {
    object.properties.iter().find(|property| property.name == name)
}

/// What members may hold that none of the objects names; `None` where they differ in it.
fn additional(objects: &[Object]) -> Option<AdditionalProperties> {
    let (first, others) = objects.split_first()?;
    let is_same = others.iter().all(|other| other.additional == first.additional);
    is_same.then_some(first.additional)
}

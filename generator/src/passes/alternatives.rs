//! Alternatives that are the same in Rust: a union has one variant for each type that its values can have.
//!
//! Listed texts beside other listed texts, or beside any text, are one enumeration: it stays open, so it holds all of them.

use std::mem::{Discriminant, discriminant};

use foldhash::{HashMap, HashSet};

use crate::diagnostic::Code;
use crate::model::{
    Api, Enumeration, EnumerationValue, EnumerationValues, Kind, SchemaId, Schemas, StringFormat, Union, Untyped,
    Variant,
};

/// Simplifies each union that nothing but the types of its values tells apart.
pub(super) fn run(api: &mut Api) {
    for id in api.schemas.ids() {
        if let Kind::Union(union) = &api.schemas[id].kind
            && union.discriminator.is_none()
            && let Some(kind) = simplified(&api.schemas, union)
        {
            // What is left can be the union itself; the pass `endless` has told of the others like it.
            let is_itself = matches!(kind, Kind::Alias(target) if api.schemas.unaliased(target) == id);
            api.schemas[id].kind = if is_itself {
                Kind::Untyped(Untyped::Inexpressible(Code::ENDLESS_TYPE))
            } else {
                kind
            };
        }
    }
}

/// What the union is instead, where it can be simpler.
fn simplified(schemas: &Schemas, union: &Union) -> Option<Kind> {
    let alternatives: Vec<SchemaId> = union.variants.iter().map(|variant| variant.schema).collect();
    if let Some(values) = listed_texts(schemas, &alternatives) {
        return Some(Kind::Enumeration(Enumeration {
            values: EnumerationValues::Strings(values),
        }));
    }
    let mut kept: Vec<Variant> = Vec::new();
    let mut alike: HashMap<Outline, Vec<SchemaId>> = HashMap::default();
    for variant in &union.variants {
        let alike = alike.entry(outline(schemas, variant.schema)).or_default();
        if !alike.iter().any(|other| is_same_type(schemas, *other, variant.schema)) {
            alike.push(variant.schema);
            kept.push(variant.clone());
        }
    }
    match kept.as_slice() {
        [only] => Some(Kind::Alias(only.schema)),
        _ if kept.len() < union.variants.len() => Some(Kind::Union(Union {
            variants: kept,
            ..union.clone()
        })),
        _ => None,
    }
}

/// What all schemas of one type have in common, so that few have to be compared: the kinds that they are made of, as far as
/// that is looked at, and which type it is where that is one of its own.
type Outline = Vec<Result<SchemaId, Discriminant<Kind>>>;

fn outline(schemas: &Schemas, id: SchemaId) -> Outline {
    const LONGEST: usize = 16;
    let mut outline = Outline::new();
    let mut open = vec![id];
    while let Some(id) = open.pop().filter(|_| outline.len() < LONGEST) {
        let id = schemas.unaliased(id);
        let kind = &schemas[id].kind;
        let is_own = matches!(kind, Kind::Object(_) | Kind::Enumeration(_) | Kind::Union(_));
        outline.push(if is_own { Ok(id) } else { Err(discriminant(kind)) });
        match kind {
            Kind::Array(content) | Kind::Map(content) => open.push(*content),
            Kind::Tuple(items) => open.extend(items.iter().take(LONGEST).rev()),
            _ => {}
        }
    }
    outline
}

/// The listed texts of all alternatives, each once; `None` where an alternative is something else, or nothing is listed.
pub(super) fn listed_texts(schemas: &Schemas, alternatives: &[SchemaId]) -> Option<Vec<EnumerationValue<String>>> {
    let mut texts: Vec<EnumerationValue<String>> = Vec::new();
    let mut seen = HashSet::default();
    for alternative in alternatives {
        match &schemas[schemas.unaliased(*alternative)].kind {
            Kind::String(StringFormat::Plain) => {}
            Kind::Enumeration(Enumeration {
                values: EnumerationValues::Strings(values),
            }) => {
                texts.extend(values.iter().filter(|value| seen.insert(&value.value)).cloned());
            }
            _ => return None,
        }
    }
    Some(texts).filter(|texts| !texts.is_empty())
}

/// Whether two schemas are one type in Rust; objects, enumerations and unions are types of their own.
pub(super) fn is_same_type(schemas: &Schemas, a: SchemaId, b: SchemaId) -> bool {
    let (a, b) = (schemas.unaliased(a), schemas.unaliased(b));
    if a == b {
        return true;
    }
    if schemas.is_nullable(a) != schemas.is_nullable(b) {
        return false;
    }
    match (&schemas[a].kind, &schemas[b].kind) {
        (Kind::Boolean, Kind::Boolean) | (Kind::Untyped(_), Kind::Untyped(_)) => true,
        (Kind::Integer(a), Kind::Integer(b)) => a == b,
        (Kind::Number { single: a }, Kind::Number { single: b }) => a == b,
        (Kind::String(a), Kind::String(b)) => a == b,
        // The passes `endless` and `deep` have seen to it that lists of lists come to an end soon.
        (Kind::Tuple(a), Kind::Tuple(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_same_type(schemas, *a, *b))
        }
        (Kind::Array(a), Kind::Array(b)) | (Kind::Map(a), Kind::Map(b)) => is_same_type(schemas, *a, *b),
        _ => false,
    }
}

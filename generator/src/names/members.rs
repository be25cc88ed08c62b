//! Fields and variants.

use std::collections::HashMap;

use super::Ident;
use super::collide::{Wish, distinct};
use crate::diagnostic::Report;
use crate::model::{
    Api, EnumerationValue, EnumerationValues, IntegerFormat, Kind, Schema, SchemaId, Schemas, StringFormat, Union,
    Variant,
};
use crate::source::Place;

/// Methods that users call on every value; a setter of that name would hide them, or stand beside the constructor.
const RESERVED_FIELDS: &[&str] = &["new", "clone", "clone_from", "to_owned", "into", "try_into"];

/// The names of an object's parts.
#[derive(Clone, Debug)]
pub struct ObjectNames {
    /// The fields, in the order of the properties.
    pub fields: Vec<Ident>,
    /// The field for additional properties.
    pub additional: Ident,
}

/// The names of an enumeration's parts.
#[derive(Clone, Debug)]
pub struct EnumerationNames {
    /// The variants, in the order of the values.
    pub variants: Vec<Ident>,
    /// The variant that keeps a value which is not listed.
    pub unknown: Ident,
}

/// The names of a union's parts.
#[derive(Clone, Debug)]
pub struct UnionNames {
    /// The variants, in the order of the model.
    pub variants: Vec<Ident>,
    /// The variant that keeps a value which none of the others can hold.
    pub unknown: Ident,
}

pub(super) fn objects(api: &Api, report: &mut Report) -> HashMap<SchemaId, ObjectNames> {
    let mut names = HashMap::new();
    for (id, schema) in api.schemas.iter() {
        if let Kind::Object(object) = &schema.kind {
            let wish = |property: &crate::model::Property| Wish {
                name: Ident::snake(&property.name),
                key: property.name.clone(),
                place: property.place.clone(),
            };
            let wishes: Vec<Wish> = object.properties.iter().map(wish).collect();
            let fields = distinct(&wishes, RESERVED_FIELDS, report);
            let additional = spare(&fields, ["additional_properties", "other_properties"].map(Ident::snake));
            names.insert(id, ObjectNames { fields, additional });
        }
    }
    names
}

pub(super) fn enumerations(api: &Api, report: &mut Report) -> HashMap<SchemaId, EnumerationNames> {
    let mut names = HashMap::new();
    for (id, schema) in api.schemas.iter() {
        if let Kind::Enumeration(enumeration) = &schema.kind {
            let wishes = match &enumeration.values {
                EnumerationValues::Strings(values) => {
                    value_wishes(values, &schema.place, |value| match value.as_str() {
                        "" => "empty".to_owned(),
                        value => value.to_owned(),
                    })
                }
                EnumerationValues::Integers(values) => value_wishes(values, &schema.place, i64::to_string),
            };
            let variants = distinct(&wishes, &[], report);
            let unknown = spare(&variants, ["Unknown", "Unrecognized"].map(Ident::camel));
            names.insert(id, EnumerationNames { variants, unknown });
        }
    }
    names
}

fn value_wishes<T>(values: &[EnumerationValue<T>], place: &Place, text: fn(&T) -> String) -> Vec<Wish> {
    let wish = |(index, value): (usize, &EnumerationValue<T>)| {
        let key = text(&value.value);
        let name = Ident::camel(value.name.as_deref().unwrap_or(&key));
        Wish {
            name,
            key,
            place: place.child("enum").child(index),
        }
    };
    values.iter().enumerate().map(wish).collect()
}

pub(super) fn unions(api: &Api, report: &mut Report) -> HashMap<SchemaId, UnionNames> {
    let mut names = HashMap::new();
    for (id, schema) in api.schemas.iter() {
        if let Kind::Union(union) = &schema.kind {
            let variants = variants(&api.schemas, union, report);
            let unknown = spare(&variants, ["Unknown", "Unrecognized"].map(Ident::camel));
            names.insert(id, UnionNames { variants, unknown });
        }
    }
    names
}

/// The variants of a union, in the order of the model.
pub(super) fn variants(schemas: &Schemas, union: &Union, report: &mut Report) -> Vec<Ident> {
    let wish = |variant: &Variant| Wish {
        name: Ident::camel(&variant_text(schemas, variant)),
        key: schemas[variant.schema].place.pointer.to_string(),
        place: variant.place.clone(),
    };
    let wishes: Vec<Wish> = union.variants.iter().map(wish).collect();
    distinct(&wishes, &[], report)
}

/// What a variant is called: by what says most about it.
fn variant_text(schemas: &Schemas, variant: &Variant) -> String {
    let tag = variant.tags.first().filter(|tag| !tag.is_empty()).cloned();
    let schema = &schemas[variant.schema];
    let title = schema.title.clone().filter(|title| !title.trim().is_empty());
    let target = &schemas[schemas.unaliased(variant.schema)];
    let component = |schema: &Schema| schema.component.clone();
    tag.or_else(|| component(schema))
        .or(title)
        .or_else(|| component(target))
        .unwrap_or_else(|| kind_text(target))
}

fn kind_text(schema: &Schema) -> String {
    let text = match &schema.kind {
        Kind::Untyped(_) | Kind::Alias(_) => "value",
        Kind::Boolean => "boolean",
        Kind::Integer(IntegerFormat::I64) => "integer",
        Kind::Integer(_) => "small integer",
        Kind::Number { .. } => "number",
        Kind::String(StringFormat::Plain) => "string",
        Kind::String(StringFormat::DateTime) => "date time",
        Kind::String(StringFormat::Date) => "date",
        Kind::String(StringFormat::Uuid) => "uuid",
        Kind::String(StringFormat::Base64) => "bytes",
        Kind::Map(_) => "map",
        Kind::Array(_) => "list",
        Kind::Union(_) => "choice",
        Kind::Enumeration(enumeration) => match &enumeration.values {
            EnumerationValues::Strings(values) if values.len() == 1 => &values[0].value,
            _ => "choice",
        },
        Kind::Object(object) => {
            let required = object.properties.iter().find(|property| property.required);
            let telling = required.or_else(|| object.properties.first());
            return telling.map_or_else(|| "object".to_owned(), |property| format!("with {}", property.name));
        }
    };
    text.to_owned()
}

/// The first of some names that is not taken; numbers go on where all are.
fn spare(taken: &[Ident], names: [Ident; 2]) -> Ident {
    let [first, second] = names;
    let numbered = (2..).map(|number| first.with_suffix(number));
    let mut candidates = [first.clone(), second].into_iter().chain(numbered);
    candidates.find(|name| !taken.contains(name)).unwrap_or(first)
}

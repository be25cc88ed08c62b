//! Variants of unions.
//!
//! A variant is called by what says most about it, and by nothing that stands outside of its union: the one value of the
//! discriminator that means it, its component, its title, the only value that one of its properties can have (`type` before
//! others), its type; an object that has none of these by a property that no other variant has. Variants that agree in one
//! of these are called by the next.

use foldhash::HashMap;

use super::Ident;
use super::collide::{Wish, distinct};
use super::members::{spare, value_text};
use super::methods::first_distinct;
use crate::diagnostic::Report;
use crate::model::{
    Api, Enumeration, EnumerationValues, IntegerFormat, Kind, Object, Schema, SchemaId, Schemas, StringFormat, Union,
    Variant,
};

/// The names of a union's parts.
#[derive(Clone, Debug)]
pub struct UnionNames {
    /// The variants, in the order of the model.
    pub variants: Vec<Ident>,
    /// The variant that keeps a value which none of the others can hold.
    pub unknown: Ident,
}

pub(super) fn unions(api: &Api, report: &mut Report) -> HashMap<SchemaId, UnionNames> {
    let mut names = HashMap::default();
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
fn variants(schemas: &Schemas, union: &Union, report: &mut Report) -> Vec<Ident> {
    let holders = holders(schemas, union);
    let candidates: Vec<Vec<String>> = union
        .variants
        .iter()
        .map(|variant| candidates(schemas, &holders, variant))
        .collect();
    let wish = |(variant, name): (&Variant, &str)| Wish {
        name: Ident::camel(name),
        key: {
            let place = &schemas[variant.schema].place;
            format!("{}#{}", place.file, place.pointer)
        },
        place: variant.place.clone(),
    };
    let names = first_distinct(&candidates);
    let wishes: Vec<Wish> = union.variants.iter().zip(names).map(wish).collect();
    distinct(&wishes, &[], report)
}

/// What a variant may be called, the most telling first; it is the next one where another variant has come to the same.
fn candidates(schemas: &Schemas, holders: &HashMap<&str, usize>, variant: &Variant) -> Vec<String> {
    let only_tag = match variant.tags.as_slice() {
        [tag] if !tag.is_empty() => Some(tag.clone()),
        _ => None,
    };
    let schema = &schemas[variant.schema];
    let target = &schemas[schemas.unaliased(variant.schema)];
    let component = schema.component.clone();
    let title = schema.title.clone().filter(|title| !title.trim().is_empty());
    let of_target = target.component.clone().filter(|_| schema.repeats.is_none());
    let constant = constant(schemas, target).map(|value| value_text(value).to_owned());
    let kind = match &target.kind {
        Kind::Object(object) => property_text(holders, object),
        _ => kind_text(schemas, target, 0),
    };
    let candidates = [only_tag, component, title, of_target, constant, Some(kind)];
    // In camel case already, since that is what has to differ.
    let candidates = candidates.into_iter().flatten();
    candidates.map(|text| Ident::camel(&text).to_string()).collect()
}

/// How many lists of lists a name tells.
const DEEPEST: usize = 3;

fn kind_text(schemas: &Schemas, schema: &Schema, depth: usize) -> String {
    let text = match &schema.kind {
        Kind::Untyped(_) | Kind::Alias(_) => "value",
        Kind::Boolean => "boolean",
        Kind::Integer(IntegerFormat::I64) => "integer",
        Kind::Integer(_) => "small integer",
        Kind::Number { .. } => "number",
        Kind::String(StringFormat::Plain | StringFormat::Binary) => "string",
        Kind::File => "file",
        Kind::String(StringFormat::DateTime) => "date time",
        Kind::String(StringFormat::Date) => "date",
        Kind::String(StringFormat::Uuid) => "uuid",
        Kind::String(StringFormat::Base64) => "bytes",
        Kind::Map(values) => return container_text(schemas, *values, "map", depth),
        Kind::Array(items) => return container_text(schemas, *items, "list", depth),
        Kind::Union(_) => "choice",
        Kind::Tuple(_) => "tuple",
        Kind::Enumeration(enumeration) => only_value(enumeration).unwrap_or("choice"),
        Kind::Object(_) => "object",
    };
    text.to_owned()
}

/// `string list`: a list or a map, with what it holds where that has a name of its own.
fn container_text(schemas: &Schemas, content: SchemaId, container: &str, depth: usize) -> String {
    let content = &schemas[schemas.unaliased(content)];
    let text = match (&content.component, &content.kind) {
        (Some(component), _) => component.clone(),
        (None, Kind::Boolean | Kind::Integer(_) | Kind::Number { .. } | Kind::String(_)) => {
            kind_text(schemas, content, depth)
        }
        (None, Kind::Array(_) | Kind::Map(_)) if depth < DEEPEST => kind_text(schemas, content, depth + 1),
        (None, _) => return container.to_owned(),
    };
    format!("{text} {container}")
}

/// The number of variants that have a property of each name.
fn holders<'s>(schemas: &'s Schemas, union: &Union) -> HashMap<&'s str, usize> {
    let mut holders = HashMap::default();
    for variant in &union.variants {
        if let Kind::Object(object) = &schemas[schemas.unaliased(variant.schema)].kind {
            for property in &object.properties {
                *holders.entry(property.name.as_str()).or_default() += 1;
            }
        }
    }
    holders
}

/// What an object is called by a property of its own: one that the others do not have, and that is required, if there is.
fn property_text(holders: &HashMap<&str, usize>, object: &Object) -> String {
    let telling = object.properties.iter().min_by_key(|property| {
        let is_shared = holders[property.name.as_str()] > 1;
        (is_shared, !property.required)
    });
    telling.map_or_else(|| "object".to_owned(), |property| format!("with {}", property.name))
}

/// The only value that a required property of an object can have; that of `type` is stronger than that of others, and else
/// the first counts.
fn constant<'s>(schemas: &'s Schemas, schema: &'s Schema) -> Option<&'s str> {
    let Kind::Object(object) = &schema.kind else {
        return None;
    };
    let constants = object.properties.iter().filter(|property| property.required);
    let constants = constants.filter_map(|property| {
        let schema = &schemas[schemas.unaliased(property.schema)];
        let Kind::Enumeration(enumeration) = &schema.kind else {
            return None;
        };
        Some((property.name != "type", only_value(enumeration)?))
    });
    let strongest = constants.min_by_key(|(is_other, _)| *is_other);
    strongest.map(|(_, value)| value)
}

/// The text of an enumeration that lists no other.
fn only_value(enumeration: &Enumeration) -> Option<&str> {
    match &enumeration.values {
        EnumerationValues::Strings(values) if values.len() == 1 => Some(value_text(&values[0].value)),
        _ => None,
    }
}

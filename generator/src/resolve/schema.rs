//! A schema of the normal form, put together member by member.
//!
//! `openapiv3` reads a schema through buffers, since it sorts it by its type. That costs more than all the rest of a piece,
//! and a description has tens of thousands of them. What a schema is made of has been mended before, so there is little
//! here that could fail.

use openapiv3::{AdditionalProperties, AnySchema, ReferenceOr, SchemaData};
use serde_json::{Map, Value};

use super::XML;

/// The schema with these members, whose children are references. Whatever its type, there is a place for each keyword.
///
/// # Errors
///
/// Where the discriminator is not one.
pub(super) fn schema(members: Map<String, Value>) -> serde_json::Result<(SchemaData, AnySchema)> {
    let mut data = SchemaData::default();
    let mut any = AnySchema::default();
    for (key, value) in members {
        match (key.as_str(), value) {
            ("title", Value::String(text)) => data.title = Some(text),
            ("description", Value::String(text)) => data.description = Some(text),
            ("nullable", Value::Bool(flag)) => data.nullable = flag,
            ("readOnly", Value::Bool(flag)) => data.read_only = flag,
            ("writeOnly", Value::Bool(flag)) => data.write_only = flag,
            ("deprecated", Value::Bool(flag)) => data.deprecated = flag,
            ("example", value) => data.example = Some(value).filter(|value| !value.is_null()),
            ("default", value) => data.default = Some(value).filter(|value| !value.is_null()),
            ("discriminator", value) => data.discriminator = serde_json::from_value(value)?,
            ("type", Value::String(name)) => any.typ = Some(name),
            ("format", Value::String(name)) => any.format = Some(name),
            ("multipleOf", value) => any.multiple_of = value.as_f64(),
            ("minimum", value) => any.minimum = value.as_f64(),
            ("maximum", value) => any.maximum = value.as_f64(),
            ("exclusiveMinimum", Value::Bool(flag)) => any.exclusive_minimum = Some(flag),
            ("exclusiveMaximum", Value::Bool(flag)) => any.exclusive_maximum = Some(flag),
            ("minLength", value) => any.min_length = count(&value),
            ("maxLength", value) => any.max_length = count(&value),
            ("pattern", Value::String(pattern)) => any.pattern = Some(pattern),
            ("minItems", value) => any.min_items = count(&value),
            ("maxItems", value) => any.max_items = count(&value),
            ("uniqueItems", Value::Bool(flag)) => any.unique_items = Some(flag),
            ("enum", Value::Array(values)) => any.enumeration = values,
            ("required", Value::Array(names)) => any.required = names.into_iter().filter_map(text).collect(),
            ("properties", Value::Object(properties)) => {
                let properties = properties.into_iter();
                any.properties = properties
                    .filter_map(|(name, property)| Some((name, reference(property)?)))
                    .collect();
            }
            ("additionalProperties", Value::Bool(flag)) => {
                any.additional_properties = Some(AdditionalProperties::Any(flag));
            }
            ("additionalProperties", value) => {
                any.additional_properties =
                    reference(value).map(|schema| AdditionalProperties::Schema(Box::new(schema)));
            }
            ("xml", value @ Value::Object(_)) => drop(data.extensions.insert(XML.to_owned(), value)),
            ("items", value) => any.items = reference(value),
            ("allOf", Value::Array(schemas)) => any.all_of = schemas.into_iter().filter_map(reference).collect(),
            ("oneOf", Value::Array(schemas)) => any.one_of = schemas.into_iter().filter_map(reference).collect(),
            ("anyOf", Value::Array(schemas)) => any.any_of = schemas.into_iter().filter_map(reference).collect(),
            (extension, value) if extension.starts_with("x-") => {
                data.extensions.insert(key, value);
            }
            _ => {}
        }
    }
    Ok((data, any))
}

fn reference<T>(value: Value) -> Option<ReferenceOr<T>> {
    let Value::Object(mut members) = value else { return None };
    let reference = members.swap_remove("$ref").and_then(text)?;
    Some(ReferenceOr::Reference { reference })
}

fn count(value: &Value) -> Option<usize> {
    usize::try_from(value.as_u64()?).ok()
}

fn text(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        _ => None,
    }
}

//! What a schema says, whatever shape the parser gave it.
//!
//! `openapiv3` sorts schemas into kinds by which keywords they have; here each keyword has one place again.

use indexmap::IndexMap;
use openapiv3::{
    AdditionalProperties, AnySchema, IntegerFormat, NumberFormat, Schema, SchemaData, SchemaKind, StringFormat, Type,
    VariantOrUnknownOrEmpty,
};
use serde_json::Value;

use crate::resolve::{TYPES, place_of};
use crate::source::Place;

/// What a schema says; children are given by their places.
pub(super) struct Facts {
    /// What every schema may say.
    pub(super) data: SchemaData,
    /// `type`
    pub(super) stated_type: Option<String>,
    /// `type`, where it lists several.
    pub(super) types: Vec<String>,
    /// `format`
    pub(super) format: Option<String>,
    /// `enum`
    pub(super) enumeration: Vec<Value>,
    /// `properties`
    pub(super) properties: IndexMap<String, Place>,
    /// `required`
    pub(super) required: Vec<String>,
    /// `additionalProperties`
    pub(super) additional: Additional,
    /// `items`
    pub(super) items: Option<Place>,
    /// `allOf`
    pub(super) all_of: Vec<Place>,
    /// `oneOf`, or else `anyOf`
    pub(super) variants: Vec<Place>,
}

/// What `additionalProperties` says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Additional {
    /// Nothing.
    Unmentioned,
    /// `false`
    Forbidden,
    /// `true`
    Anything,
    /// A schema.
    Schema(Place),
}

impl Facts {
    pub(super) fn of(schema: Schema) -> Self {
        let any = any(schema.schema_kind);
        let variants = if any.one_of.is_empty() { any.any_of } else { any.one_of };
        Self {
            types: types(&schema.schema_data),
            stated_type: any.typ,
            format: any.format,
            enumeration: any.enumeration,
            properties: any
                .properties
                .into_iter()
                .filter_map(|(name, property)| Some((name, place_of(&property)?)))
                .collect(),
            required: any.required,
            additional: match any.additional_properties {
                None => Additional::Unmentioned,
                Some(AdditionalProperties::Any(false)) => Additional::Forbidden,
                Some(AdditionalProperties::Any(true)) => Additional::Anything,
                Some(AdditionalProperties::Schema(schema)) => {
                    place_of(&schema).map_or(Additional::Anything, Additional::Schema)
                }
            },
            items: any.items.as_ref().and_then(place_of),
            all_of: any.all_of.iter().filter_map(place_of).collect(),
            variants: variants.iter().filter_map(place_of).collect(),
            data: schema.schema_data,
        }
    }

    /// The type of the values: the stated one, or the one that other keywords only make sense for.
    pub(super) fn data_type(&self) -> Option<&str> {
        let implied = || {
            let has_additional = matches!(self.additional, Additional::Anything | Additional::Schema(_));
            let is_object = !self.properties.is_empty() || has_additional;
            if is_object {
                Some("object")
            } else {
                self.items.as_ref().map(|_| "array")
            }
        };
        self.stated_type.as_deref().or_else(implied)
    }

    /// Whether the schema says what its values are by itself, and not only by what it is made of.
    pub(super) fn has_structure(&self) -> bool {
        self.data_type().is_some() || !self.types.is_empty() || !self.enumeration.is_empty()
    }
}

fn types(data: &SchemaData) -> Vec<String> {
    let names = data.extensions.get(TYPES).and_then(Value::as_array);
    names
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}

fn any(kind: SchemaKind) -> AnySchema {
    match kind {
        SchemaKind::Any(any) => any,
        SchemaKind::AllOf { all_of } => AnySchema {
            all_of,
            ..AnySchema::default()
        },
        SchemaKind::OneOf { one_of } => AnySchema {
            one_of,
            ..AnySchema::default()
        },
        SchemaKind::AnyOf { any_of } => AnySchema {
            any_of,
            ..AnySchema::default()
        },
        SchemaKind::Not { not } => AnySchema {
            not: Some(not),
            ..AnySchema::default()
        },
        SchemaKind::Type(ty) => typed(ty),
    }
}

fn typed(ty: Type) -> AnySchema {
    let of = |name: &str| AnySchema {
        typ: Some(name.to_owned()),
        ..AnySchema::default()
    };
    match ty {
        Type::String(string) => AnySchema {
            format: format_text(string.format, |format| string_format(*format)),
            enumeration: values(string.enumeration),
            ..of("string")
        },
        Type::Number(number) => AnySchema {
            format: format_text(number.format, |format| number_format(*format)),
            enumeration: values(number.enumeration),
            ..of("number")
        },
        Type::Integer(integer) => AnySchema {
            format: format_text(integer.format, |format| integer_format(*format)),
            enumeration: values(integer.enumeration),
            ..of("integer")
        },
        Type::Boolean(boolean) => AnySchema {
            enumeration: values(boolean.enumeration),
            ..of("boolean")
        },
        Type::Array(array) => AnySchema {
            items: array.items,
            ..of("array")
        },
        Type::Object(object) => AnySchema {
            properties: object.properties,
            required: object.required,
            additional_properties: object.additional_properties,
            ..of("object")
        },
    }
}

fn values<T: Into<Value>>(values: Vec<Option<T>>) -> Vec<Value> {
    values
        .into_iter()
        .map(|value| value.map_or(Value::Null, Into::into))
        .collect()
}

fn format_text<T>(format: VariantOrUnknownOrEmpty<T>, name: fn(&T) -> &'static str) -> Option<String> {
    match format {
        VariantOrUnknownOrEmpty::Item(known) => Some(name(&known).to_owned()),
        VariantOrUnknownOrEmpty::Unknown(text) => Some(text),
        VariantOrUnknownOrEmpty::Empty => None,
    }
}

fn string_format(format: StringFormat) -> &'static str {
    match format {
        StringFormat::Date => "date",
        StringFormat::DateTime => "date-time",
        StringFormat::Password => "password",
        StringFormat::Byte => "byte",
        StringFormat::Binary => "binary",
    }
}

fn number_format(format: NumberFormat) -> &'static str {
    match format {
        NumberFormat::Float => "float",
        NumberFormat::Double => "double",
    }
}

fn integer_format(format: IntegerFormat) -> &'static str {
    match format {
        IntegerFormat::Int32 => "int32",
        IntegerFormat::Int64 => "int64",
    }
}

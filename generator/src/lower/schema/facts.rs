//! What a schema says, whatever shape the parser gave it.
//!
//! `openapiv3` sorts schemas into kinds by which keywords they have; here each keyword has one place again.

use openapiv3::{
    AdditionalProperties, AnySchema, IntegerFormat, NumberFormat, ReferenceOr, Schema, SchemaData, SchemaKind, StringFormat,
    Type, VariantOrUnknownOrEmpty,
};
use serde_json::Value;

/// What a schema says. Children are found at their places and are only counted here.
pub(super) struct Facts {
    /// What every schema may say.
    pub(super) data: SchemaData,
    /// `type`
    pub(super) stated_type: Option<String>,
    /// `format`
    pub(super) format: Option<String>,
    /// `enum`
    pub(super) enumeration: Vec<Value>,
    /// The names of `properties`.
    pub(super) properties: Vec<String>,
    /// `required`
    pub(super) required: Vec<String>,
    /// `additionalProperties`
    pub(super) additional: Additional,
    /// Whether there is `items`.
    pub(super) has_items: bool,
    /// The references in `allOf`, as `openapiv3` gives them.
    pub(super) all_of: Vec<ReferenceOr<Schema>>,
    /// The keyword that lists alternatives, and how many it lists.
    pub(super) variants: Vec<ReferenceOr<Schema>>,
    /// Whether the alternatives stand under `oneOf`, and not under `anyOf`.
    pub(super) is_one_of: bool,
}

/// What `additionalProperties` says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Additional {
    /// Nothing.
    Unmentioned,
    /// `false`
    Forbidden,
    /// `true`, or a schema.
    Allowed,
}

impl Facts {
    pub(super) fn of(schema: Schema) -> Self {
        let mut any = any(schema.schema_kind);
        let is_one_of = !any.one_of.is_empty();
        Self {
            data: schema.schema_data,
            stated_type: any.typ,
            format: any.format,
            enumeration: any.enumeration,
            properties: any.properties.into_keys().collect(),
            required: any.required,
            additional: match any.additional_properties {
                None => Additional::Unmentioned,
                Some(AdditionalProperties::Any(false)) => Additional::Forbidden,
                Some(_) => Additional::Allowed,
            },
            has_items: any.items.is_some(),
            all_of: any.all_of,
            variants: if is_one_of { any.one_of } else { std::mem::take(&mut any.any_of) },
            is_one_of,
        }
    }

    /// The type of the values: the stated one, or the one that other keywords only make sense for.
    pub(super) fn data_type(&self) -> Option<&str> {
        let implied = || {
            let is_object = !self.properties.is_empty() || self.additional == Additional::Allowed;
            if is_object { Some("object") } else { self.has_items.then_some("array") }
        };
        self.stated_type.as_deref().or_else(implied)
    }

    /// Whether the schema says what its values are by itself, and not only by what it is made of.
    pub(super) fn has_structure(&self) -> bool {
        self.data_type().is_some() || !self.enumeration.is_empty()
    }
}

fn any(kind: SchemaKind) -> AnySchema {
    match kind {
        SchemaKind::Any(any) => any,
        SchemaKind::AllOf { all_of } => AnySchema { all_of, ..AnySchema::default() },
        SchemaKind::OneOf { one_of } => AnySchema { one_of, ..AnySchema::default() },
        SchemaKind::AnyOf { any_of } => AnySchema { any_of, ..AnySchema::default() },
        SchemaKind::Not { not } => AnySchema { not: Some(not), ..AnySchema::default() },
        SchemaKind::Type(ty) => typed(ty),
    }
}

fn typed(ty: Type) -> AnySchema {
    let of = |name: &str| AnySchema { typ: Some(name.to_owned()), ..AnySchema::default() };
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
        Type::Boolean(boolean) => AnySchema { enumeration: values(boolean.enumeration), ..of("boolean") },
        Type::Array(array) => AnySchema { items: array.items, ..of("array") },
        Type::Object(object) => AnySchema {
            properties: object.properties,
            required: object.required,
            additional_properties: object.additional_properties,
            ..of("object")
        },
    }
}

fn values<T: Into<Value>>(values: Vec<Option<T>>) -> Vec<Value> {
    values.into_iter().map(|value| value.map_or(Value::Null, Into::into)).collect()
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

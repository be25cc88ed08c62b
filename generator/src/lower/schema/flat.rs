//! The kinds into which `openapiv3` sorts schemas, undone: one struct with a place for each keyword.

use openapiv3::{AnySchema, IntegerFormat, NumberFormat, SchemaKind, StringFormat, Type, VariantOrUnknownOrEmpty};
use serde_json::Value;

/// All that a schema says, whatever kind it was taken for.
pub(super) fn flat(kind: SchemaKind) -> AnySchema {
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

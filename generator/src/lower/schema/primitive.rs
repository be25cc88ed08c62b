//! Texts and numbers, and what their formats make of them.

use super::facts::Facts;
use crate::model::{IntegerFormat, Kind, StringFormat};

/// A text; a format that has no type of its own leaves it a plain one.
pub(super) fn string(facts: &Facts) -> Kind {
    Kind::String(match facts.format.as_deref() {
        Some("date-time") => StringFormat::DateTime,
        Some("date") => StringFormat::Date,
        Some("uuid") => StringFormat::Uuid,
        Some("byte") => StringFormat::Base64,
        Some("binary") => StringFormat::Binary,
        _ => StringFormat::Plain,
    })
}

/// A whole number: 64 bits where no format says otherwise.
pub(super) fn integer(facts: &Facts) -> Kind {
    Kind::Integer(match facts.format.as_deref() {
        Some("int8") => IntegerFormat::I8,
        Some("int16") => IntegerFormat::I16,
        Some("int32") => IntegerFormat::I32,
        Some("uint8") => IntegerFormat::U8,
        Some("uint16") => IntegerFormat::U16,
        Some("uint32") => IntegerFormat::U32,
        Some("uint64" | "uint") => IntegerFormat::U64,
        _ => IntegerFormat::I64,
    })
}

/// A number: 64 bits, or 32 for `format: float`.
pub(super) fn number(facts: &Facts) -> Kind {
    match facts.format.as_deref() {
        Some("int32") => Kind::Integer(IntegerFormat::I32),
        Some("int64") => Kind::Integer(IntegerFormat::I64),
        format => Kind::Number {
            single: format == Some("float"),
        },
    }
}

//! Texts and numbers, and what their formats make of them.

use serde_json::Value;

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

/// A whole number: 64 bits where no format says otherwise, and none of the values that the description shows is beyond them.
pub(super) fn integer(facts: &Facts) -> Kind {
    Kind::Integer(match facts.format.as_deref() {
        Some("int8") => IntegerFormat::I8,
        Some("int16") => IntegerFormat::I16,
        Some("int32") => IntegerFormat::I32,
        Some("uint8") => IntegerFormat::U8,
        Some("uint16") => IntegerFormat::U16,
        Some("uint32") => IntegerFormat::U32,
        Some("uint64" | "uint") => IntegerFormat::U64,
        Some("int64") => IntegerFormat::I64,
        _ => return widest(facts),
    })
}

/// An `i64`, as everybody expects, but where the default or the example is larger: a `u64` where that holds all values that
/// are shown, and else an `f64`, which holds them nearly.
///
/// A bound shows no value: many descriptions give that of `i64`, rounded up by a program that has floating point only.
fn widest(facts: &Facts) -> Kind {
    let minimum = facts.constraints.minimum.as_ref();
    let allows_negative = minimum.is_some_and(|minimum| minimum.value.as_f64() < Some(0.0));
    let shown = || {
        facts
            .data
            .default
            .iter()
            .chain(&facts.data.example)
            .filter(|value| value.is_number())
    };
    if shown().all(|value| value.is_i64() || value.as_f64().is_some_and(|value| value.abs() < SIGNED_END)) {
        Kind::Integer(IntegerFormat::I64)
    } else if shown().all(Value::is_u64) && !allows_negative {
        Kind::Integer(IntegerFormat::U64)
    } else {
        Kind::Number { single: false }
    }
}

/// The first number after those of 64 bits with a sign.
const SIGNED_END: f64 = 9_223_372_036_854_775_808.0;

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

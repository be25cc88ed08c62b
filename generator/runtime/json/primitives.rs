//! Booleans, numbers and strings.

use std::str::FromStr;

use super::{Json, ReadError, Tree, Value, Writer};

impl Json for bool {
    fn read(value: &Value<'_>) -> Result<Self, ReadError> {
        match value.tree() {
            Tree::Bool(value) => Ok(*value),
            Tree::String(text) if value.is_text() => in_text(text, value, "a boolean"),
            _ => Err(ReadError::expected("a boolean", value)),
        }
    }

    fn write(&self, writer: &mut Writer) {
        writer.scalar(self);
    }
}

impl Json for String {
    fn read(value: &Value<'_>) -> Result<Self, ReadError> {
        value.text().map(ToString::to_string)
    }

    fn write(&self, writer: &mut Writer) {
        writer.scalar(self);
    }
}

impl Json for f64 {
    fn read(value: &Value<'_>) -> Result<Self, ReadError> {
        match value.tree() {
            Tree::Number(number) => Ok(number.float()),
            Tree::String(text) if !value.is_strict() => finite_in_text(text, value),
            _ => Err(ReadError::expected("a number", value)),
        }
    }

    fn write(&self, writer: &mut Writer) {
        writer.float(*self);
    }
}

impl Json for f32 {
    fn read(value: &Value<'_>) -> Result<Self, ReadError> {
        let number = f64::read(value)?;
        let nearest = number as f32;
        if nearest.is_finite() {
            Ok(nearest)
        } else {
            Err(ReadError::new("expected a number of 32 bits, found a larger one"))
        }
    }

    fn write(&self, writer: &mut Writer) {
        if self.is_finite() {
            // Not by way of `f64`, which would write 0.1 as 0.10000000149011612.
            writer.scalar(self);
        } else {
            writer.float((*self).into());
        }
    }
}

/// A number that a server sends as a string, so that nobody rounds it: ids of 64 bits, and amounts.
fn in_text<T: FromStr>(text: &str, value: &Value<'_>, expected: &str) -> Result<T, ReadError> {
    text.trim().parse().map_err(|_| ReadError::expected(expected, value))
}

/// Rust reads words like `inf` as numbers, too, which JSON could not have said.
fn finite_in_text(text: &str, value: &Value<'_>) -> Result<f64, ReadError> {
    let number: f64 = in_text(text, value, "a number")?;
    if number.is_finite() {
        Ok(number)
    } else {
        Err(ReadError::expected("a number", value))
    }
}

/// An integer, whatever its type.
fn integer(value: &Value<'_>) -> Result<i128, ReadError> {
    match value.tree() {
        Tree::Number(number) => number
            .integer()
            .ok_or_else(|| ReadError::new("expected an integer, found a fraction")),
        Tree::String(text) if value.is_text() => in_text(text, value, "an integer"),
        _ => Err(ReadError::expected("an integer", value)),
    }
}

/// An integer of 64 bits. Servers send those as strings too, since JavaScript would round them.
fn long_integer(value: &Value<'_>) -> Result<i128, ReadError> {
    match value.tree() {
        Tree::String(text) if !value.is_strict() => in_text(text, value, "an integer"),
        _ => integer(value),
    }
}

macro_rules! integers {
    ($($type:ident by $read:ident,)*) => {$(
        impl Json for $type {
            fn read(value: &Value<'_>) -> Result<Self, ReadError> {
                Self::try_from($read(value)?).map_err(|_| {
                    ReadError::new(format!("expected an integer from {} to {}", Self::MIN, Self::MAX))
                })
            }

            fn write(&self, writer: &mut Writer) {
                writer.scalar(self);
            }
        }
    )*};
}

integers! {
    i8 by integer,
    i16 by integer,
    i32 by integer,
    i64 by long_integer,
    u8 by integer,
    u16 by integer,
    u32 by integer,
    u64 by long_integer,
}

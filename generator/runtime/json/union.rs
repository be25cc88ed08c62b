//! Unions without a discriminator.

use super::{ReadError, Value};

/// How a variant of a union is read.
type ReadVariant<T> = fn(&Value<'_>) -> Result<T, ReadError>;

/// Reads a union that has no discriminator: the first of the named variants that can be read. The most specific variant
/// has to come first.
///
/// The variants are tried [`strictly`](Value::strictly) first, so that `"42"` is a string where one is allowed, and not the
/// integer that it would be elsewhere. Only a value that is nothing strictly is read as leniently as others are.
///
/// ```text
/// runtime::first_match(value, &[
///     ("Cat", |value| runtime::Json::read(value).map(Self::Cat)),
///     ("Dog", |value| runtime::Json::read(value).map(Self::Dog)),
/// ])
/// ```
///
/// # Errors
///
/// When none matches, with the reason for each.
pub fn first_match<T>(value: &Value<'_>, variants: &[(&'static str, ReadVariant<T>)]) -> Result<T, ReadError> {
    first_of(&value.strictly(), variants).or_else(|error| {
        if value.is_strict() {
            Err(error)
        } else {
            first_of(value, variants)
        }
    })
}

fn first_of<T>(value: &Value<'_>, variants: &[(&'static str, ReadVariant<T>)]) -> Result<T, ReadError> {
    let mut reasons = Vec::new();
    for (name, read) in variants {
        match read(value) {
            Ok(variant) => return Ok(variant),
            Err(error) => reasons.push(format!("not {name} ({error})")),
        }
    }
    Err(ReadError::new(format!("no variant matches: {}", reasons.join(", "))))
}

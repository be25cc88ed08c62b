//! Unions without a discriminator.

use super::{ReadError, Value};

/// How a variant of a union is read.
type ReadVariant<T> = fn(&Value<'_>) -> Result<T, ReadError>;

/// Reads a union that has no discriminator: the first of the named variants that can be read. The most specific variant
/// has to come first.
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
    let mut reasons = Vec::new();
    for (name, read) in variants {
        match read(value) {
            Ok(variant) => return Ok(variant),
            Err(error) => reasons.push(format!("not {name} ({error})")),
        }
    }
    Err(ReadError::new(format!("no variant matches: {}", reasons.join(", "))))
}

//! Unions without a discriminator.

use std::cmp::Reverse;

use super::{Json, ReadError, Value};

/// A variant of a union.
#[derive(Debug)]
pub struct Alternative<T> {
    name: &'static str,
    known_members: fn(&Value<'_>) -> usize,
    read: ReadVariant<T>,
}

/// How a variant of a union is read.
type ReadVariant<T> = fn(&Value<'_>) -> Result<T, ReadError>;

impl<T> Alternative<T> {
    /// The variant of that name that `make` makes, and how it is read.
    #[must_use]
    pub fn new<V: Json>(name: &'static str, _make: fn(V) -> T, read: ReadVariant<T>) -> Self {
        Self {
            name,
            known_members: V::known_members,
            read,
        }
    }
}

/// Reads a union that has no discriminator: the first of the variants that can be read. The most specific variant has to come
/// first; of an object, those that know more of its members are tried before, so that a variant which requires nothing does
/// not take what is meant for another and lose the rest.
///
/// The variants are tried [`strictly`](Value::strictly) first, so that `"42"` is a string where one is allowed, and not the
/// integer that it would be elsewhere. Only a value that is nothing strictly is read as leniently as others are.
///
/// # Errors
///
/// When none matches, with the reason for each.
pub fn first_match<T, const N: usize>(value: &Value<'_>, mut variants: [Alternative<T>; N]) -> Result<T, ReadError> {
    if value.members().is_some() {
        variants.sort_by_cached_key(|variant| Reverse((variant.known_members)(value)));
    }
    let value = value.as_variant();
    first_of(&value.strictly(), &variants).or_else(|error| {
        if value.is_strict() {
            Err(error)
        } else {
            first_of(&value, &variants)
        }
    })
}

/// How many members of a value that variant of a union knows which knows most.
#[must_use]
pub fn known_members<T>(value: &Value<'_>, variants: &[Alternative<T>]) -> usize {
    let known = variants.iter().map(|variant| (variant.known_members)(value));
    known.max().unwrap_or_default()
}

fn first_of<T>(value: &Value<'_>, variants: &[Alternative<T>]) -> Result<T, ReadError> {
    let mut reasons = Vec::new();
    for Alternative { name, read, .. } in variants {
        match read(value) {
            Ok(variant) => return Ok(variant),
            Err(error) => reasons.push(format!("not {name} ({error})")),
        }
    }
    Err(ReadError::new(format!("no variant matches: {}", reasons.join(", "))))
}

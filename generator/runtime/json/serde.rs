//! The bridge to serde, so that models are at home in the ecosystem. The SDK itself never goes through it.

use ::serde::de::{Deserialize, Deserializer, Error as _};
use ::serde::ser::{Error as _, Serialize, Serializer};

use super::{Json, Number, Tree, Value, parse, to_vec};

/// Deserializes a type by way of its JSON form.
///
/// # Errors
///
/// When the input cannot be read, or is not the JSON form of the type.
pub fn deserialize<'de, T: Json, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    T::read(&Value::of(&Tree::deserialize(deserializer)?)).map_err(D::Error::custom)
}

/// Serializes a value by way of its JSON form.
///
/// # Errors
///
/// When the value has no JSON form, or the serializer fails.
pub fn serialize<T: Json, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let text = to_vec(value).map_err(S::Error::custom)?;
    parse(&text).map_err(S::Error::custom)?.serialize(serializer)
}

impl Serialize for Tree<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(Number::Unsigned(number)) => serializer.serialize_u64(*number),
            Self::Number(Number::Negative(number)) => serializer.serialize_i64(*number),
            Self::Number(Number::Float(number)) => serializer.serialize_f64(*number),
            Self::String(text) => serializer.serialize_str(text),
            Self::Array(elements) => serializer.collect_seq(elements),
            Self::Object(members) => serializer.collect_map(members.iter().map(|(name, value)| (name, value))),
        }
    }
}

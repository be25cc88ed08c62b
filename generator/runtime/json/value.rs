//! The borrowed JSON tree.

use std::borrow::Cow;

use super::{Number, ObjectReader, ReadError};

/// A JSON value that borrows from the text it was read from, where the text has no escapes.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number.
    Number(Number),
    /// A string, with its escapes resolved.
    String(Cow<'a, str>),
    /// An array.
    Array(Vec<Value<'a>>),
    /// An object: its members in the order of the text, each name once.
    Object(Vec<(Cow<'a, str>, Value<'a>)>),
}

impl<'a> Value<'a> {
    /// The members of an object, to be read by name.
    ///
    /// # Errors
    ///
    /// When the value is not an object.
    pub fn object<'v>(&'v self) -> Result<ObjectReader<'v, 'a>, ReadError> {
        match self {
            Self::Object(members) => Ok(ObjectReader::new(members)),
            _ => Err(ReadError::expected("an object", self)),
        }
    }

    /// The elements of an array.
    ///
    /// # Errors
    ///
    /// When the value is not an array.
    pub fn array(&self) -> Result<&[Value<'a>], ReadError> {
        match self {
            Self::Array(elements) => Ok(elements),
            _ => Err(ReadError::expected("an array", self)),
        }
    }

    /// The text of a string.
    ///
    /// # Errors
    ///
    /// When the value is not a string.
    pub fn text(&self) -> Result<&Cow<'a, str>, ReadError> {
        match self {
            Self::String(text) => Ok(text),
            _ => Err(ReadError::expected("a string", self)),
        }
    }

    /// The member of that name, where the value is an object that has it.
    #[must_use]
    pub fn member(&self, name: &str) -> Option<&Value<'a>> {
        match self {
            Self::Object(members) => members.iter().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The string member that tells the variants of a union apart; `None` where it is missing or is no string.
    ///
    /// # Errors
    ///
    /// When the value is not an object.
    pub fn tag(&self, name: &str) -> Result<Option<&str>, ReadError> {
        match self {
            Self::Object(_) => Ok(self
                .member(name)
                .and_then(|value| value.text().ok())
                .map(|text| &**text)),
            _ => Err(ReadError::expected("an object", self)),
        }
    }

    /// The same value as `serde_json` holds it.
    #[must_use]
    pub fn to_json(&self) -> serde_json::Value {
        match self {
            Self::Null => serde_json::Value::Null,
            Self::Bool(value) => (*value).into(),
            Self::Number(number) => number.to_json(),
            Self::String(text) => (**text).into(),
            Self::Array(elements) => elements.iter().map(Self::to_json).collect(),
            Self::Object(members) => members
                .iter()
                .map(|(key, value)| (key.to_string(), value.to_json()))
                .collect(),
        }
    }

    /// The kind of the value, for messages. The value itself could be a secret.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "a boolean",
            Self::Number(_) => "a number",
            Self::String(_) => "a string",
            Self::Array(_) => "an array",
            Self::Object(_) => "an object",
        }
    }
}

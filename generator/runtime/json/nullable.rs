//! A member that may be left out, `null`, or there.

use super::{Json, ReadError, Value, Writer};

/// What is sent for an optional member that may also be `null`: the two mean different things to a server that changes
/// only what it is sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Nullable<T> {
    /// Left out: the server keeps what it has.
    #[default]
    Absent,
    /// `null`: the server forgets what it has.
    Null,
    /// A value.
    Value(T),
}

impl<T> Nullable<T> {
    /// The value, if there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// The value, if there is one.
    pub fn into_value(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }
}

impl<T> From<T> for Nullable<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

/// `None` is `null`.
impl<T> From<Option<T>> for Nullable<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Self::Value)
    }
}

impl From<&str> for Nullable<String> {
    fn from(text: &str) -> Self {
        Self::Value(text.to_owned())
    }
}

impl<T: Json> Json for Nullable<T> {
    fn read(value: &Value<'_>) -> Result<Self, ReadError> {
        if value.is_null() {
            Ok(Self::Null)
        } else {
            T::read(value).map(Self::Value)
        }
    }

    fn write(&self, writer: &mut Writer) {
        match self {
            Self::Value(value) => value.write(writer),
            Self::Absent | Self::Null => writer.null(),
        }
    }

    fn missing() -> Option<Self> {
        Some(Self::Absent)
    }

    fn is_missing(&self) -> bool {
        matches!(self, Self::Absent)
    }
}

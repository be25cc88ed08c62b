//! Types made of others.

use std::collections::BTreeMap;

use super::{Json, ReadError, Value, Writer};

/// A JSON object used as a map. Sorted, so that the same map is always written as the same text.
pub type Map<T> = BTreeMap<String, T>;

impl<T: Json> Json for Vec<T> {
    fn read(value: &Value<'_>) -> Result<Self, ReadError> {
        let elements = value.array()?.enumerate();
        elements
            .map(|(index, element)| T::read(&element).map_err(|error| error.in_element(index)))
            .collect()
    }

    fn write(&self, writer: &mut Writer) {
        writer.array(self, T::write);
    }
}

impl<T: Json> Json for Map<T> {
    fn read(value: &Value<'_>) -> Result<Self, ReadError> {
        value.object()?.rest()
    }

    fn write(&self, writer: &mut Writer) {
        writer.object(|object| object.entries(self));
    }
}

impl<T: Json> Json for Option<T> {
    fn read(value: &Value<'_>) -> Result<Self, ReadError> {
        if value.is_null() {
            return Ok(None);
        }
        match T::read(value) {
            // A form has no other way to say that there is no number.
            Err(_) if value.is_text() && value.tree().text() == Some("") => Ok(None),
            read => read.map(Some),
        }
    }

    fn write(&self, writer: &mut Writer) {
        match self {
            Some(value) => value.write(writer),
            None => writer.null(),
        }
    }

    fn missing() -> Option<Self> {
        Some(None)
    }

    fn is_missing(&self) -> bool {
        self.is_none()
    }
}

impl<T: Json> Json for Box<T> {
    fn known_members(value: &Value<'_>) -> usize {
        T::known_members(value)
    }

    fn read(value: &Value<'_>) -> Result<Self, ReadError> {
        T::read(value).map(Self::new)
    }

    fn write(&self, writer: &mut Writer) {
        (**self).write(writer);
    }

    fn missing() -> Option<Self> {
        T::missing().map(Self::new)
    }

    fn is_missing(&self) -> bool {
        (**self).is_missing()
    }
}

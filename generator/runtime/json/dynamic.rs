//! Values of no declared type.

use super::{Json, ReadError, Value, Writer};

impl Json for serde_json::Value {
    fn read(value: &Value<'_>) -> Result<Self, ReadError> {
        Ok(value.to_json())
    }

    fn write(&self, writer: &mut Writer) {
        writer.scalar(self);
    }
}

//! `format: uuid`.

use ::uuid::Uuid;

use super::{Json, ReadError, Value, Writer};

impl Json for Uuid {
    fn read(value: &Value<'_>) -> Result<Self, ReadError> {
        Self::parse_str(value.text()?).map_err(|_| ReadError::new("expected a UUID, found another string"))
    }

    fn write(&self, writer: &mut Writer) {
        writer.scalar(&self.hyphenated().to_string());
    }
}

//! `format: byte`.

use ::base64::Engine;
use ::base64::alphabet::{STANDARD, URL_SAFE};
use ::base64::engine::DecodePaddingMode;
use ::base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};

use super::{Json, ReadError, Value, Writer};

/// Bytes that travel as base64 (RFC 4648 section 4).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Base64(pub Vec<u8>);

impl From<Vec<u8>> for Base64 {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl AsRef<[u8]> for Base64 {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

const LENIENT: GeneralPurposeConfig =
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
const ENGINE: GeneralPurpose = GeneralPurpose::new(&STANDARD, LENIENT);
const URL_SAFE_ENGINE: GeneralPurpose = GeneralPurpose::new(&URL_SAFE, LENIENT);

/// Reads both alphabets, with and without padding; writes the standard one, padded.
impl Json for Base64 {
    fn read(value: &Value<'_>) -> Result<Self, ReadError> {
        let text = value.text()?.as_bytes();
        let bytes = ENGINE.decode(text).or_else(|_| URL_SAFE_ENGINE.decode(text));
        bytes
            .map(Self)
            .map_err(|_| ReadError::new("expected base64, found another string"))
    }

    fn write(&self, writer: &mut Writer) {
        writer.scalar(&ENGINE.encode(&self.0));
    }
}

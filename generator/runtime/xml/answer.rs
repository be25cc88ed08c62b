//! Answers of XML.

use super::read::read;
use super::{Xml, document};
use crate::runtime::{Answer, Json, ReadError, Value};

impl Answer<'_> {
    /// The body as XML, whatever its root element is called.
    ///
    /// Elements and attributes are known by their names less the prefix, and what the table does not know is ignored.
    ///
    /// # Errors
    ///
    /// When the body is not XML, or not the XML form of the type.
    pub fn xml<T: Json>(&self, table: &'static Xml) -> Result<T, ReadError> {
        from_slice(self.body(), table)
    }
}

/// A type from the text of its XML form.
pub(crate) fn from_slice<T: Json>(text: &[u8], table: &'static Xml) -> Result<T, ReadError> {
    let root = document::parse(text)?;
    T::read(&Value::of(&read(&root, table.shape)))
}

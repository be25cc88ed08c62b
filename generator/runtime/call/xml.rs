//! Bodies of XML.

use super::Call;
use crate::runtime::json::{Json, parse, to_vec};
use crate::runtime::xml::{Xml, write};

impl Call {
    /// A body of XML, written by that table. A missing value (`None`) is no body.
    #[must_use]
    pub fn xml<T: Json>(self, content_type: &'static str, value: &T, table: &'static Xml) -> Self {
        if value.is_missing() {
            self
        } else {
            self.written_xml(content_type, to_vec(value), table)
        }
    }

    fn written_xml(self, content_type: &'static str, text: Result<Vec<u8>, &'static str>, table: &'static Xml) -> Self {
        let xml = text.and_then(|text| {
            let value = parse(&text).map_err(|_| "the value is nested too deep")?;
            write(&value, table)
        });
        self.written(content_type, xml)
    }
}

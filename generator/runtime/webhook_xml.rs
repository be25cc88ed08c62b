//! Bodies of XML that the server sends by itself.

use super::webhook::told;
use super::{Json, Result, Xml, xml};

/// Reads a body of XML.
///
/// # Errors
///
/// When the body is not the XML form of the type.
pub fn webhook_xml<T: Json>(name: &'static str, body: &[u8], table: &'static Xml) -> Result<T> {
    told(name, xml::from_slice(body, table))
}

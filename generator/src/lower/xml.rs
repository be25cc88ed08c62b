//! What `xml` objects say (OpenAPI 3.0.4, section 4.7.26; 3.2.0, section "XML Object").

use openapiv3::SchemaData;
use serde_json::Value;

use super::Lowering;
use crate::model::{MediaType, Operation, Resource, Schemas, Xml, XmlNode};
use crate::resolve::XML;

impl Lowering<'_> {
    /// Keeps what is said about XML where a body is XML, and no word of it where all are something else.
    pub(super) fn keep_xml(&mut self, resources: &[Resource], schemas: &mut Schemas) {
        let operations = resources.iter().flat_map(|resource| &resource.operations);
        let payloads = self.webhooks.iter().map(|webhook| &webhook.payload);
        let mut contents = operations.flat_map(Operation::contents).chain(payloads);
        let is_used =
            contents.any(|content| content.media_type == MediaType::Xml && schemas.has_elements(content.schema));
        if is_used {
            self.report.has_effect("xml");
            return;
        }
        for id in schemas.ids() {
            schemas[id].xml = None;
        }
    }
}

/// What a schema says about its XML.
pub(super) fn xml(data: &SchemaData) -> Option<Box<Xml>> {
    let said = data.extensions.get(XML)?;
    let text = |key: &str| said.get(key).and_then(Value::as_str).map(str::to_owned);
    let is_set = |key: &str| said.get(key).and_then(Value::as_bool) == Some(true);
    let node = match said.get("nodeType").and_then(Value::as_str) {
        Some("element") => Some(XmlNode::Element),
        Some("attribute") => Some(XmlNode::Attribute),
        Some("text" | "cdata") => Some(XmlNode::Text),
        Some("none") => Some(XmlNode::None),
        _ if is_set("attribute") => Some(XmlNode::Attribute),
        _ if is_set("wrapped") => Some(XmlNode::Element),
        _ => None,
    };
    Some(Box::new(Xml {
        name: text("name"),
        namespace: text("namespace"),
        prefix: text("prefix"),
        node,
    }))
}

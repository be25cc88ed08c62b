//! What a description says about XML.

use foldhash::HashSet;

use super::{Api, Content, Kind, MediaType, SchemaId, Schemas, Untyped};

/// How a schema is written as XML: the `xml` object (OpenAPI 3.0.4, section 4.7.26; 3.2.0 has `nodeType`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Xml {
    /// The name of the element or the attribute.
    pub name: Option<String>,
    /// The namespace of that name.
    pub namespace: Option<String>,
    /// What stands for the namespace before the name.
    pub prefix: Option<String>,
    /// What the value is in XML. `attribute: true` means an attribute, and `wrapped: true` a list that is an element.
    pub node: Option<XmlNode>,
}

/// What a value is in XML.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum XmlNode {
    /// An element; of a list, one around those of its items.
    Element,
    /// An attribute of the element around it.
    Attribute,
    /// The text of the element around it.
    Text,
    /// Nothing by itself: what it holds stands in the element around it.
    None,
}

impl Xml {
    /// What this says, and what another says where this says nothing.
    #[must_use]
    pub fn or(self, other: &Self) -> Self {
        Self {
            name: self.name.or_else(|| other.name.clone()),
            namespace: self.namespace.or_else(|| other.namespace.clone()),
            prefix: self.prefix.or_else(|| other.prefix.clone()),
            node: self.node.or(other.node),
        }
    }
}

impl Schemas {
    /// What is said about the XML of a schema, or of what it is an alias of.
    #[must_use]
    pub fn xml(&self, id: SchemaId) -> Xml {
        let mut current = id;
        let mut xml = Xml::default();
        for _ in 0..=self.all.len() {
            if let Some(said) = &self[current].xml {
                xml = xml.or(said);
            }
            match self[current].kind {
                Kind::Alias(target) => current = target,
                _ => break,
            }
        }
        xml
    }

    /// Whether the description says which elements a value is made of. What it does not say so of is text.
    #[must_use]
    pub fn has_elements(&self, id: SchemaId) -> bool {
        let mut open = vec![id];
        let mut seen = HashSet::default();
        while let Some(id) = open.pop() {
            let id = self.unaliased(id);
            if !seen.insert(id) {
                continue;
            }
            match &self[id].kind {
                Kind::Object(_) => {}
                Kind::Array(values) | Kind::Map(values) => {
                    if matches!(self[self.unaliased(*values)].kind, Kind::Untyped(Untyped::Anything)) {
                        return false;
                    }
                }
                Kind::Union(union) => open.extend(union.variants.iter().map(|variant| variant.schema)),
                _ => return false,
            }
        }
        true
    }
}

impl Api {
    /// Whether a body is XML that is read or written by its schema.
    #[must_use]
    pub fn is_xml(&self, content: &Content) -> bool {
        content.media_type == MediaType::Xml && self.schemas.has_elements(content.schema)
    }

    /// The schemas that need a table of their own for their XML, sorted: those of bodies, and the objects and unions in them.
    #[must_use]
    pub fn xml_tables(&self) -> Vec<SchemaId> {
        let contents = self.operations().flat_map(|(_, operation)| operation.contents());
        let payloads = self.webhooks.iter().map(|webhook| &webhook.payload);
        let roots = contents
            .chain(payloads)
            .filter(|content| self.is_xml(content))
            .map(|content| content.schema);
        let mut tables: HashSet<SchemaId> = roots.collect();
        let mut open: Vec<SchemaId> = tables.iter().copied().collect();
        let mut seen = HashSet::default();
        while let Some(id) = open.pop() {
            if !seen.insert(id) {
                continue;
            }
            let kind = &self.schemas[id].kind;
            if matches!(kind, Kind::Object(_) | Kind::Union(_)) {
                tables.insert(id);
            }
            match kind {
                // Nothing is said of its items.
                Kind::Tuple(_) => {}
                kind => open.extend(kind.schemas()),
            }
        }
        let mut tables: Vec<SchemaId> = tables.into_iter().collect();
        tables.sort_unstable();
        tables
    }
}

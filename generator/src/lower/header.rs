//! The headers that answers declare.

use serde_json::Value;

use super::{Lowering, media_type};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Header, HeaderKind, MediaType, Scalar};
use crate::source::Place;

impl Lowering<'_> {
    /// Takes in the headers of the response at a place, which is not a reference; says whether `Link` is one of them.
    ///
    /// Many operations can refer to one response: it is read once.
    pub(super) fn headers(&mut self, response: &Place) -> bool {
        if let Some(has_links) = self.link_headers.get(response) {
            return *has_links;
        }
        let mut has_links = false;
        let members = self.description.members(&response.child("headers"));
        let members: Vec<(String, Place)> = members.map(|(name, place)| (name.to_owned(), place)).collect();
        for (name, place) in members {
            // The media type says that (OpenAPI 3.0.4, section 4.7.17).
            if name.eq_ignore_ascii_case("content-type") {
                continue;
            }
            has_links |= name.eq_ignore_ascii_case("link");
            let Ok(place) = self.description.follow(&place) else {
                let message = format!("the header `{name}` is left out: its reference leads nowhere");
                self.report.push(Diagnostic::new(Code::WRONG_FIELD, message).at(place));
                continue;
            };
            let header = Header {
                name: name.clone(),
                description: self.description.text(&place, "description").map(str::to_owned),
                kind: self.header_kind(&place),
                place,
            };
            let name = name.to_ascii_lowercase();
            let header = match self.headers.remove(&name) {
                Some(known) => self.unite(known, header),
                None => header,
            };
            self.headers.insert(name, header);
        }
        self.link_headers.insert(response.clone(), has_links);
        has_links
    }

    /// Headers have the style `simple`, or a media type (OpenAPI 3.0.4, section 4.7.21).
    fn header_kind(&mut self, header: &Place) -> HeaderKind {
        let text = HeaderKind::Single(Scalar::Text);
        if let Some((name, content)) = self.description.members(&header.child("content")).next() {
            return match media_type::named(name) {
                Some(MediaType::Json) => HeaderKind::Json(self.schema(&content.child("schema"))),
                _ => text,
            };
        }
        let schema = header.child("schema");
        let has_schema = self.description.node(&schema).is_some();
        // Swagger 2.0 says it without a schema.
        let schema = if has_schema { schema } else { header.clone() };
        match self.type_of(&schema).as_deref() {
            Some("array") => {
                let collection = self.description.text(header, "collectionFormat");
                if collection.is_some_and(|format| format != "csv") {
                    return text;
                }
                let items = self
                    .description
                    .follow_schema(&schema)
                    .map(|array| array.child("items"));
                HeaderKind::List(items.map_or(Scalar::Text, |items| self.scalar(&items)))
            }
            Some("object") if has_schema => HeaderKind::Object {
                explode: self.description.node(header).and_then(|header| header.get("explode"))
                    == Some(&Value::Bool(true)),
                schema: self.schema(&schema),
            },
            _ => HeaderKind::Single(self.scalar(&schema)),
        }
    }

    fn scalar(&self, schema: &Place) -> Scalar {
        match self.type_of(schema).as_deref() {
            Some("boolean") => Scalar::Boolean,
            Some("integer") => Scalar::Integer,
            Some("number") => Scalar::Number,
            _ => Scalar::Text,
        }
    }

    /// The type that a schema names, `null` beside it or not.
    fn type_of(&self, schema: &Place) -> Option<String> {
        let target = self.description.follow_schema(schema).ok()?;
        match self.description.node(&target)?.get("type")? {
            Value::String(name) => Some(name.clone()),
            Value::Array(names) => {
                let mut names = names.iter().filter_map(Value::as_str).filter(|name| *name != "null");
                let only = names.next();
                only.filter(|_| names.next().is_none()).map(str::to_owned)
            }
            _ => None,
        }
    }

    /// What two places say of one header; which of them comes first in the description is nothing to go by.
    fn unite(&self, one: Header, other: Header) -> Header {
        let (mut first, last) = if (&one.name, &one.place) < (&other.name, &other.place) {
            (one, other)
        } else {
            (other, one)
        };
        if !self.is_same(&first, &last) {
            first.kind = HeaderKind::Single(Scalar::Text);
        }
        first.description = [first.description, last.description].into_iter().flatten().min();
        first
    }

    /// Whether two headers are of one type: one schema, or two that say the same.
    fn is_same(&self, one: &Header, other: &Header) -> bool {
        let is_made = |header: &Header| matches!(header.kind, HeaderKind::Object { .. } | HeaderKind::Json(_));
        let [one_node, other_node] = [one, other].map(|header| self.description.node(&header.place));
        let says_same =
            |key: &&str| one_node.and_then(|node| node.get(*key)) == other_node.and_then(|node| node.get(*key));
        one.kind == other.kind
            || (is_made(one) && is_made(other) && ["schema", "content", "explode"].iter().all(says_same))
    }
}

//! The headers that answers declare.

use std::collections::btree_map::Entry;

use serde_json::Value;

use super::Lowering;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Header, HeaderKind};
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
                name: name.to_owned(),
                description: self.description.text(&place, "description").map(str::to_owned),
                kind: self.header_kind(&place),
                place,
            };
            match self.headers.entry(name.to_ascii_lowercase()) {
                Entry::Vacant(entry) => drop(entry.insert(header)),
                Entry::Occupied(entry) => unite(entry.into_mut(), header),
            }
        }
        self.link_headers.insert(response.clone(), has_links);
        has_links
    }

    fn header_kind(&self, header: &Place) -> HeaderKind {
        let schema = header.child("schema");
        // Swagger 2.0 says it without a schema.
        let schema = if self.description.node(&schema).is_some() {
            &schema
        } else {
            header
        };
        let target = self.description.follow_schema(schema);
        let kind = target
            .ok()
            .and_then(|target| self.description.node(&target)?.get("type").cloned());
        match kind.as_ref().and_then(Value::as_str) {
            Some("boolean") => HeaderKind::Boolean,
            Some("integer") => HeaderKind::Integer,
            Some("number") => HeaderKind::Number,
            _ => HeaderKind::Text,
        }
    }
}

/// What two places say of one header; which of them comes first in the description is nothing to go by.
fn unite(known: &mut Header, other: Header) {
    if known.kind != other.kind {
        known.kind = HeaderKind::Text;
    }
    let descriptions = [known.description.take(), other.description];
    known.description = descriptions.into_iter().flatten().min();
    if (&other.name, &other.place) < (&known.name, &known.place) {
        known.name = other.name;
        known.place = other.place;
    }
}

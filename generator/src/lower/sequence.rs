//! Values that come one after the other: what the description says about each of them.
//!
//! OpenAPI 3.2 has `itemSchema` for that; before it, `schema` speaks of each value, or of the array of them.

use serde_json::Value;

use super::Lowering;
use crate::model::{Kind, MediaType, SchemaId};
use crate::resolve::Offer;
use crate::source::Place;

/// What an event has beside its data.
const FIELDS_OF_AN_EVENT: [&str; 3] = ["event", "id", "retry"];

/// Alternatives in alternatives are followed no deeper than this.
const DEEPEST: usize = 4;

impl Lowering<'_> {
    /// Where the schema of a body stands; of events and lines, that of each. Besides, whether it describes an event with its
    /// name and its data, and not the data alone.
    pub(super) fn schema_of_each(&self, media_type: MediaType, offer: &Offer<'_>) -> (Place, bool) {
        if !media_type.is_sequential() {
            return (offer.schema.clone(), false);
        }
        let declared = offer.place.child("itemSchema");
        let is_declared = self.description.node(&declared).is_some();
        let item = if is_declared {
            declared
        } else {
            self.item(&offer.schema)
        };
        match media_type {
            // A line is JSON, whatever a schema calls it: one that says "string" means the text of all lines.
            MediaType::JsonLines if self.says(&item, "type") == Some("string") => {
                (offer.place.child("itemSchema"), false)
            }
            MediaType::EventStream => match self.data(&item).filter(|_| is_declared) {
                Some(data) => (data, false),
                None => {
                    let is_whole_event = self.is_event(&item, DEEPEST);
                    (item, is_whole_event)
                }
            },
            _ => (item, false),
        }
    }

    /// The list of the parts of a body, where the description says what each of them is, and not what all of them are.
    pub(super) fn list_of_parts(&mut self, media_type: MediaType, offer: &Offer<'_>) -> Option<SchemaId> {
        let each = offer.place.child("itemSchema");
        let says_each = self.description.node(&each).is_some() && self.description.node(&offer.schema).is_none();
        if media_type != MediaType::Multipart || !says_each {
            return None;
        }
        let each = self.schema(&each);
        Some(self.queue.add(offer.schema.clone(), Kind::Array(each)))
    }

    /// The schema of each value, where a schema is that of the array of all.
    fn item(&self, schema: &Place) -> Place {
        let target = self
            .description
            .follow_schema(schema)
            .unwrap_or_else(|_| schema.clone());
        let items = target.child("items");
        let is_array = self.says(&target, "type") == Some("array") && self.description.node(&items).is_some();
        if is_array { items } else { schema.clone() }
    }

    /// The schema of the data, where that of an event says nothing else of interest (OpenAPI 3.2.0, section 4.14.4).
    fn data(&self, event: &Place) -> Option<Place> {
        let target = self.description.follow_schema(event).ok()?;
        if !self.is_event(&target, 0) {
            return None;
        }
        let data = target.child("properties").child("data");
        // Text that is JSON: what it says is of more use than the text.
        let content = data.child("contentSchema");
        Some(if self.description.node(&content).is_some() {
            content
        } else {
            data
        })
    }

    /// Whether a schema, or each of its alternatives, is that of an event with its data.
    fn is_event(&self, schema: &Place, depth: usize) -> bool {
        let Ok(target) = self.description.follow_schema(schema) else {
            return false;
        };
        let alternatives = ["oneOf", "anyOf"].map(|key| target.child(key));
        let mut alternatives = alternatives
            .iter()
            .flat_map(|list| self.description.elements(list))
            .peekable();
        if alternatives.peek().is_some() {
            return depth > 0 && alternatives.all(|alternative| self.is_event(&alternative, depth - 1));
        }
        let properties = target.child("properties");
        let has = |name: &str| {
            self.description
                .members(&properties)
                .any(|(property, _)| property == name)
        };
        let only_fields = || {
            let mut names = self.description.members(&properties).map(|(name, _)| name);
            names.all(|name| name == "data" || FIELDS_OF_AN_EVENT.contains(&name))
        };
        has("data") && (has("event") || only_fields())
    }

    fn says(&self, schema: &Place, key: &str) -> Option<&str> {
        let target = self.description.follow_schema(schema).ok()?;
        self.description.node(&target)?.get(key).and_then(Value::as_str)
    }
}

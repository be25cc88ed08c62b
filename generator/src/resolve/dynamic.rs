//! References whose target depends on who refers to the schema: `$dynamicRef` (JSON Schema 2020-12, section 8.2.3.2), and
//! `$recursiveRef` of draft 2019-09.
//!
//! A type of Rust means the same wherever it is used, so such a reference is followed where it leads without anybody
//! around it: to the schema that it stands in and that carries the anchor.

use serde_json::{Map, Value};

use super::Description;
use crate::source::Place;

impl Description<'_> {
    /// The schema around a place that the dynamic reference there leads to.
    pub(super) fn dynamic_target(&self, place: &Place, members: &Map<String, Value>) -> Option<Place> {
        let dynamic = members.get("$dynamicRef").and_then(Value::as_str);
        let anchor = dynamic.and_then(|reference| reference.strip_prefix('#'));
        let is_recursive = members.get("$recursiveRef").is_some_and(|reference| reference == "#");
        if anchor.is_none() && !is_recursive {
            return None;
        }
        let is_meant = |node: &Value| match anchor {
            Some(anchor) => node.get("$dynamicAnchor").is_some_and(|name| name == anchor),
            None => node
                .get("$recursiveAnchor")
                .is_some_and(|is_anchor| *is_anchor == Value::Bool(true)),
        };
        let mut around = place.pointer.parent();
        while let Some(pointer) = around {
            around = pointer.parent();
            let candidate = Place {
                file: place.file,
                pointer,
            };
            if self.node(&candidate).is_some_and(is_meant) {
                return Some(candidate);
            }
        }
        None
    }
}

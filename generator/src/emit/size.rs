//! About how many bytes a value takes, so that no enum has one variant that is much larger than the others.

use super::context::{Context, Presence};
use crate::model::{AdditionalProperties, IntegerFormat, Kind, SchemaId, StringFormat};

/// Clippy warns of a difference of 200; the estimates err to the large side.
const LARGE: usize = 128;

/// Objects in objects are followed no deeper than this; what is deeper is large anyway.
const DEEPEST: usize = 8;

impl Context<'_> {
    /// Whether a value of a schema is too large to stand in an enum by itself.
    pub(super) fn is_large(&self, id: SchemaId) -> bool {
        self.size(id, 0) > LARGE
    }

    fn size(&self, id: SchemaId, depth: usize) -> usize {
        let target = self.api.schemas.unaliased(id);
        match &self.api.schemas[target].kind {
            Kind::Boolean | Kind::Integer(IntegerFormat::I8 | IntegerFormat::U8) => 1,
            Kind::Integer(_) | Kind::Number { .. } => 8,
            Kind::String(StringFormat::DateTime | StringFormat::Date | StringFormat::Uuid) => 16,
            Kind::String(_) | Kind::Array(_) | Kind::Map(_) | Kind::Enumeration(_) => 24,
            // `serde_json::Value`, with its feature `preserve_order`.
            Kind::Untyped(_) | Kind::Union(_) | Kind::Alias(_) => 80,
            Kind::Object(_) | Kind::Tuple(_) if depth > DEEPEST => LARGE + 1,
            Kind::Tuple(elements) => {
                let sizes = elements.iter().map(|element| self.size(*element, depth + 1) + 8);
                sizes.fold(0, |sum, size| (sum + size).min(LARGE + 1))
            }
            Kind::Object(object) => {
                let properties = object.properties.iter().map(|property| {
                    let size = if property.boxed {
                        8
                    } else {
                        self.size(property.schema, depth + 1)
                    };
                    if self.presence(target, property) == Presence::Required {
                        size
                    } else {
                        size + 8
                    }
                });
                let additional = if object.additional == AdditionalProperties::Unmentioned {
                    0
                } else {
                    24
                };
                // What is large already need not be added up to the end.
                properties.fold(additional, |sum, size| (sum + size).min(LARGE + 1))
            }
        }
    }
}

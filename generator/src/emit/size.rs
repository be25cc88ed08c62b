//! About how many bytes a value takes, so that no enum has one variant that is much larger than the others.

use super::context::{Context, Presence};
use crate::model::{AdditionalProperties, IntegerFormat, Kind, Property, SchemaId, StringFormat};

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
            Kind::File => 128,
            Kind::Object(_) | Kind::Tuple(_) if depth > DEEPEST => LARGE + 1,
            Kind::Tuple(elements) => {
                let sizes = elements.iter().map(|element| self.size(*element, depth + 1) + 8);
                sizes.fold(0, |sum, size| (sum + size).min(LARGE + 1))
            }
            Kind::Object(object) => {
                let additional = if object.additional == AdditionalProperties::Unmentioned {
                    0
                } else {
                    24
                };
                let mut sum = additional;
                for property in &object.properties {
                    // What is large already is not added up to the end: each level could multiply the work of the next.
                    if sum > LARGE {
                        break;
                    }
                    sum += self.field_size(target, property, depth);
                }
                sum
            }
        }
    }
    /// At least 1, so that even objects that hold nothing come to an end.
    fn field_size(&self, object: SchemaId, property: &Property, depth: usize) -> usize {
        let value = if property.boxed {
            8
        } else {
            self.size(property.schema, depth + 1).max(1)
        };
        if self.presence(object, property) == Presence::Required {
            value
        } else {
            value + 8
        }
    }
}

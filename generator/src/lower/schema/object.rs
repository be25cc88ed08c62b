//! Objects with properties, and maps.

use super::facts::{Additional, Facts};
use crate::lower::Lowering;
use crate::model::{AdditionalProperties, Kind, Object, Property, SchemaId};
use crate::source::Place;

impl Lowering<'_> {
    /// An object with properties, or a map where it names none.
    pub(super) fn object(&mut self, facts: &Facts, place: &Place) -> Kind {
        if facts.properties.is_empty() && facts.additional != Additional::Forbidden {
            return Kind::Map(self.map_values(facts, place));
        }
        let holder = place.child("properties");
        let properties = facts.properties.iter().map(|name| {
            let required = facts.required.contains(name);
            self.property(name, required, holder.child(name))
        });
        let properties = properties.collect();
        let additional = match facts.additional {
            Additional::Allowed => AdditionalProperties::Declared(self.map_values(facts, place)),
            Additional::Unmentioned | Additional::Forbidden => AdditionalProperties::Unmentioned,
        };
        Kind::Object(Object { properties, additional })
    }

    /// The property whose schema stands at a place.
    pub(super) fn property(&mut self, name: &str, required: bool, place: Place) -> Property {
        Property {
            name: name.to_owned(),
            schema: self.schema(&place),
            required,
            secret: self.is_secret_by_choice(name, &place),
            boxed: false,
            place,
        }
    }

    fn is_secret_by_choice(&self, property: &str, place: &Place) -> bool {
        match place.pointer.tokens().as_slice() {
            [components, schemas, name, ..] if components == "components" && schemas == "schemas" => {
                let chosen = self.settings.schemas.get(name);
                chosen.is_some_and(|schema| schema.secret.iter().any(|secret| secret == property))
            }
            _ => false,
        }
    }

    fn map_values(&mut self, facts: &Facts, place: &Place) -> SchemaId {
        let values = place.child("additionalProperties");
        match facts.additional {
            Additional::Allowed => self.schema(&values),
            _ => self.queue.add(values, Kind::Untyped),
        }
    }
}

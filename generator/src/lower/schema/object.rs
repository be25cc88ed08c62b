//! Objects with properties, and maps.

use super::facts::{Additional, Facts};
use crate::lower::Lowering;
use crate::model::{AdditionalProperties, Kind, Object, Property, SchemaId, Untyped};
use crate::source::Place;

impl Lowering<'_> {
    /// An object with properties, or a map where it names none.
    pub(super) fn object(&mut self, facts: &Facts, place: &Place) -> Kind {
        if facts.properties.is_empty() && facts.additional != Additional::Forbidden {
            return Kind::Map(self.map_values(&facts.additional, place));
        }
        let properties = facts.properties.iter().map(|(name, property)| {
            let required = facts.required.contains(name);
            self.property(name, required, property.clone())
        });
        let properties = properties.collect();
        let additional = match &facts.additional {
            Additional::Unmentioned | Additional::Forbidden => AdditionalProperties::Unmentioned,
            additional => AdditionalProperties::Declared(self.map_values(additional, place)),
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
        let component = self.description.component_around(place);
        let chosen = component.and_then(|component| self.settings.schemas.get(&component));
        chosen.is_some_and(|schema| schema.secret.iter().any(|secret| secret == property))
    }

    /// What the keys of an object hold that have no property.
    pub(super) fn map_values(&mut self, additional: &Additional, object: &Place) -> SchemaId {
        match additional {
            Additional::Schema(place) => self.schema(place),
            _ => self
                .queue
                .add(object.child("additionalProperties"), Kind::Untyped(Untyped::Anything)),
        }
    }
}

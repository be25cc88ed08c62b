//! Objects with properties, maps, and lists.

use super::facts::{Additional, Facts};
use crate::diagnostic::{Code, Diagnostic};
use crate::lower::Lowering;
use crate::model::{AdditionalProperties, Kind, Object, Property, SchemaId, Untyped};
use crate::source::Place;

/// Clippy calls a type with longer tuples in it too complex, and so would a reader.
const LONGEST_TUPLE: usize = 6;

impl Lowering<'_> {
    /// An object with properties, or a map where it names none.
    pub(super) fn object(&mut self, facts: &Facts, place: &Place) -> Kind {
        if facts.properties.is_empty() && facts.additional != Additional::Forbidden {
            return Kind::Map(self.map_values(&facts.additional, place));
        }
        if !self.copies.entries(facts.properties.len() + facts.required.len()) {
            return Kind::Untyped(Untyped::Inexpressible(Code::OVER_BUDGET));
        }
        let mut properties = Vec::with_capacity(facts.properties.len());
        for (name, places) in &facts.properties {
            let required = facts.required.contains_key(name);
            let at = place.child("properties").child(name);
            if let Some((at, schema)) = self.all(places, &at) {
                properties.push(Property {
                    name: name.clone(),
                    schema,
                    required,
                    secret: self.is_secret_by_choice(name, &at) || self.is_secret_by_choice(name, place),
                    boxed: false,
                    place: at,
                });
            }
        }
        if facts.additional == Additional::Unmentioned {
            properties.extend(self.undeclared(facts, place));
        }
        let additional = match &facts.additional {
            Additional::Unmentioned | Additional::Forbidden => AdditionalProperties::Unmentioned,
            additional => AdditionalProperties::Declared(self.map_values(additional, place)),
        };
        Kind::Object(Object { properties, additional })
    }

    /// The members that are required and that nobody declares, with a warning: such a name is mostly a slip of the pen. The
    /// server may ask for one all the same, so it can be sent, and one that is not there hinders nobody from reading the rest.
    fn undeclared(&mut self, facts: &Facts, place: &Place) -> Vec<Property> {
        let required = facts.required.iter();
        let undeclared =
            required.filter(|(name, _)| !facts.properties.contains_key(*name) && !facts.tags.contains(name));
        let undeclared: Vec<(&String, &Place)> = undeclared.collect();
        let mut properties = Vec::with_capacity(undeclared.len());
        for (name, said_at) in undeclared {
            let said_at = said_at.child("required");
            if self.queue.undeclared.insert((said_at.clone(), name.clone())) {
                let message =
                    format!("`{name}` is required and not declared, so it holds any value and may be left out");
                let help = "declare it among `properties`, or take it out of `required`";
                self.report.push(
                    Diagnostic::new(Code::UNDECLARED_PROPERTY, message)
                        .at(said_at)
                        .help(help),
                );
            }
            let place = place.child("required").child(name);
            properties.push(Property {
                name: name.clone(),
                schema: self.queue.add(place.clone(), Kind::Untyped(Untyped::Undeclared)),
                required: false,
                secret: self.is_secret_by_choice(name, &place),
                boxed: false,
                place,
            });
        }
        properties
    }

    fn is_secret_by_choice(&self, property: &str, place: &Place) -> bool {
        if self.settings.schemas.is_empty() {
            return false;
        }
        let component = self.description.component_around(place);
        let chosen = component.and_then(|component| self.settings.schemas.get(&component));
        chosen.is_some_and(|schema| schema.secret.iter().any(|secret| secret == property))
    }

    /// What the keys of an object hold that have no property.
    fn map_values(&mut self, additional: &Additional, object: &Place) -> SchemaId {
        let place = object.child("additionalProperties");
        match additional {
            Additional::All(places) => match self.all(places, &place) {
                Some((_, values)) => values,
                None => self.anything(place),
            },
            Additional::Any(places) => self.one_of(object.child("patternProperties"), places),
            _ => self.anything(place),
        }
    }

    /// A list of one type, or a tuple where each of its first elements has one of its own and no others follow.
    pub(super) fn array(&mut self, facts: &Facts, place: &Place) -> Kind {
        if facts.prefix_items.is_empty() {
            let items = self.all(&facts.items, &place.child("items")).map(|(_, items)| items);
            return Kind::Array(items.unwrap_or_else(|| self.anything(place.child("items"))));
        }
        if facts.items.is_empty() && facts.prefix_items.len() <= LONGEST_TUPLE {
            let elements = facts.prefix_items.iter().map(|element| self.schema(element));
            return Kind::Tuple(elements.collect());
        }
        let elements: Vec<Place> = facts.prefix_items.iter().chain(&facts.items).cloned().collect();
        Kind::Array(self.one_of(place.child("prefixItems"), &elements))
    }

    fn anything(&mut self, place: Place) -> SchemaId {
        self.queue.add(place, Kind::Untyped(Untyped::Anything))
    }
}

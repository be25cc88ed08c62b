//! `oneOf` and `anyOf`: one of several schemas (OpenAPI 3.0.4, sections 4.7.24 and 4.7.25).

use std::collections::HashSet;

use indexmap::IndexMap;
use serde_json::Value;

use super::facts::Facts;
use crate::diagnostic::{Code, Diagnostic};
use crate::lower::Lowering;
use crate::model::{Discriminator, Kind, Union, Untyped, Variant};
use crate::source::Place;

/// `allOf` is followed no deeper than this in search of a constant.
const DEEPEST: usize = 8;

impl Lowering<'_> {
    /// One of the schemas that are listed; a single one beside `null` is that schema, and nullable.
    pub(super) fn union(&mut self, facts: &Facts, place: &Place) -> Kind {
        let places: Vec<Place> = facts
            .variants
            .iter()
            .filter(|variant| !self.is_null(variant))
            .cloned()
            .collect();
        if facts.has_structure() && !self.variants_say_something(facts) {
            return self.object(facts, place);
        }
        if !facts.properties.is_empty() {
            let message = "properties stand beside alternatives, so the value is not typed";
            return self.untyped(place, message, "move the properties into each of the alternatives");
        }
        match places.as_slice() {
            [] => return Kind::Untyped(Untyped::Anything),
            [only] => return Kind::Alias(self.schema(only)),
            _ => {}
        }
        let declared = facts.data.discriminator.as_ref();
        let tags: Vec<Vec<String>> = match declared {
            Some(discriminator) => {
                let at = place.child("discriminator");
                places
                    .iter()
                    .map(|place| self.tags(discriminator, &at, place))
                    .collect()
            }
            None => Vec::new(),
        };
        let declared_property = declared.map(|discriminator| discriminator.property_name.clone());
        if tags.iter().any(Vec::is_empty) {
            let message = "not every alternative has a name that the discriminator could hold, so it is not used";
            self.report
                .push(Diagnostic::new(Code::UNUSED_DISCRIMINATOR, message).at(place.child("discriminator")));
        }
        let told_apart = match declared_property {
            Some(property) if !tags.iter().any(Vec::is_empty) => Some((property, tags)),
            Some(_) => None,
            None => self.telling_constant(&places),
        };
        let (property, mut tags) = told_apart.unzip();
        let variants = places.into_iter().enumerate().map(|(index, place)| Variant {
            tags: tags
                .as_mut()
                .map(|tags| std::mem::take(&mut tags[index]))
                .unwrap_or_default(),
            schema: self.schema(&place),
            boxed: false,
            place,
        });
        let variants = variants.collect();
        Kind::Union(Union {
            variants,
            discriminator: property.map(|property| Discriminator { property }),
        })
    }

    /// A property that every alternative requires and has another constant for: it tells them apart as a declared
    /// discriminator would.
    fn telling_constant(&self, places: &[Place]) -> Option<(String, Vec<Vec<String>>)> {
        let first = self.constants(places.first()?);
        first.into_iter().find_map(|(property, _)| {
            let constants: Option<Vec<String>> = places
                .iter()
                .map(|place| self.constants(place).shift_remove(&property))
                .collect();
            let constants = constants?;
            let distinct: HashSet<&String> = constants.iter().collect();
            let all_differ = distinct.len() == constants.len();
            all_differ.then(|| (property, constants.into_iter().map(|constant| vec![constant]).collect()))
        })
    }

    /// The required properties of an object that can only hold one text, with that text.
    fn constants(&self, place: &Place) -> IndexMap<String, String> {
        let Ok(target) = self.description.follow_schema(place) else {
            return IndexMap::new();
        };
        let Some(node) = self.description.node(&target) else {
            return IndexMap::new();
        };
        let required: Vec<&str> = node
            .get("required")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        let properties = self.description.members(&target.child("properties"));
        let constants = properties.filter_map(|(name, property)| Some((name.to_owned(), self.constant(&property)?)));
        constants
            .filter(|(name, _)| required.contains(&name.as_str()))
            .collect()
    }

    /// The only text that a schema allows: `const`, or an `enum` of one.
    fn constant(&self, place: &Place) -> Option<String> {
        let target = self.description.follow_schema(place).ok()?;
        let node = self.description.node(&target)?;
        let only = || match node.get("enum")?.as_array()?.as_slice() {
            [only] => Some(only),
            _ => None,
        };
        node.get("const").or_else(only)?.as_str().map(str::to_owned)
    }

    /// One of several types that a single schema lists.
    pub(super) fn union_of_types(&mut self, facts: &Facts, place: &Place) -> Kind {
        let holder = place.child("type");
        let variants = facts.types.iter().enumerate().map(|(index, name)| {
            let place = holder.child(index);
            let kind = self.kind_of_type(Some(name), facts, &place);
            Variant {
                schema: self.queue.add(place.clone(), kind),
                tags: Vec::new(),
                boxed: false,
                place,
            }
        });
        Kind::Union(Union {
            variants: variants.collect(),
            discriminator: None,
        })
    }

    /// Whether the alternatives say what the values are, and not only which properties have to be there.
    pub(super) fn variants_say_something(&self, facts: &Facts) -> bool {
        let only_requires = |place: &Place| {
            let node = self.description.node(place).and_then(Value::as_object);
            node.is_some_and(|node| {
                node.keys()
                    .all(|key| key == "required" || key == "title" || key == "description")
            })
        };
        !facts.variants.iter().all(only_requires)
    }

    /// `null` as one of the alternatives: `type: "null"`, or an `enum` of `null` alone.
    pub(super) fn is_null(&self, place: &Place) -> bool {
        let Some(node) = self.description.node(place) else {
            return false;
        };
        let lists_null = node
            .get("enum")
            .and_then(Value::as_array)
            .is_some_and(|values| values == &[Value::Null]);
        node.get("type").is_some_and(|ty| ty == "null") || lists_null
    }

    /// The values of the discriminator that mean the alternative at a place: those that the mapping gives it, or else the
    /// only one that its own schema allows, or else the name of the component.
    fn tags(&self, discriminator: &openapiv3::Discriminator, at: &Place, place: &Place) -> Vec<String> {
        let target = self.description.referred(place);
        let name = target.as_ref().and_then(|target| self.description.component(target));
        let is_meant = |value: &str| {
            Some(value) == name.as_deref() || (target.is_some() && self.description.mapped(at, value) == target)
        };
        let mapped = discriminator.mapping.iter().filter(|(_, target)| is_meant(target));
        let mapped: Vec<String> = mapped.map(|(tag, _)| tag.clone()).collect();
        if !mapped.is_empty() {
            return mapped;
        }
        self.constant_of(place, &discriminator.property_name, 0)
            .or(name)
            .into_iter()
            .collect()
    }

    /// The only text that an object allows for a property, wherever in its `allOf` that stands.
    fn constant_of(&self, place: &Place, property: &str, depth: usize) -> Option<String> {
        let target = self.description.follow_schema(place).ok().filter(|_| depth < DEEPEST)?;
        let own = self.constant(&target.child("properties").child(property));
        let parts = self.description.elements(&target.child("allOf"));
        own.or_else(|| {
            parts
                .filter_map(|part| self.constant_of(&part, property, depth + 1))
                .last()
        })
    }
}

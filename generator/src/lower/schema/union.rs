//! `oneOf` and `anyOf`: one of several schemas (OpenAPI 3.0.4, sections 4.7.24 and 4.7.25).

use serde_json::Value;

use super::facts::Facts;
use crate::diagnostic::{Code, Diagnostic};
use crate::lower::Lowering;
use crate::model::{Discriminator, Kind, Union, Variant};
use crate::source::{Place, Pointer};

impl Lowering<'_> {
    /// One of the schemas that are listed; a single one beside `null` is that schema, and nullable.
    pub(super) fn union(&mut self, facts: &Facts, place: &Place) -> Kind {
        let places: Vec<Place> = facts.variants.iter().filter(|variant| !self.is_null(variant)).cloned().collect();
        if facts.has_structure() && !self.variants_say_something(facts) {
            return self.object(facts, place);
        }
        if !facts.properties.is_empty() {
            let message = "properties stand beside alternatives, so the value is not typed";
            return self.untyped(place, message, "move the properties into each of the alternatives");
        }
        match places.as_slice() {
            [] => return Kind::Untyped,
            [only] => return Kind::Alias(self.schema(only)),
            _ => {}
        }
        let discriminator = facts.data.discriminator.as_ref();
        let variants = places.into_iter().map(|place| Variant {
            tags: discriminator.map(|discriminator| self.tags(discriminator, &place)).unwrap_or_default(),
            schema: self.schema(&place),
            boxed: false,
            place,
        });
        let variants: Vec<Variant> = variants.collect();
        let discriminator = discriminator
            .filter(|_| variants.iter().all(|variant| !variant.tags.is_empty()))
            .map(|discriminator| Discriminator { property: discriminator.property_name.clone() });
        if discriminator.is_none() && facts.data.discriminator.is_some() {
            let message = "not every alternative has a name that the discriminator could hold, so it is not used";
            self.report.push(Diagnostic::new(Code::UNUSED_DISCRIMINATOR, message).at(place.child("discriminator")));
        }
        Kind::Union(Union { variants, discriminator })
    }

    /// One of several types that a single schema lists.
    pub(super) fn union_of_types(&mut self, facts: &Facts, place: &Place) -> Kind {
        let holder = place.child("type");
        let variants = facts.types.iter().enumerate().map(|(index, name)| {
            let place = holder.child(index);
            let kind = self.kind_of_type(Some(name), facts, &place);
            Variant { schema: self.queue.add(place.clone(), kind), tags: Vec::new(), boxed: false, place }
        });
        Kind::Union(Union { variants: variants.collect(), discriminator: None })
    }

    /// Whether the alternatives say what the values are, and not only which properties have to be there.
    pub(super) fn variants_say_something(&self, facts: &Facts) -> bool {
        let only_requires = |place: &Place| {
            let node = self.description.node(place).and_then(Value::as_object);
            node.is_some_and(|node| node.keys().all(|key| key == "required" || key == "title" || key == "description"))
        };
        !facts.variants.iter().all(only_requires)
    }

    /// `null` as one of the alternatives: `type: "null"`, or an `enum` of `null` alone.
    pub(super) fn is_null(&self, place: &Place) -> bool {
        let Some(node) = self.description.node(place) else { return false };
        let lists_null = node.get("enum").and_then(Value::as_array).is_some_and(|values| values == &[Value::Null]);
        node.get("type").is_some_and(|ty| ty == "null") || lists_null
    }

    /// The values of the discriminator that mean the alternative at a place: those that the mapping gives it, or else the
    /// name of the component.
    fn tags(&self, discriminator: &openapiv3::Discriminator, place: &Place) -> Vec<String> {
        let Some(reference) = self.description.text(place, "$ref") else { return Vec::new() };
        let name = Pointer::parse(reference.trim_start_matches('#')).tokens().pop();
        let is_meant = |target: &str| target == reference || Some(target) == name.as_deref();
        let mapped = discriminator.mapping.iter().filter(|(_, target)| is_meant(target));
        let mapped: Vec<String> = mapped.map(|(tag, _)| tag.clone()).collect();
        if mapped.is_empty() { name.into_iter().collect() } else { mapped }
    }
}

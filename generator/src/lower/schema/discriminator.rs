//! What tells the alternatives of a union apart (OpenAPI 3.0.4, section 4.7.25).

use std::rc::Rc;

use foldhash::{HashMap, HashSet};

use super::facts::Choice;
use super::mapping::Mapping;
use crate::lower::Lowering;
use crate::source::Place;

/// The components that extend others by `allOf`, by the place of what they extend.
pub(super) type Extensions = HashMap<Place, Vec<Place>>;

impl Lowering<'_> {
    /// The components that extend the schema at a place by `allOf`, directly or not, and that its discriminator tells apart
    /// therefore. Those that are told apart further stand aside for what extends them.
    pub(super) fn extensions(&mut self, base: &Place) -> Vec<Place> {
        let extensions = self.all_extensions();
        let mut found = Vec::new();
        let mut seen = HashSet::from_iter([base.clone()]);
        let mut open = vec![base.clone()];
        while let Some(next) = open.pop() {
            for child in extensions.get(&next).into_iter().flatten() {
                if seen.insert(child.clone()) {
                    open.push(child.clone());
                    let has_discriminator = self
                        .description
                        .node(child)
                        .is_some_and(|node| node.get("discriminator").is_some());
                    if !(has_discriminator && extensions.contains_key(child)) {
                        found.push(child.clone());
                    }
                }
            }
        }
        found.sort();
        found
    }

    fn all_extensions(&mut self) -> Rc<Extensions> {
        if let Some(extensions) = &self.queue.extensions {
            return Rc::clone(extensions);
        }
        let mut extensions = Extensions::default();
        for (_, component) in self.description.members(self.description.component_schemas()) {
            let component = self.description.follow_schema(&component).unwrap_or(component);
            for part in self.description.elements(&component.child("allOf")) {
                let is_reference = self.description.text(&part, "$ref").is_some();
                if let Some(base) = self.description.follow(&part).ok().filter(|_| is_reference) {
                    extensions.entry(base).or_default().push(component.clone());
                }
            }
        }
        let extensions = Rc::new(extensions);
        self.queue.extensions = Some(Rc::clone(&extensions));
        extensions
    }

    /// The choice that a discriminator makes by itself, among the components that extend its schema.
    pub(super) fn implied_choice(&mut self, discriminator: &openapiv3::Discriminator, place: &Place) -> Option<Choice> {
        let mut alternatives = self.extensions(place);
        if alternatives.is_empty() {
            return None;
        }
        // The name of the schema itself is one of the values, too, unless a mapping says which there are.
        if discriminator.mapping.is_empty() || self.is_mapped(discriminator, place) {
            alternatives.push(place.clone());
        }
        Some(Choice {
            place: place.child("discriminator"),
            alternatives,
            discriminator: Some(discriminator.clone()),
            is_implied: true,
        })
    }

    /// Whether the mapping has a value for the very schema that has the discriminator.
    fn is_mapped(&self, discriminator: &openapiv3::Discriminator, schema: &Place) -> bool {
        let mapping = Mapping::of(discriminator, &schema.child("discriminator"), self.description);
        let name = self.description.component(schema);
        !mapping.tags(schema, name.as_deref()).is_empty()
    }

    /// For each of the alternatives, the values of the discriminator that stands at `at` and mean it: those that the mapping
    /// gives it, or else those that its own schema allows, or else the name of the component.
    pub(super) fn tags(
        &self,
        discriminator: &openapiv3::Discriminator,
        at: &Place,
        alternatives: &[Place],
    ) -> Vec<Vec<String>> {
        let mapping = Mapping::of(discriminator, at, self.description);
        let tags = alternatives.iter().map(|place| {
            let target = self.description.referred(place).unwrap_or_else(|| place.clone());
            let name = self.description.component(&target);
            let mapped = mapping.tags(&target, name.as_deref());
            if !mapped.is_empty() {
                return mapped;
            }
            self.allowed_texts(place, &discriminator.property_name, &mut HashSet::default())
                .unwrap_or_else(|| name.into_iter().collect())
        });
        tags.collect()
    }

    /// A property that every alternative requires and allows other texts for: it tells them apart as a declared
    /// discriminator would.
    pub(super) fn telling_constant(&self, places: &[Place]) -> Option<(String, Vec<Vec<String>>)> {
        let mut names = Vec::new();
        self.property_names(places.first()?, &mut HashSet::default(), &mut names);
        names.into_iter().find_map(|property| {
            let mut taken = HashSet::default();
            let mut tags = Vec::with_capacity(places.len());
            for place in places {
                let texts = self.allowed_texts(place, &property, &mut HashSet::default())?;
                let is_required = self.requires(place, &property, &mut HashSet::default());
                if !is_required || !texts.iter().all(|text| taken.insert(text.clone())) {
                    return None;
                }
                tags.push(texts);
            }
            Some((property, tags))
        })
    }

    /// The names of the properties of an object that allow listed texts only, wherever in its parts they stand.
    fn property_names(&self, place: &Place, seen: &mut HashSet<Place>, names: &mut Vec<String>) {
        let Some(target) = self.unseen(place, seen) else { return };
        for (name, property) in self.description.members(&target.child("properties")) {
            if self.listed_texts(&property).is_some() && !names.iter().any(|known| known == name) {
                names.push(name.to_owned());
            }
        }
        for keyword in ["allOf", "oneOf", "anyOf"] {
            for part in self.description.elements(&target.child(keyword)) {
                self.property_names(&part, seen, names);
            }
        }
    }

    /// The only texts that an object allows for a property, wherever in its parts that stands.
    fn allowed_texts(&self, place: &Place, property: &str, seen: &mut HashSet<Place>) -> Option<Vec<String>> {
        let target = self.unseen(place, seen)?;
        let own = self.listed_texts(&target.child("properties").child(property));
        let mut parts = self
            .description
            .elements(&target.child("allOf"))
            .collect::<Vec<_>>()
            .into_iter()
            .rev();
        let inherited = || parts.find_map(|part| self.allowed_texts(&part, property, seen));
        if let Some(texts) = own.or_else(inherited) {
            return Some(texts);
        }
        let mut texts = Vec::new();
        for keyword in ["oneOf", "anyOf"] {
            for alternative in self.description.elements(&target.child(keyword)) {
                texts.extend(self.allowed_texts(&alternative, property, seen)?);
            }
        }
        Some(texts).filter(|texts| !texts.is_empty())
    }

    fn requires(&self, place: &Place, property: &str, seen: &mut HashSet<Place>) -> bool {
        let Some(target) = self.unseen(place, seen) else {
            return false;
        };
        let required = self
            .description
            .node(&target)
            .and_then(|node| node.get("required")?.as_array());
        if required.is_some_and(|required| required.iter().any(|name| name == property)) {
            return true;
        }
        let mut parts = self.description.elements(&target.child("allOf"));
        if parts.any(|part| self.requires(&part, property, seen)) {
            return true;
        }
        let one_of = self.description.elements(&target.child("oneOf"));
        let mut alternatives = one_of
            .chain(self.description.elements(&target.child("anyOf")))
            .peekable();
        alternatives.peek().is_some() && alternatives.all(|alternative| self.requires(&alternative, property, seen))
    }

    /// What a place leads to, the first time.
    fn unseen(&self, place: &Place, seen: &mut HashSet<Place>) -> Option<Place> {
        let target = self.description.follow(place).ok()?;
        seen.insert(target.clone()).then_some(target)
    }

    /// The only texts that a schema allows: `const` or `enum`.
    fn listed_texts(&self, place: &Place) -> Option<Vec<String>> {
        let target = self.description.follow_schema(place).ok()?;
        let node = self.description.node(&target)?;
        if let Some(constant) = node.get("const") {
            return Some(vec![constant.as_str()?.to_owned()]);
        }
        let listed = node.get("enum")?.as_array()?;
        let texts: Option<Vec<String>> = listed.iter().map(|value| Some(value.as_str()?.to_owned())).collect();
        texts.filter(|texts| !texts.is_empty())
    }
}

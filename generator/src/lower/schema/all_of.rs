//! `allOf`: several schemas at once (OpenAPI 3.0.4, section 4.7.24.1).
//!
//! Where only one of them says what the values are, the whole is that schema under remarks of its own. Where all are
//! objects, the whole is one object with the properties of all.

use std::collections::HashSet;

use indexmap::IndexMap;

use super::facts::{Additional, Facts};
use crate::diagnostic::{Code, Diagnostic};
use crate::lower::Lowering;
use crate::model::{AdditionalProperties, Kind, Object};
use crate::source::Place;

/// Schemas nest `allOf` a few levels deep; what goes beyond this is no sound description.
const DEEPEST: usize = 64;

/// The object that several schemas make together.
#[derive(Default)]
struct Merged {
    properties: IndexMap<String, Place>,
    required: HashSet<String>,
    additional: Option<Place>,
    seen: HashSet<Place>,
}

impl Lowering<'_> {
    pub(super) fn all_of(&mut self, facts: &Facts, place: &Place) -> Kind {
        let parts: Vec<Place> = (0..facts.all_of.len()).map(|index| place.child("allOf").child(index)).collect();
        if !facts.has_structure()
            && facts.required.is_empty()
            && facts.variants.is_empty()
            && let Some(only) = self.only_part_that_says_something(&parts)
        {
            return Kind::Alias(self.schema(&only));
        }
        let mut merged = Merged::default();
        match self.merge(facts, place, &mut merged, 0) {
            Ok(()) => self.merged_object(merged),
            Err(reason) => {
                let help = "give the schema one type, or make every part an object";
                self.untyped(place, format!("{reason}, so the value is not typed"), help)
            }
        }
    }

    /// The one part that says what the values are, where all others only add remarks.
    fn only_part_that_says_something(&mut self, parts: &[Place]) -> Option<Place> {
        let mut found = None;
        for part in parts {
            let target = self.description.follow(part).ok()?;
            let facts = Facts::of(self.description.schema(&target, self.report).ok()?);
            let says_something = facts.has_structure()
                || !facts.required.is_empty()
                || !facts.all_of.is_empty()
                || !facts.variants.is_empty();
            match (says_something, &found) {
                (true, None) => found = Some(part.clone()),
                (true, Some(_)) => return None,
                (false, _) => {}
            }
        }
        found.or_else(|| parts.first().cloned())
    }

    /// Adds what one schema says to the object; the error says why there is no such object.
    fn merge(&mut self, facts: &Facts, place: &Place, merged: &mut Merged, depth: usize) -> Result<(), String> {
        if depth > DEEPEST {
            return Err("`allOf` is nested too deep".to_owned());
        }
        if !merged.seen.insert(place.clone()) {
            return Ok(());
        }
        for index in 0..facts.all_of.len() {
            let part = self.description.follow(&place.child("allOf").child(index));
            let read = part.and_then(|part| Ok((self.description.schema(&part, self.report)?, part)));
            match read {
                Ok((piece, part)) => self.merge(&Facts::of(piece), &part, merged, depth + 1)?,
                Err(error) => self.report.push(error.diagnostic("the schema", "this part of `allOf` is left out")),
            }
        }
        if let Some(other) = facts.data_type().filter(|data_type| *data_type != "object") {
            return Err(format!("`allOf` joins an object and a value of type `{other}`"));
        }
        if !facts.enumeration.is_empty() {
            return Err("`allOf` joins an enumeration and another schema".to_owned());
        }
        if self.variants_say_something(facts, place) {
            return Err("`allOf` joins alternatives and another schema".to_owned());
        }
        for name in &facts.properties {
            self.merge_property(name, place.child("properties").child(name), merged);
        }
        merged.required.extend(facts.required.iter().cloned());
        if facts.additional == Additional::Allowed {
            merged.additional = Some(place.child("additionalProperties"));
        }
        Ok(())
    }

    /// A property that two parts declare: the later one wins, unless it says nothing about the value.
    fn merge_property(&mut self, name: &str, place: Place, merged: &mut Merged) {
        let Some(former) = merged.properties.get(name).cloned() else {
            merged.properties.insert(name.to_owned(), place);
            return;
        };
        if self.is_same_content(&former, &place) {
            return;
        }
        self.report.push(
            Diagnostic::new(Code::CONTRADICTION, format!("two parts of `allOf` declare `{name}` differently"))
                .at(place.clone())
                .label("this declaration is used")
                .related(former, "the other declaration"),
        );
        merged.properties.insert(name.to_owned(), place);
    }

    fn is_same_content(&self, a: &Place, b: &Place) -> bool {
        let content = |place: &Place| self.description.follow(place).ok();
        match (content(a), content(b)) {
            (Some(a), Some(b)) => a == b || self.description.node(&a) == self.description.node(&b),
            _ => false,
        }
    }

    fn merged_object(&mut self, merged: Merged) -> Kind {
        let additional = match merged.additional {
            Some(place) => AdditionalProperties::Declared(self.schema(&place)),
            None => AdditionalProperties::Unmentioned,
        };
        if merged.properties.is_empty() {
            return match additional {
                AdditionalProperties::Declared(values) => Kind::Map(values),
                AdditionalProperties::Unmentioned => Kind::Untyped,
            };
        }
        let properties = merged.properties.into_iter().map(|(name, place)| {
            let required = merged.required.contains(&name);
            self.property(&name, required, place)
        });
        Kind::Object(Object { properties: properties.collect(), additional })
    }
}

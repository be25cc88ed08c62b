//! `allOf`: several schemas at once (OpenAPI 3.0.4, section 4.7.24.1).
//!
//! Where only one of them says what the values are, the whole is that schema under remarks of its own. Else the whole is
//! what all of them say together.

use serde_json::{Map, Value};

use super::facts::{Additional, Facts};
use super::join::Join;
use super::owner;
use crate::lower::Lowering;
use crate::model::SchemaId;
use crate::source::Place;

impl Lowering<'_> {
    /// The one schema that says what the values are, where all others, and what stands beside them, only add remarks or
    /// name the same type. `whole` is where the schema stands that they are parts of.
    pub(super) fn sole_part(&mut self, beside: Option<&Facts>, parts: &[Place], whole: &Place) -> Option<Place> {
        let mut types: Vec<Vec<String>> = Vec::new();
        if let Some(beside) = beside {
            if self.says_more_than_types(beside) {
                return None;
            }
            types.extend(Some(beside.types.clone()).filter(|types| !types.is_empty()));
        }
        let mut sole: Option<(Place, Facts)> = None;
        let mut typed = None;
        for part in parts {
            let target = self.description.follow_schema(part).ok()?;
            let facts = self.facts(&target).ok()?;
            if self.says_more_than_types(&facts) {
                if sole.is_some() {
                    return None;
                }
                sole = Some((part.clone(), facts));
            } else if !facts.types.is_empty() {
                typed = typed.or_else(|| Some(part.clone()));
                types.push(facts.types);
            }
        }
        let Some((sole, facts)) = sole else {
            let same = types.windows(2).all(|pair| pair[0] == pair[1]);
            return typed.or_else(|| parts.first().cloned()).filter(|_| same);
        };
        let is_composed = !facts.all_of.is_empty() || !facts.choices.is_empty();
        let same = (facts.types.is_empty() && is_composed) || types.iter().all(|types| *types == facts.types);
        (same && !self.has_as_alternative(&facts, &sole, whole)).then_some(sole)
    }

    fn says_more_than_types(&self, facts: &Facts) -> bool {
        facts.says_more_than_types()
            || facts.additional == Additional::Anything
            || !facts.required.is_empty()
            || !facts.all_of.is_empty()
            || facts.choices.iter().any(|choice| self.says_something(choice))
    }

    /// Whether the schema `whole` is one of the alternatives of a part of it: then it is not another name for that part.
    fn has_as_alternative(&mut self, facts: &Facts, part: &Place, whole: &Place) -> bool {
        let is_whole = |place: &Place| self.description.follow_schema(place).is_ok_and(|place| place == *whole);
        let listed = facts
            .choices
            .iter()
            .flat_map(|choice| &choice.alternatives)
            .any(is_whole);
        let target = self.description.follow_schema(part).ok();
        listed
            || target
                .is_some_and(|target| facts.data.discriminator.is_some() && self.extensions(&target).contains(whole))
    }

    /// The schema that holds where all the schemas at some places hold, and where it stands: at one of these that belongs to
    /// the same component as `at`, or else there. Of schemas that contradict each other the last one is taken.
    pub(super) fn all(&mut self, places: &[Place], at: &Place) -> Option<(Place, SchemaId)> {
        if let [only] = places {
            return Some((only.clone(), self.schema(only)));
        }
        let mut distinct: Vec<(Place, Map<String, Value>)> = Vec::new();
        for place in places {
            let said = self.what_is_said(place);
            if !distinct.iter().any(|(_, other)| *other == said) {
                distinct.push((place.clone(), said));
            }
        }
        // A place without keywords adds nothing, but it may be all that there is.
        if distinct.iter().any(|(_, said)| !said.is_empty()) {
            distinct.retain(|(place, said)| !said.is_empty() || self.has_remarks(place));
        }
        // Who lists values says most, and so do the remarks that stand there.
        distinct.sort_by_key(|(_, said)| said.contains_key("enum") || said.contains_key("const"));
        let places: Vec<Place> = distinct.into_iter().map(|(place, _)| place).collect();
        let last = places.last()?.clone();
        if places.len() == 1 {
            return Some((last.clone(), self.schema(&last)));
        }
        let join = Join {
            places,
            decided: Vec::new(),
        };
        if let Err(error) = self.joined_facts(&join) {
            self.report.push(error.diagnostic("the last one is used"));
            return Some((last.clone(), self.schema(&last)));
        }
        let owner = owner(at);
        let is_own = |place: &&Place| place.file == at.file && place.pointer.tokens().starts_with(&owner);
        let own = join.places.iter().rfind(is_own);
        let at = own.unwrap_or(at).clone();
        Some((at.clone(), self.join(at, join)))
    }

    fn has_remarks(&self, place: &Place) -> bool {
        self.description.text(place, "description").is_some()
    }

    /// What a schema says about its values, remarks for people left aside.
    fn what_is_said(&self, place: &Place) -> Map<String, Value> {
        const REMARKS: &[&str] = &[
            "title",
            "description",
            "example",
            "examples",
            "default",
            "deprecated",
            "externalDocs",
        ];
        let mut place = place.clone();
        // A reference may stand in an `allOf` for the sake of the remarks beside it.
        for _ in 0..8 {
            let Ok(target) = self.description.follow_schema(&place) else {
                return Map::new();
            };
            let Some(members) = self.description.node(&target).and_then(Value::as_object) else {
                return Map::new();
            };
            let said = members
                .iter()
                .filter(|(key, _)| !REMARKS.contains(&key.as_str()) && !key.starts_with("x-"));
            let said: Map<String, Value> = said.map(|(key, value)| (key.clone(), value.clone())).collect();
            let only = self.description.elements(&target.child("allOf")).next();
            match only {
                Some(only)
                    if said.len() == 1
                        && said
                            .values()
                            .all(|parts| parts.as_array().is_some_and(|parts| parts.len() == 1)) =>
                {
                    place = only;
                }
                _ => return said,
            }
        }
        Map::new()
    }
}

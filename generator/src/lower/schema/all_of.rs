//! `allOf`: several schemas at once (OpenAPI 3.0.4, section 4.7.24.1).
//!
//! Where only one of them says what the values are, the whole is that schema under remarks of its own. Where all are
//! objects, the whole is one object with the properties of all.

use std::collections::HashSet;

use indexmap::IndexMap;
use serde_json::{Map, Value};

use super::facts::{Additional, Facts};
use crate::diagnostic::{Code, Diagnostic};
use crate::lower::Lowering;
use crate::model::{AdditionalProperties, Kind, Object, Untyped};
use crate::source::Place;

/// Schemas nest `allOf` a few levels deep; what goes beyond this is no sound description.
const DEEPEST: usize = 64;

/// The object that several schemas make together.
#[derive(Default)]
struct Merged {
    properties: IndexMap<String, Place>,
    required: HashSet<String>,
    additional: Option<(Additional, Place)>,
    seen: HashSet<Place>,
}

impl Lowering<'_> {
    pub(super) fn all_of(&mut self, facts: &Facts, place: &Place) -> Kind {
        if !facts.has_structure()
            && facts.required.is_empty()
            && facts.variants.is_empty()
            && let Some(only) = self.only_part_that_says_something(&facts.all_of)
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
            let target = self.description.follow_schema(part).ok()?;
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
        for part in &facts.all_of {
            let part = self.description.follow_schema(part);
            let read = part.and_then(|part| Ok((self.description.schema(&part, self.report)?, part)));
            match read {
                Ok((piece, part)) => self.merge(&Facts::of(piece), &part, merged, depth + 1)?,
                Err(error) => self
                    .report
                    .push(error.diagnostic("the schema", "this part of `allOf` is left out")),
            }
        }
        if let Some(other) = facts.data_type().filter(|data_type| *data_type != "object") {
            return Err(format!("`allOf` joins an object and a value of type `{other}`"));
        }
        if !facts.enumeration.is_empty() || !facts.types.is_empty() {
            return Err("`allOf` joins an object and values of other types".to_owned());
        }
        if self.variants_say_something(facts) {
            return Err("`allOf` joins alternatives and another schema".to_owned());
        }
        for (name, property) in &facts.properties {
            self.merge_property(name, property.clone(), merged);
        }
        merged.required.extend(facts.required.iter().cloned());
        if matches!(facts.additional, Additional::Anything | Additional::Schema(_)) {
            merged.additional = Some((facts.additional.clone(), place.clone()));
        }
        Ok(())
    }

    /// A property that two parts declare: the declaration that says more is used, of two that say as much the later one.
    fn merge_property(&mut self, name: &str, place: Place, merged: &mut Merged) {
        let Some(former) = merged.properties.get(name).cloned() else {
            merged.properties.insert(name.to_owned(), place);
            return;
        };
        let (said, said_before) = (self.what_is_said(&place), self.what_is_said(&former));
        if said == said_before || specificity(&said) < specificity(&said_before) {
            return;
        }
        if specificity(&said) == specificity(&said_before) {
            self.report.push(
                Diagnostic::new(
                    Code::CONTRADICTION,
                    format!("two parts of `allOf` declare `{name}` differently"),
                )
                .at(place.clone())
                .label("this declaration is used")
                .related(former, "the other declaration"),
            );
        }
        merged.properties.insert(name.to_owned(), place);
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
        let target = self.description.follow_schema(place).ok();
        let members = target.and_then(|target| self.description.node(&target)?.as_object().cloned());
        let mut members = members.unwrap_or_default();
        members.retain(|key, _| !REMARKS.contains(&key.as_str()) && !key.starts_with("x-"));
        members
    }

    fn merged_object(&mut self, merged: Merged) -> Kind {
        let additional = match merged.additional {
            Some((additional, place)) => AdditionalProperties::Declared(self.map_values(&additional, &place)),
            None => AdditionalProperties::Unmentioned,
        };
        if merged.properties.is_empty() {
            return match additional {
                AdditionalProperties::Declared(values) => Kind::Map(values),
                AdditionalProperties::Unmentioned => Kind::Untyped(Untyped::Anything),
            };
        }
        let properties = merged.properties.into_iter().map(|(name, place)| {
            let required = merged.required.contains(&name);
            self.property(&name, required, place)
        });
        Kind::Object(Object {
            properties: properties.collect(),
            additional,
        })
    }
}

/// How much a schema says about its values.
fn specificity(said: &Map<String, Value>) -> usize {
    let has = |keys: &[&str]| keys.iter().any(|key| said.contains_key(*key));
    if has(&["const", "enum"]) {
        3
    } else if has(&[
        "properties",
        "items",
        "additionalProperties",
        "allOf",
        "oneOf",
        "anyOf",
        "format",
        "$ref",
    ]) {
        2
    } else {
        usize::from(has(&["type"]))
    }
}

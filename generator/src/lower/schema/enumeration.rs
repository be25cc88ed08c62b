//! Values that are listed.

use serde_json::Value;

use super::facts::Facts;
use crate::lower::{Lowering, extension};
use crate::model::{Enumeration, EnumerationValue, EnumerationValues, Kind, Untyped};
use crate::source::Place;

impl Lowering<'_> {
    /// An enumeration of texts or of whole numbers; `null` among the values makes it nullable and is no value of its own.
    pub(super) fn enumeration(&mut self, facts: &Facts, place: &Place) -> Kind {
        let listed = Listed::of(facts);
        if listed.values.is_empty() {
            return Kind::Untyped(Untyped::Anything);
        }
        let is_text = facts.data_type() == Some("string");
        if listed.values.iter().all(|(value, ..)| is_text || value.is_string()) {
            return enumeration(EnumerationValues::Strings(listed.convert(|value| Some(text(value)))));
        }
        if listed.values.iter().all(|(value, ..)| value.is_i64()) {
            return enumeration(EnumerationValues::Integers(listed.convert(Value::as_i64)));
        }
        if listed.values.iter().all(|(value, ..)| value.is_boolean()) {
            return Kind::Boolean;
        }
        if listed.values.iter().all(|(value, ..)| value.is_number()) {
            return Kind::Number { single: false };
        }
        let message = "the values are of different types, so the value is not typed";
        self.untyped(place, message, "list texts only, or whole numbers only")
    }
}

fn enumeration(values: EnumerationValues) -> Kind {
    Kind::Enumeration(Enumeration { values })
}

/// The values with the names and descriptions that extensions give them, each value once.
struct Listed<'a> {
    values: Vec<(&'a Value, Option<String>, Option<String>)>,
}

impl<'a> Listed<'a> {
    fn of(facts: &'a Facts) -> Self {
        let names = extension::texts(&facts.data.extensions, "x-enum-varnames");
        let descriptions = extension::texts(&facts.data.extensions, "x-enum-descriptions");
        let mut values: Vec<(&Value, Option<String>, Option<String>)> = Vec::new();
        for (index, value) in facts.enumeration.iter().enumerate() {
            if !value.is_null() && !values.iter().any(|(other, ..)| *other == value) {
                let at = |texts: &[Option<String>]| texts.get(index).cloned().flatten();
                values.push((value, at(&names), at(&descriptions)));
            }
        }
        Self { values }
    }

    fn convert<T>(self, convert: impl Fn(&Value) -> Option<T>) -> Vec<EnumerationValue<T>> {
        let converted = self.values.into_iter().filter_map(|(value, name, description)| {
            Some(EnumerationValue {
                value: convert(value)?,
                name,
                description,
            })
        });
        converted.collect()
    }
}

/// `enum: [1.0, yes]` under `type: string` lists texts that YAML took for something else.
fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

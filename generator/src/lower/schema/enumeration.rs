//! Values that are listed.

use std::hash::Hash;

use foldhash::HashSet;
use serde_json::Value;

use super::facts::Listed;
use crate::lower::Lowering;
use crate::model::{Enumeration, EnumerationValue, EnumerationValues, Kind, Untyped};
use crate::source::Place;

impl Lowering<'_> {
    /// An enumeration; `null` among the values makes it nullable and is no value of its own. Numbers with fractions stay
    /// numbers, and `true` and `false` are what they are.
    pub(super) fn enumeration(
        &mut self,
        listed: &[Listed],
        types: &[String],
        format: Option<&str>,
        place: &Place,
    ) -> Kind {
        let listed: Vec<&Listed> = listed.iter().filter(|listed| !listed.value.is_null()).collect();
        let all = |is: fn(&Value) -> bool| listed.iter().all(|listed| is(&listed.value));
        if listed.is_empty() {
            return Kind::Untyped(Untyped::Anything);
        }
        if types == ["string"] || all(Value::is_string) {
            return enumeration(EnumerationValues::Strings(converted(&listed, |value| {
                Some(text(value))
            })));
        }
        // A number may be written without a fraction and have one elsewhere.
        if types != ["number"] && all(Value::is_i64) {
            return enumeration(EnumerationValues::Integers(converted(&listed, Value::as_i64)));
        }
        if all(Value::is_boolean) {
            return Kind::Boolean;
        }
        if all(Value::is_number) {
            return Kind::Number {
                single: format == Some("float"),
            };
        }
        if all(|value| !value.is_array() && !value.is_object()) {
            return enumeration(EnumerationValues::Mixed(converted(&listed, |value| {
                Some(value.clone())
            })));
        }
        let message = "lists and objects are among the listed values, so the value is not typed";
        self.untyped(
            place,
            message,
            "list texts, numbers and booleans only, or give the schema a type instead",
        )
    }
}

fn enumeration(values: EnumerationValues) -> Kind {
    Kind::Enumeration(Enumeration { values })
}

/// Each value once: a text may be listed with quotes and without.
fn converted<T: Clone + Eq + Hash>(
    listed: &[&Listed],
    convert: impl Fn(&Value) -> Option<T>,
) -> Vec<EnumerationValue<T>> {
    let mut converted: Vec<EnumerationValue<T>> = Vec::with_capacity(listed.len());
    let mut seen = HashSet::default();
    for listed in listed {
        if let Some(value) = convert(&listed.value)
            && seen.insert(value.clone())
        {
            converted.push(EnumerationValue {
                value,
                name: listed.name.clone(),
                description: listed.description.clone(),
            });
        }
    }
    converted
}

/// `enum: [1.0, yes]` under `type: string` lists texts that YAML took for something else.
fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

//! Values for examples, where a schema gives none and has constraints that the usual value may not fit.
//!
//! A user copies an example and sends it, so the server should take it.

use regex_syntax::hir::{Class, Hir, HirKind};
use serde_json::{Map, Number, Value};

/// No sample is longer than this: an example is there to be read.
const LONGEST: usize = 200;

/// How many parts of one regular expression are looked at, in all rounds together. Some repeat billions of times what is empty.
const STEPS: usize = 5_000;

/// Makes the samples of one description.
pub(in crate::lower) struct Samples {
    /// How many parts of all regular expressions may still be looked at; an example is not worth more.
    steps: usize,
}

impl Default for Samples {
    fn default() -> Self {
        Self { steps: 2_000_000 }
    }
}

impl Samples {
    /// A value that fits the constraints of a schema; `None` where it has none of those that are looked at.
    pub(super) fn sample(&mut self, schema: &Value) -> Option<Value> {
        let most = self.steps.min(STEPS);
        let mut steps = most;
        let value = sample(schema, &mut steps);
        self.steps -= most - steps;
        value
    }
}

fn sample(schema: &Value, steps: &mut usize) -> Option<Value> {
    let is = |name: &str| match schema.get("type")? {
        Value::String(ty) => Some(ty == name),
        Value::Array(types) => Some(types.iter().any(|ty| ty == name)),
        _ => None,
    };
    if is("string")? {
        text(schema, steps).map(Value::String)
    } else if is("integer")? {
        number(schema, true)
    } else if is("number")? {
        number(schema, false)
    } else if is("object")? {
        members(schema)
    } else {
        None
    }
}

/// As many members as an object has to have beside those that it requires, each with nothing in it: what reads an example
/// takes the simplest value for what does not fit.
fn members(schema: &Value) -> Option<Value> {
    let least = usize::try_from(schema.get("minProperties")?.as_u64()?).ok()?;
    let required = schema.get("required").and_then(Value::as_array);
    let required = required.map(Vec::as_slice).unwrap_or_default();
    let names = schema.get("properties")?.as_object()?.keys();
    let optional = names.filter(|name| !required.iter().any(|other| other == *name));
    let members = optional.take(least.saturating_sub(required.len()));
    let members: Map<String, Value> = members.map(|name| (name.clone(), Map::new().into())).collect();
    (!members.is_empty()).then_some(Value::Object(members))
}

fn text(schema: &Value, steps: &mut usize) -> Option<String> {
    let length = |key: &str| usize::try_from(schema.get(key)?.as_u64()?).ok();
    let (least, most) = (length("minLength"), length("maxLength"));
    if let Some(pattern) = schema.get("pattern").and_then(Value::as_str) {
        return matching(pattern, least.unwrap_or(0), most.unwrap_or(LONGEST), steps);
    }
    let format = schema.get("format").and_then(Value::as_str);
    if let Some(text) = format.and_then(of_format) {
        return Some(text.to_owned());
    }
    if least.is_none_or(|least| least < 2) && most.is_none() || least.is_some_and(|least| least > LONGEST) {
        return None;
    }
    let length = 8.min(most.unwrap_or(8)).max(least.unwrap_or(0));
    Some(('a'..='z').cycle().take(length).collect())
}

/// Formats that are strings in Rust, and that servers look at.
fn of_format(format: &str) -> Option<&'static str> {
    Some(match format {
        "email" | "idn-email" => "somebody@example.com",
        "uri" | "url" | "iri" | "uri-reference" | "iri-reference" => "https://example.com",
        "hostname" | "idn-hostname" => "example.com",
        "ipv4" => "192.0.2.1",
        "ipv6" => "2001:db8::1",
        "time" => "13:30:46Z",
        "duration" => "P1D",
        "json-pointer" => "/pointer",
        _ => return None,
    })
}

/// A text that a regular expression matches, of a length between two.
fn matching(pattern: &str, least: usize, most: usize, steps: &mut usize) -> Option<String> {
    let pattern = regex_syntax::parse(pattern).ok()?;
    let mut writer = Writer {
        text: String::new(),
        steps,
    };
    // Each round repeats what may be repeated once more.
    for more in 0..=LONGEST {
        writer.text.clear();
        writer.write(&pattern, more)?;
        // One that is not empty reads better.
        if !writer.text.is_empty() && (least..=most).contains(&writer.text.chars().count()) {
            return Some(writer.text);
        }
    }
    None
}

struct Writer<'a> {
    text: String,
    /// How many parts of the expression may still be looked at.
    steps: &'a mut usize,
}

impl Writer<'_> {
    /// Writes what an expression matches; `None` where that is too long, or nothing. The parser bounds the depth.
    fn write(&mut self, pattern: &Hir, more: usize) -> Option<()> {
        *self.steps = self.steps.checked_sub(1)?;
        match pattern.kind() {
            HirKind::Empty | HirKind::Look(_) => {}
            HirKind::Literal(literal) => self.text.push_str(std::str::from_utf8(&literal.0).ok()?),
            HirKind::Class(class) => self.text.push(character(class)?),
            HirKind::Capture(capture) => self.write(&capture.sub, more)?,
            HirKind::Concat(parts) => {
                for part in parts {
                    self.write(part, more)?;
                }
            }
            HirKind::Alternation(alternatives) => self.write(alternatives.first()?, more)?,
            HirKind::Repetition(repetition) => {
                let times = repetition.min as usize + more;
                let times = repetition.max.map_or(times, |max| times.min(max as usize));
                for _ in 0..times {
                    self.write(&repetition.sub, more.min(1))?;
                }
            }
        }
        (self.text.len() <= LONGEST).then_some(())
    }
}

/// A character of a class: a letter or a digit, where it has one.
fn character(class: &Class) -> Option<char> {
    let plain = ['a', 'A', '1'];
    match class {
        Class::Unicode(class) => {
            let has = |wanted: &char| class.iter().any(|range| (range.start()..=range.end()).contains(wanted));
            plain
                .into_iter()
                .find(has)
                .or_else(|| Some(class.iter().next()?.start()))
        }
        // Bytes that need not be text.
        Class::Bytes(_) => None,
    }
}

fn number(schema: &Value, whole: bool) -> Option<Value> {
    let of = |key: &str| schema.get(key).and_then(Value::as_f64);
    // In OpenAPI 3.0 `exclusiveMinimum` says of `minimum` that it is excluded; in 3.1 it is a bound itself.
    let is_excluded = |key: &str| schema.get(key) == Some(&Value::Bool(true));
    let step = of("multipleOf").filter(|step| *step > 0.0);
    let next = step.unwrap_or(if whole { 1.0 } else { 0.5 });
    let least = of("exclusiveMinimum").map(|bound| bound + next);
    let least =
        least.or_else(|| of("minimum").map(|bound| bound + if is_excluded("exclusiveMinimum") { next } else { 0.0 }));
    let most = of("exclusiveMaximum").map(|bound| bound - next);
    let most =
        most.or_else(|| of("maximum").map(|bound| bound - if is_excluded("exclusiveMaximum") { next } else { 0.0 }));
    let usual: f64 = if whole { 1.0 } else { 1.5 };
    let value = usual.max(least.unwrap_or(usual)).min(most.unwrap_or(f64::MAX));
    let value = step.map_or(value, |step| (value / step).ceil() * step);
    if value.to_bits() == usual.to_bits() {
        return None;
    }
    if !whole {
        return Number::from_f64(value).map(Value::Number);
    }
    // Beyond this, floats skip integers.
    let exact = value.abs() < 9e15;
    #[expect(clippy::cast_possible_truncation, reason = "it is whole and small enough")]
    exact.then(|| Value::from(value.ceil() as i64))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_sample_fits_its_constraints() {
        for (schema, expected) in [
            (json!({"type": "string"}), None),
            (
                json!({"type": "string", "pattern": "^[a-f0-9]{4}-v\\d+$"}),
                Some(json!("aaaa-v1")),
            ),
            (
                json!({"type": "string", "pattern": "^(cat|dog)s?$", "minLength": 4}),
                Some(json!("cats")),
            ),
            (json!({"type": "string", "pattern": "^[A-Z]*$"}), Some(json!("A"))),
            (json!({"type": "string", "pattern": "a{99999}"}), None),
            (json!({"type": "string", "pattern": "(a*){4000000000}"}), None),
            (json!({"type": "string", "pattern": "(?=a)b"}), None),
            (json!({"type": "string", "minLength": 10}), Some(json!("abcdefghij"))),
            (json!({"type": "string", "maxLength": 2}), Some(json!("ab"))),
            (
                json!({"type": ["string", "null"], "format": "email"}),
                Some(json!("somebody@example.com")),
            ),
            (json!({"type": "integer", "minimum": 0}), None),
            (json!({"type": "integer", "minimum": 10}), Some(json!(10))),
            (
                json!({"type": "integer", "minimum": 10, "exclusiveMinimum": true}),
                Some(json!(11)),
            ),
            (
                json!({"type": "integer", "exclusiveMinimum": 10, "multipleOf": 4}),
                Some(json!(16)),
            ),
            (json!({"type": "integer", "maximum": 0}), Some(json!(0))),
            (json!({"type": "number", "maximum": 1}), Some(json!(1.0))),
            (json!({"type": "boolean"}), None),
            (
                json!({"type": "object", "minProperties": 2, "required": ["a"], "properties": {"a": {}, "b": {}, "c": {}}}),
                Some(json!({"b": {}})),
            ),
        ] {
            assert_eq!(Samples::default().sample(&schema), expected, "{schema}");
        }
    }
}

//! Whether a value came back as it was given, and which differences are meant.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDateTime, Utc};
use serde_json::{Number, Value, json};

use super::declared;
use super::raw::{At, Raw};

/// A difference between what was given and what was written that is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tolerance {
    UnknownKey,
    Moment,
    NumberForm,
    SinglePrecision,
    NumberInText,
    UuidLetters,
    NullLeftOut,
    NullAdded,
    JsonInText,
}

impl Tolerance {
    /// Each with its heading and what it means.
    pub const ALL: [(Self, &'static str, &'static str); 9] = [
        (
            Self::UnknownKey,
            "unknown key",
            "A key that no schema declares is ignored, so that a server can add keys.",
        ),
        (
            Self::Moment,
            "moment",
            "A `date-time` is written in UTC: the same instant, spelled as RFC 3339 has it.",
        ),
        (
            Self::NumberForm,
            "`1` and `1.0`",
            "A whole number and a number are equal where their values are.",
        ),
        (
            Self::SinglePrecision,
            "32 bits",
            "`format: float` keeps 32 bits of a number.",
        ),
        (
            Self::NumberInText,
            "number in text",
            "A number of 64 bits is read from a string, too, since servers send them so; it is written as a number.",
        ),
        (
            Self::UuidLetters,
            "letters of an id",
            "A `uuid` is written in small letters, as RFC 9562 has it.",
        ),
        (
            Self::NullLeftOut,
            "null left out",
            "`null` in what only a server sends means the same as nothing, and is not kept apart from it.",
        ),
        (
            Self::NullAdded,
            "null added",
            "A required member that may be `null` and is not there is read as `null`.",
        ),
        (
            Self::JsonInText,
            "JSON in text",
            "The example of a body is a string that holds the JSON; its content is what was read.",
        ),
    ];
}

/// How two values differ.
#[derive(Debug, Default)]
pub struct Differences {
    /// The differences that are meant, with how many there are of each.
    pub tolerated: BTreeMap<Tolerance, usize>,
    /// The others, each with its path.
    pub wrong: Vec<String>,
}

impl Differences {
    fn tolerate(&mut self, tolerance: Tolerance) {
        *self.tolerated.entry(tolerance).or_default() += 1;
    }
}

/// Whether a value is valid against the schema at a place.
pub type IsValid<'a> = &'a dyn Fn(&At, &Value) -> bool;

/// Compares a value of some schemas with what became of it.
pub fn compare(raw: &Raw, is_valid: IsValid<'_>, schemas: &[At], given: &Value, written: &Value) -> Differences {
    let mut differences = Differences::default();
    Comparison {
        raw,
        is_valid,
        differences: &mut differences,
    }
    .values("", schemas, given, written);
    differences
}

struct Comparison<'a> {
    raw: &'a Raw,
    is_valid: IsValid<'a>,
    differences: &'a mut Differences,
}

impl Comparison<'_> {
    /// JSON that was read is at most 128 levels deep, so recursion over it is bounded.
    fn values(&mut self, path: &str, schemas: &[At], given: &Value, written: &Value) {
        match (given, written) {
            _ if given == written => {}
            (Value::Object(members), Value::Object(written)) => {
                for (key, value) in members {
                    let at = format!("{path}.{key}");
                    match written.get(key) {
                        Some(written) => {
                            let schemas = declared::member(self.raw, schemas, key);
                            self.values(&at, &schemas, value, written);
                        }
                        None => self.lost(&at, key, schemas, given, value),
                    }
                }
                for (key, value) in written.iter().filter(|(key, _)| !members.contains_key(*key)) {
                    self.added(&format!("{path}.{key}"), value);
                }
            }
            (Value::Array(given), Value::Array(written)) if given.len() == written.len() => {
                for (index, (given, written)) in given.iter().zip(written).enumerate() {
                    let schemas = declared::element(self.raw, schemas, index);
                    self.values(&format!("{path}[{index}]"), &schemas, given, written);
                }
            }
            (given, written) => match scalar(given, written) {
                Some(tolerance) => self.differences.tolerate(tolerance),
                None => self.wrong(path, &format!("{} became {}", short(given), short(written))),
            },
        }
    }

    /// A member of `object` that is not there any more.
    fn lost(&mut self, path: &str, key: &str, schemas: &[At], object: &Value, member: &Value) {
        if declared::member(self.raw, schemas, key).is_empty() {
            self.differences.tolerate(Tolerance::UnknownKey);
        } else if member.is_null() {
            self.differences.tolerate(Tolerance::NullLeftOut);
        } else if declared::declares(self.raw, self.is_valid, schemas, key, object) {
            self.wrong(path, "is declared and got lost");
        } else {
            self.differences.tolerate(Tolerance::UnknownKey);
        }
    }

    fn added(&mut self, path: &str, written: &Value) {
        if written.is_null() {
            self.differences.tolerate(Tolerance::NullAdded);
        } else {
            self.wrong(path, &format!("was not there and became {}", short(written)));
        }
    }

    fn wrong(&mut self, path: &str, what: &str) {
        let path = if path.is_empty() {
            "the value"
        } else {
            path.trim_start_matches('.')
        };
        self.differences.wrong.push(format!("`{path}` {what}"));
    }
}

/// Why two values that are written differently are the same.
fn scalar(given: &Value, written: &Value) -> Option<Tolerance> {
    match (given, written) {
        (Value::Number(given), Value::Number(written)) => number(given, written),
        (Value::String(given), Value::Number(_)) => {
            // The text need not be JSON: `0042` and `+1` are no numbers there.
            let integer = given.trim().parse::<i64>().map(|value| json!(value));
            let meant = integer
                .or_else(|_| given.trim().parse().map(|value: f64| json!(value)))
                .ok()?;
            (meant == *written || scalar(&meant, written).is_some()).then_some(Tolerance::NumberInText)
        }
        (Value::String(given), Value::String(written)) => text(given, written),
        _ => None,
    }
}

fn number(given: &Number, written: &Number) -> Option<Tolerance> {
    if !given.is_f64() && !written.is_f64() {
        return None;
    }
    let (given, written) = (given.as_f64()?, written.as_f64()?);
    #[expect(
        clippy::float_cmp,
        reason = "what was read and written again is the same to the last bit, or it is not"
    )]
    #[expect(clippy::cast_possible_truncation, reason = "it is what a type of 32 bits does")]
    if given == written {
        Some(Tolerance::NumberForm)
    } else if given as f32 == written as f32 {
        Some(Tolerance::SinglePrecision)
    } else {
        None
    }
}

fn text(given: &str, written: &str) -> Option<Tolerance> {
    if given.len() == 36 && given.eq_ignore_ascii_case(written) {
        return Some(Tolerance::UuidLetters);
    }
    let written = DateTime::parse_from_rfc3339(written).ok()?.to_utc();
    (moment(given)? == written).then_some(Tolerance::Moment)
}

/// The moment that a text means, in RFC 3339 or in what many write for it; without a zone it is UTC.
fn moment(text: &str) -> Option<DateTime<Utc>> {
    let text = text.trim().replacen([' ', 't'], "T", 1);
    if let Ok(moment) = DateTime::parse_from_rfc3339(&text) {
        return Some(moment.to_utc());
    }
    let with_zone = ["%Y-%m-%dT%H:%M:%S%.f%#z", "%Y-%m-%dT%H:%M%#z"];
    let without = ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%dT%H:%M"];
    let with_zone = with_zone
        .iter()
        .find_map(|format| DateTime::parse_from_str(&text, format).ok());
    let without = || {
        without
            .iter()
            .find_map(|format| NaiveDateTime::parse_from_str(&text, format).ok())
    };
    with_zone
        .map(|moment| moment.to_utc())
        .or_else(|| Some(without()?.and_utc()))
}

/// A value, cut where it is long.
pub fn short(value: &Value) -> String {
    let text = value.to_string();
    let cut: String = text.chars().take(60).collect();
    if cut.len() < text.len() {
        format!("`{cut}…`")
    } else {
        format!("`{cut}`")
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn differences(schema: &Value, given: &Value, written: &Value) -> (Vec<Tolerance>, usize) {
        let raw = Raw::of_value(schema.clone());
        // What a value is of is told by `type` alone here.
        let is_valid = |at: &At, value: &Value| {
            let ty = raw.look(&at.child("properties").child("type").child("const"), Value::clone);
            ty.is_none_or(|ty| value.get("type") == Some(&ty))
        };
        let differences = compare(&raw, &is_valid, &[raw.root()], given, written);
        (differences.tolerated.into_keys().collect(), differences.wrong.len())
    }

    #[test]
    fn a_key_may_get_lost_that_nobody_declares() {
        let schema = json!({"allOf": [{"properties": {"a": {"items": {"properties": {"b": {}}}}}}]});
        let given = json!({"a": [{"b": 1, "c": 2}], "d": 3});
        assert_eq!(differences(&schema, &given, &given), (vec![], 0));
        let written = json!({"a": [{"b": 1}]});
        assert_eq!(differences(&schema, &given, &written), (vec![Tolerance::UnknownKey], 0));
        assert_eq!(differences(&schema, &given, &json!({"a": [{}]})).1, 1);
        assert_eq!(differences(&schema, &given, &json!({"a": []})).1, 1);
    }

    #[test]
    fn an_alternative_that_does_not_hold_declares_nothing() {
        let alternative = |ty: &str, key: &str| json!({"properties": {"type": {"const": ty}, key: {}}});
        let schema = json!({"anyOf": [alternative("a", "one"), alternative("b", "two")]});
        let given = json!({"type": "a", "one": 1, "two": 2});
        let without_two = json!({"type": "a", "one": 1});
        assert_eq!(
            differences(&schema, &given, &without_two),
            (vec![Tolerance::UnknownKey], 0)
        );
        assert_eq!(differences(&schema, &given, &json!({"type": "a", "two": 2})).1, 1);
        // One that is no value of any alternative is one of all, as far as anybody can tell.
        let given = json!({"type": "c", "two": 2});
        assert_eq!(differences(&schema, &given, &json!({"type": "c"})).1, 1);
    }

    #[test]
    fn scalars_are_the_same_that_mean_the_same() {
        let tolerated = |given: Value, written: Value| differences(&json!({}), &given, &written);
        assert_eq!(tolerated(json!(1), json!(1.0)).0, [Tolerance::NumberForm]);
        assert_eq!(tolerated(json!("17"), json!(17)).0, [Tolerance::NumberInText]);
        assert_eq!(tolerated(json!("17"), json!(18)).1, 1);
        assert_eq!(
            tolerated(json!(9_007_199_254_740_993_i64), json!(9_007_199_254_740_992_i64)).1,
            1
        );
        assert_eq!(tolerated(json!("-0.0500"), json!(-0.05)).0, [Tolerance::NumberInText]);
        assert_eq!(
            tolerated(json!(0.123_456_789), json!(0.123_456_79)).0,
            [Tolerance::SinglePrecision]
        );
        assert_eq!(
            tolerated(json!("2026-01-31 10:00:00+0200"), json!("2026-01-31T08:00:00Z")).0,
            [Tolerance::Moment]
        );
        assert_eq!(
            tolerated(json!("2026-01-31T10:00:00"), json!("2026-01-31T08:00:00Z")).1,
            1
        );
        assert_eq!(tolerated(json!("a"), json!("b")).1, 1);
    }

    #[test]
    fn null_and_absence_are_told_apart() {
        let schema = json!({"properties": {"a": {}}});
        assert_eq!(
            differences(&schema, &json!({"a": null}), &json!({})).0,
            [Tolerance::NullLeftOut]
        );
        assert_eq!(
            differences(&schema, &json!({}), &json!({"a": null})).0,
            [Tolerance::NullAdded]
        );
        assert_eq!(differences(&schema, &json!({}), &json!({"a": 1})).1, 1);
    }
}

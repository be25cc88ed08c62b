//! Which schemas of the raw description say something about a part of a value.
//!
//! A type ignores keys that the description does not declare, by design. Whether it does declare them must not be asked of
//! oasmith, or a property that oasmith loses would never show.

use serde_json::Value;

use super::compare::IsValid;
use super::raw::{At, Raw};

/// The keywords whose schemas hold for the same value.
const SAME_VALUE: [&str; 3] = ["allOf", "oneOf", "anyOf"];

/// The schemas that say something about the member `key` of the values of some schemas; none where nobody declares it.
pub fn member(raw: &Raw, schemas: &[At], key: &str) -> Vec<At> {
    member_of(raw, all(raw, schemas, &|_| true), key)
}

/// Whether one of some schemas declares the member `key` of a value, which is asked of each alternative.
///
/// An alternative that does not hold says nothing about a value (JSON Schema 2020-12, section 7.7.1.2): what only that one
/// declares is a key that nobody declares. Where none holds, nobody can tell which is meant.
pub fn declares(raw: &Raw, is_valid: IsValid<'_>, schemas: &[At], key: &str, value: &Value) -> bool {
    !member_of(raw, all(raw, schemas, &|at| is_valid(at, value)), key).is_empty()
}

fn member_of(raw: &Raw, schemas: Vec<At>, key: &str) -> Vec<At> {
    let mut found = Vec::new();
    for schema in schemas {
        let property = schema.child("properties").child(key);
        if raw.has(&property) {
            found.push(property);
            continue;
        }
        // A pattern is not matched: one that is there is taken to mean the key.
        let patterns = schema.child("patternProperties");
        found.extend(raw.keys(&patterns).iter().map(|pattern| patterns.child(pattern)));
        let additional = schema.child("additionalProperties");
        if raw.look(&additional, |node| node.is_object() || *node == true) == Some(true) {
            found.push(additional);
        }
    }
    found
}

/// The schemas that say something about an element of the arrays of some schemas.
pub fn element(raw: &Raw, schemas: &[At], index: usize) -> Vec<At> {
    let mut found = Vec::new();
    for schema in all(raw, schemas, &|_| true) {
        let position = schema.child("prefixItems").child(index);
        found.push(if raw.has(&position) {
            position
        } else {
            schema.child("items")
        });
    }
    found.retain(|place| raw.has(place));
    found
}

/// The schemas themselves, and all that they refer to for the same value: of alternatives those that hold, if any does.
fn all(raw: &Raw, schemas: &[At], holds: &dyn Fn(&At) -> bool) -> Vec<At> {
    let mut found: Vec<At> = Vec::new();
    let mut waiting = schemas.to_vec();
    while let Some(schema) = waiting.pop() {
        if found.contains(&schema) || !raw.has(&schema) {
            continue;
        }
        waiting.extend(raw.follow(&schema));
        for key in SAME_VALUE {
            let list = schema.child(key);
            let parts: Vec<At> = (0..raw.length(&list)).map(|index| list.child(index)).collect();
            let holding: Vec<At> = match key {
                "allOf" => Vec::new(),
                _ => parts.iter().filter(|part| holds(part)).cloned().collect(),
            };
            waiting.extend(if holding.is_empty() { parts } else { holding });
        }
        found.push(schema);
    }
    found
}

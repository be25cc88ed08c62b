//! Cycles of every kind end: a schema is a type that holds itself behind a pointer, or a value that is not typed.

use oasmith::Code;
use serde_json::{Value, json};

use crate::support::{outcome, read, with_schemas};

/// A description for each case, by its name.
fn cases() -> Vec<(String, Value)> {
    let cases = read("exhaustion/cycles.yaml");
    let cases = cases.as_object().unwrap().iter();
    cases
        .map(|(name, schemas)| (name.clone(), with_schemas(schemas.clone())))
        .collect()
}

/// The descriptions of all cases, for whoever compiles them.
pub(crate) fn descriptions() -> Vec<Value> {
    cases().into_iter().map(|(_, description)| description).collect()
}

#[test]
fn schemas_that_hold_themselves_end() {
    for (name, description) in cases() {
        let files = outcome(&description).files();
        assert!(files.contains_key("src/models/a.rs"), "{name}");
    }
}

#[test]
fn references_that_lead_back_to_themselves_cost_only_what_needs_them() {
    let outcome = outcome(&read("exhaustion/references.yaml"));
    assert!(outcome.has(Code::REFERENCE_LOOP), "{}", outcome.drawn());
    let files = outcome.files();
    let operations: String = files.values().map(String::as_str).collect();
    assert!(
        operations.contains("pub fn sound("),
        "the operation that needs none of them is there"
    );
}

/// A chain of objects that leads back to its start: one property stands behind a pointer, and the crate tells the compiler
/// how deep it is.
pub(crate) fn ring(length: usize) -> Value {
    let object = |index: usize| {
        let next = format!("#/components/schemas/S{}", (index + 1) % length);
        (
            format!("S{index}"),
            json!({"type": "object", "required": ["next"], "properties": {"next": {"$ref": next}}}),
        )
    };
    with_schemas((0..length).map(object).collect::<serde_json::Map<_, _>>().into())
}

#[test]
fn a_long_ring_is_boxed_once() {
    let files = outcome(&ring(500)).files();
    let boxes = files.iter().filter(|(path, _)| path.starts_with("src/models/"));
    assert_eq!(
        boxes
            .map(|(_, text)| text.matches("pub next: Box<").count())
            .sum::<usize>(),
        1
    );
    assert!(files["src/lib.rs"].contains("#![recursion_limit = \"2048\"]"));
}

//! Depth: nothing follows what a description nests with a stack that the description could use up.

use oasmith::Code;
use serde_json::{Map, Value, json};

use crate::support::{outcome, outcome_of_text, with_schemas};

/// How one schema can be made of the next.
pub(super) const LINKS: &[fn(Value) -> Value] = &[
    |next| next,
    |next| json!({"type": "array", "items": next}),
    |next| json!({"type": "object", "additionalProperties": next}),
    |next| json!({"allOf": [next]}),
    |next| json!({"allOf": [next, {"description": "more"}]}),
    |next| json!({"oneOf": [next]}),
    |next| json!({"oneOf": [next, {"type": "integer"}]}),
    |next| json!({"anyOf": [next, {"type": "null"}]}),
    |next| json!({"type": "object", "required": ["next"], "properties": {"next": next}}),
    |next| json!({"type": "object", "properties": {"a": {"type": "array", "items": {"type": "array", "items": next}}}}),
];

/// A chain of schemas `S0` to the last, each made of the next.
pub(super) fn chain(length: usize, link: fn(Value) -> Value) -> Value {
    let mut schemas = Map::new();
    for index in 0..length {
        let next = json!({"$ref": format!("#/components/schemas/S{}", index + 1)});
        schemas.insert(format!("S{index}"), link(next));
    }
    schemas.insert(format!("S{length}"), json!({"type": "string"}));
    with_schemas(schemas.into())
}

#[test]
fn long_chains_of_schemas_end() {
    for link in LINKS {
        let outcome = outcome(&chain(600, *link));
        assert!(outcome.files.is_some(), "{}", outcome.drawn());
    }
}

/// Lists that have no name of their own are written out, however far the references go.
#[test]
fn lists_of_lists_without_names_are_cut() {
    const LENGTH: usize = 3_000;
    let list = |index: usize| {
        let next = format!("#/components/schemas/A/properties/p{}", (index + 1).min(LENGTH));
        (format!("p{index}"), json!({"type": "array", "items": {"$ref": next}}))
    };
    let mut properties: Map<String, Value> = (0..LENGTH).map(list).collect();
    properties.insert(format!("p{LENGTH}"), json!({"type": "string"}));
    let outcome = outcome(&with_schemas(
        json!({"A": {"type": "object", "properties": properties}}),
    ));
    assert!(outcome.has(Code::UNTYPED));
    let files = outcome.files();
    let deepest = files["src/models/a.rs"]
        .lines()
        .map(|line| line.matches("Vec<").count())
        .max();
    assert!(deepest < Some(40), "{deepest:?}");
}

/// Two chains of lists are compared down to their ends to see whether they are one type.
#[test]
fn alternatives_that_are_deep_lists_end() {
    let list = |chain: &str, index: usize| {
        let next = json!({"$ref": format!("#/components/schemas/{chain}{}", index + 1)});
        (format!("{chain}{index}"), json!({"type": "array", "items": next}))
    };
    let mut schemas = Map::from_iter([(
        "U".to_owned(),
        json!({"oneOf": [{"$ref": "#/components/schemas/A0"}, {"$ref": "#/components/schemas/B0"}]}),
    )]);
    for index in 0..1_000 {
        schemas.extend(["A", "B"].map(|chain| list(chain, index)));
    }
    schemas.extend(["A1000", "B1000"].map(|last| (last.to_owned(), json!({"type": "string"}))));
    outcome(&with_schemas(schemas.into())).files();
}

/// As deep as a document may be at all, in places that are copied, compared and printed.
#[test]
fn values_as_deep_as_the_budget_allows_are_read_and_written() {
    let mut deep = json!("x");
    for _ in 0..100 {
        deep = json!([{ "a": deep }]).pointer("/0").cloned().unwrap();
    }
    let description = with_schemas(json!({
        "A": {"default": deep, "example": deep, "examples": [deep], "enum": [deep, 1], "x-deep": deep},
        "B": {"type": "object", "properties": {"a": {"const": deep}}, "example": {"a": deep}},
    }));
    let outcome = outcome(&description);
    assert!(outcome.files.is_some(), "{}", outcome.drawn());
}

#[test]
fn inline_schemas_as_deep_as_the_budget_allows_are_typed() {
    for (open, close) in [
        (r#"{"type": "object", "properties": {"a": "#, "}}"),
        (r#"{"type": "array", "items": "#, "}"),
        (r#"{"oneOf": [{"type": "integer"}, "#, "]}"),
        (r#"{"allOf": [{"type": "object", "properties": {"b": {}}}, "#, "]}"),
        (r#"{"type": "object", "additionalProperties": "#, "}"),
    ] {
        let levels = 55;
        let schema = format!("{}{{}}{}", open.repeat(levels), close.repeat(levels));
        let text = with_schemas(json!({"A": "SCHEMA"}))
            .to_string()
            .replace("\"SCHEMA\"", &schema);
        let outcome = outcome_of_text(text);
        assert!(outcome.files.is_some(), "{}", outcome.drawn());
    }
}

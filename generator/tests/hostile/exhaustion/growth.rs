//! Growth: what is small in the description stays in proportion in the crate, and in the work that it takes.

use oasmith::Code;
use serde_json::{Map, Value, json};

use crate::support::{outcome, with_schemas};

fn reference(name: impl std::fmt::Display) -> Value {
    json!({"$ref": format!("#/components/schemas/{name}")})
}

/// Ways to refer to the next schema more than once.
pub(super) const LINKS: &[fn(Value) -> Value] = &[
    |next| json!({"allOf": [next, {"allOf": [next]}]}),
    |next| json!({"oneOf": [next, {"type": "array", "items": next}]}),
    |next| json!({"type": "object", "required": ["a", "b"], "properties": {"a": next, "b": next}}),
];

/// Levels of schemas, each of which refers to the next several times.
pub(super) fn levels(count: usize, link: impl Fn(Value) -> Value) -> Value {
    let mut schemas: Map<String, Value> = (0..count)
        .map(|index| (format!("S{index}"), link(reference(format_args!("S{}", index + 1)))))
        .collect();
    schemas.insert(
        format!("S{count}"),
        json!({"type": "object", "properties": {"a": {"type": "string"}}}),
    );
    with_schemas(schemas.into())
}

#[test]
fn ways_that_double_at_each_level_are_gone_once() {
    for link in LINKS {
        outcome(&levels(30, *link)).files();
    }
}

/// What an example shows, and how large a value is in memory, could both be followed into every property of every property.
#[test]
fn objects_that_require_many_objects_are_not_written_out() {
    let letters: Vec<String> = ('a'..='z').map(String::from).collect();
    let description = levels(12, |next| {
        let properties: Map<String, Value> = letters.iter().map(|letter| (letter.clone(), next.clone())).collect();
        json!({"type": "object", "required": letters, "properties": properties})
    });
    let files = outcome(&description).files();
    let lines = files
        .iter()
        .filter(|(path, _)| path.starts_with("docs/"))
        .map(|(_, text)| text.lines().count());
    assert!(lines.sum::<usize>() < 3_000);
}

/// In search of the constant that tells an alternative, each part of an `allOf` is looked at once.
#[test]
fn constants_are_not_searched_for_twice() {
    let mut description = levels(9, |next| json!({"allOf": vec![next; 40]}));
    let union = json!({"oneOf": [reference("S0"), reference("S1")], "discriminator": {"propertyName": "kind"}});
    description["components"]["schemas"]["U"] = union;
    outcome(&description).files();
}

#[test]
fn many_of_a_kind_take_time_in_proportion() {
    let many = 5_000;
    let text = || json!({"type": "string"});
    let names: Vec<String> = (0..many).map(|index| format!("n{index}")).collect();
    let properties: Map<String, Value> = names.iter().map(|name| (name.clone(), text())).collect();
    let parts: Vec<Value> = (0..2_000)
        .map(|index| json!({"type": "object", "properties": {format!("n{index}"): text()}}))
        .collect();
    let same_name: Vec<String> = (0..10_000)
        .map(|index| format!("{}{}", " ".repeat(index % 100), "-".repeat(index / 100)))
        .collect();
    for schema in [
        json!({"type": "object", "properties": properties}),
        json!({"type": "object", "required": &names[..1_000], "properties": properties}),
        json!({"type": "string", "enum": names}),
        json!({"type": "string", "enum": same_name}),
        json!({"allOf": parts}),
        json!({"oneOf": parts}),
        json!({"anyOf": parts}),
        json!({"anyOf": vec![text(); 5_000]}),
    ] {
        outcome(&with_schemas(json!({"A": schema}))).files();
    }
}

/// The alternatives of a union are told apart by names and values; none of them is looked for in all of the others.
#[test]
fn alternatives_are_not_compared_with_each_other() {
    let many = 8_000;
    let own = |index: usize| json!({"type": "object", "properties": {format!("n{index}"): {"type": "string"}}});
    let tuple =
        |index: usize| json!({"type": "array", "prefixItems": [{"type": "string"}, own(index)], "items": false});
    let values = (0..many).map(|index| json!({"const": format!("n{index}"), "title": format!("N{index}")}));
    let mapping = (0..many).map(|index| {
        (
            format!("n{index}"),
            json!(format!("#/components/schemas/S{}", index % 2_000)),
        )
    });
    let kind = json!({"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}}});
    let mut schemas: Map<String, Value> = (0..2_000).map(|index| (format!("S{index}"), kind.clone())).collect();
    let mapped = json!({
        "oneOf": schemas.keys().map(reference).collect::<Value>(),
        "discriminator": {"propertyName": "kind", "mapping": mapping.collect::<Map<_, _>>()},
    });
    let unions = [
        json!({"oneOf": (0..many).map(own).collect::<Value>()}),
        json!({"oneOf": (0..many).map(tuple).collect::<Value>()}),
        json!({"oneOf": values.collect::<Value>()}),
        mapped,
    ];
    schemas.extend(
        unions
            .into_iter()
            .enumerate()
            .map(|(index, union)| (format!("U{index}"), union)),
    );
    outcome(&with_schemas(schemas.into())).files();
}

/// 100 kB of one letter, in any case, in the places that names are made of.
#[test]
fn names_of_any_length_are_made() {
    for letter in ["A", "a", "As", "1", "-", "é"] {
        let name = letter.repeat(100_000 / letter.len());
        let mut description = with_schemas(json!({&name: {
            "type": "object",
            "properties": {&name: {"type": "string"}, "kind": {"type": "string", "enum": [name, "other"]}},
        }}));
        description["paths"][format!("/{name}")] =
            json!({"get": {"operationId": name, "tags": [name], "responses": {}}});
        outcome(&description).files();
    }
}

/// The elements of a union are those of its alternatives, and not written out for each union around them.
#[test]
fn unions_of_unions_share_their_elements() {
    let count = 100;
    let mut schemas = Map::new();
    for index in 0..count {
        let own = json!({"type": "object", "properties": {format!("p{index}"): {"type": "string"}}});
        schemas.insert(format!("Own{index}"), own);
        let union =
            json!({"oneOf": [reference(format_args!("Own{index}")), reference(format_args!("S{}", index + 1))]});
        schemas.insert(format!("S{index}"), union);
    }
    schemas.insert(format!("S{count}"), reference("Own0"));
    let mut description = with_schemas(schemas.into());
    let body = json!({"application/xml": {"schema": reference("S0")}});
    description["paths"]["/x"]["post"]["requestBody"]["content"] = body;
    let files = outcome(&description).files();
    let elements = &files["src/xml.rs"];
    assert_eq!(elements.matches("\"p99\", \"p99\"").count(), 1);
}

/// Thousands of schemas that each take over thousands of properties are no crate that anybody could compile.
#[test]
fn properties_that_multiply_are_refused() {
    let properties: Map<String, Value> = (0..2_000)
        .map(|index| (format!("p{index}"), json!({"type": "string"})))
        .collect();
    let mut schemas = Map::from_iter([("Base".to_owned(), json!({"type": "object", "properties": properties}))]);
    for index in 0..1_000 {
        let own = json!({"type": "object", "properties": {"own": {"type": "string"}}});
        schemas.insert(format!("S{index}"), json!({"allOf": [reference("Base"), own]}));
    }
    let outcome = outcome(&with_schemas(schemas.into()));
    assert!(outcome.files.is_none() && outcome.has(Code::OVER_BUDGET));
}

/// So are names that are required and that nobody declares.
#[test]
fn required_names_that_multiply_are_refused() {
    let names: Vec<String> = (0..2_000).map(|index| format!("p{index}")).collect();
    let base = json!({"type": "object", "required": names, "properties": {"a": {}}});
    let mut schemas = Map::from_iter([("Base".to_owned(), base)]);
    for index in 0..1_000 {
        let own = json!({"type": "object", "properties": {"own": {"type": "string"}}});
        schemas.insert(format!("S{index}"), json!({"allOf": [reference("Base"), own]}));
    }
    let outcome = outcome(&with_schemas(schemas.into()));
    assert!(outcome.files.is_none() && outcome.has(Code::OVER_BUDGET));
}

/// Signs that a Markdown reader remembers until it finds out what they mean, 100 kB of each.
#[test]
fn long_texts_of_one_sign_are_written() {
    for unit in [
        "[",
        "`",
        "](",
        "> ",
        "<",
        "<!",
        "<a ",
        "*a_ ",
        "_a",
        "![",
        "- ",
        "- a\n",
        "|",
        "<div>",
        "<!--",
        "&#",
        "a@",
        "http://",
        "](<",
        "`` ` ",
        "\\",
        "[^a]",
        "[^a]: ",
        "a\n: ",
        "\n```\n",
        "[a]: /b\n",
        "1. ",
        "__a",
        "*_`[<",
        "\t",
        "# ",
    ] {
        let text = unit.repeat(100_000 / unit.len());
        let description = with_schemas(json!({
            "A": {"type": "object", "description": text, "properties": {"a": {"type": "string", "description": text}}},
        }));
        outcome(&description).files();
    }
}

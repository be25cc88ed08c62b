//! The wire: what only parameters, forms, XML, streams, pages and webhooks follow into schemas ends there, too.

use oasmith::Code;
use serde_json::{Map, Value, json};

use super::{cycles, depth, growth};
use crate::support::{outcome, with_schemas};

/// A description whose first schema stands in all places of the wire.
pub(crate) fn everywhere(mut description: Value) -> Value {
    let content = &description["paths"]["/x"]["post"]["requestBody"]["content"];
    let schema = content["application/json"]["schema"].clone();
    let sent =
        |media_type: &str, schema: &Value| json!({"required": true, "content": {media_type: {"schema": schema}}});
    let answered = |media_type: &str| {
        let header = json!({"X-A": {"schema": schema}});
        json!({"200": {"description": "OK", "headers": header, "content": {media_type: {"schema": schema}}}})
    };
    let operation = |id: &str, body: Value, answer: &str| json!({"post": {"operationId": id, "requestBody": body, "responses": answered(answer)}});
    let parts = json!({"type": "object", "properties": {"a": schema, "b": {"type": "array", "items": schema}}});
    let parameter = |location: &str, name: &str, style: &str, explode: bool| json!({"in": location, "name": name, "style": style, "explode": explode, "required": location == "path", "schema": schema});
    let parameters = json!([
        parameter("path", "p", "simple", false),
        parameter("query", "q", "form", true),
        parameter("query", "d", "deepObject", true),
        parameter("query", "s", "spaceDelimited", false),
        parameter("header", "h", "simple", true),
        parameter("cookie", "c", "form", false),
        {"in": "query", "name": "j", "content": {"application/json": {"schema": schema}}},
    ]);
    let page = json!([
        {"in": "query", "name": "limit", "schema": {"type": "integer"}},
        {"in": "query", "name": "cursor", "schema": {"type": "string"}},
    ]);
    let paths = description["paths"].as_object_mut().unwrap();
    paths.extend([
        (
            "/parts".to_owned(),
            operation("parts", sent("multipart/form-data", &parts), "application/xml"),
        ),
        (
            "/whole".to_owned(),
            operation("whole", sent("multipart/form-data", &schema), "text/event-stream"),
        ),
        (
            "/form".to_owned(),
            operation(
                "form",
                sent("application/x-www-form-urlencoded", &schema),
                "application/jsonl",
            ),
        ),
        (
            "/xml".to_owned(),
            operation("xml", sent("application/xml", &schema), "text/plain"),
        ),
        (
            "/lines".to_owned(),
            operation("lines", sent("application/jsonl", &schema), "application/json"),
        ),
        (
            "/{p}".to_owned(),
            json!({"get": {"operationId": "all", "parameters": parameters, "responses": answered("application/json")}}),
        ),
        (
            "/pages".to_owned(),
            json!({"get": {"operationId": "pages", "parameters": page, "responses": answered("application/json")}}),
        ),
    ]);
    let body = json!({"content": {"application/json": {"schema": schema}}});
    description["webhooks"] = json!({"hook": {"post": {"requestBody": body, "responses": {}}}});
    description
}

/// Cycles in all places, for whoever compiles them.
pub(crate) fn descriptions() -> Vec<Value> {
    let itself = json!({"$ref": "#/components/schemas/A"});
    let file = json!({"type": "string", "format": "binary"});
    let lists = json!({"A": {"oneOf": [{"type": "array", "items": itself}, file]}});
    let mut descriptions = cycles::descriptions();
    descriptions.push(with_schemas(lists));
    descriptions.into_iter().map(everywhere).collect()
}

#[test]
fn cycles_end_in_all_places() {
    for description in descriptions() {
        let outcome = outcome(&description);
        assert!(outcome.files.is_some(), "{description}\n{}", outcome.drawn());
    }
}

#[test]
fn long_chains_end_in_all_places() {
    for link in depth::LINKS {
        let outcome = outcome(&everywhere(depth::chain(600, *link)));
        assert!(outcome.files.is_some(), "{}", outcome.drawn());
    }
}

#[test]
fn ways_that_double_at_each_level_are_gone_once_in_all_places() {
    for link in growth::LINKS {
        let outcome = outcome(&everywhere(growth::levels(30, *link)));
        assert!(outcome.files.is_some(), "{}", outcome.drawn());
    }
}

/// The examples of strings are made from their patterns, and a pattern can match what is longer than any memory, or nothing
/// at all for billions of times.
#[test]
fn patterns_cost_what_an_example_is_worth() {
    let patterns = [
        "(a*){4000000000}".to_owned(),
        "((((((a?){1000}){1000}){1000}){1000}){1000}){1000}".to_owned(),
        "a{4000000000}".to_owned(),
        "(|a){4000000000}b".to_owned(),
        format!("^{}$", "(a*)".repeat(20_000)),
        format!("{}{}", "(".repeat(10_000), ")".repeat(10_000)),
        r"(\p{L}|\P{L})*\b{start}".to_owned(),
    ];
    let long = (0..100).map(|index| format!(r"\P{{Lu}}{{{}}}[^\w]*", index % 150));
    let property = |(index, pattern)| {
        let schema = json!({"type": "string", "pattern": pattern, "minLength": 190});
        (format!("p{index}"), schema)
    };
    let properties: Map<String, Value> = patterns.into_iter().chain(long).enumerate().map(property).collect();
    outcome(&with_schemas(
        json!({"A": {"type": "object", "properties": properties}}),
    ))
    .files();
}

/// Operations that all refer to the same answers and callbacks.
fn operations(count: usize, members: &Value) -> Map<String, Value> {
    let path = |index: usize| (format!("/p{index}"), json!({"post": members}));
    (0..count).map(path).collect()
}

#[test]
fn callbacks_that_multiply_are_refused() {
    let body = json!({"content": {"application/json": {"schema": {"type": "object", "properties": {"a": {}}}}}});
    let item = json!({"post": {"requestBody": body, "responses": {}}});
    let callbacks: Map<String, Value> = (0..500)
        .map(|index| (format!("{{$url}}/{index}"), item.clone()))
        .collect();
    let mut description = with_schemas(json!({"A": {"type": "string"}}));
    let own = json!({"callbacks": {"a": {"$ref": "#/components/callbacks/C"}}, "responses": {}});
    description["paths"] = operations(500, &own).into();
    description["components"]["callbacks"] = json!({"C": callbacks});
    let outcome = outcome(&description);
    assert!(outcome.files.is_none() && outcome.has(Code::OVER_BUDGET));
}

/// Each path is short, and what it refers to is all of an operation.
#[test]
fn operations_that_multiply_are_refused() {
    let many = |count: usize| (0..count).map(|index| json!({"in": "query", "name": format!("q{index}")}));
    let large = [
        json!({"description": "long ".repeat(100_000), "responses": {}}),
        json!({"parameters": many(10_000).collect::<Value>(), "responses": {}}),
    ];
    for operation in large {
        let mut description = with_schemas(json!({"A": {"type": "string"}}));
        let path = |index: usize| (format!("/p{index}"), json!({"$ref": "#/components/pathItems/P"}));
        description["paths"] = (0..1_000).map(path).collect::<Map<_, _>>().into();
        description["components"]["pathItems"] = json!({"P": {"get": operation}});
        let outcome = outcome(&description);
        assert!(outcome.files.is_none() && outcome.has(Code::OVER_BUDGET));
    }
}

#[test]
fn media_types_that_multiply_are_refused() {
    let media_type = |index: usize| (format!("image/x-{index}"), json!({}));
    let content: Map<String, Value> = (0..1_000).map(media_type).collect();
    let mut description = with_schemas(json!({"A": {"type": "string"}}));
    let own = json!({"responses": {"200": {"$ref": "#/components/responses/R"}}});
    description["paths"] = operations(1_000, &own).into();
    description["components"]["responses"] = json!({"R": {"description": "OK", "content": content}});
    let outcome = outcome(&description);
    assert!(outcome.files.is_none() && outcome.has(Code::OVER_BUDGET));
}

/// Whatever is required is set in one expression, and a reader of expressions has a stack.
#[test]
fn more_parameters_than_an_expression_can_hold_are_refused() {
    let names: Vec<String> = (0..8_000).map(|index| format!("p{index}")).collect();
    let text = json!({"type": "string"});
    let required = names
        .iter()
        .map(|name| json!({"in": "query", "name": name, "required": true, "schema": text}));
    let shown = names
        .iter()
        .map(|name| json!({"in": "query", "name": name, "example": "x", "schema": text}));
    let template = format!("/{{{}}}", names.join("}/{"));
    let answer = json!({"200": {"description": "OK"}});
    let mut description = with_schemas(json!({}));
    let paths = [
        (template, json!({"get": {"responses": answer}})),
        (
            "/required".to_owned(),
            json!({"get": {"parameters": required.collect::<Value>(), "responses": answer}}),
        ),
        (
            "/shown".to_owned(),
            json!({"get": {"parameters": shown.collect::<Value>(), "responses": answer}}),
        ),
    ];
    description["paths"] = Map::from_iter(paths).into();
    let outcome = outcome(&description);
    assert_eq!(outcome.count(Code::SKIPPED_OPERATION), 2);
    outcome.files();
}

#[test]
fn headers_that_many_operations_share_are_read_once() {
    let header = json!({"schema": {"type": "string"}});
    let headers: Map<String, Value> = (0..3_000).map(|index| (format!("X-{index}"), header.clone())).collect();
    let mut description = with_schemas(json!({"A": {"type": "string"}}));
    let own = json!({"responses": {"200": {"$ref": "#/components/responses/R"}}});
    description["paths"] = operations(1_000, &own).into();
    description["components"]["responses"] = json!({"R": {"description": "OK", "headers": headers}});
    let files = outcome(&description).files();
    assert_eq!(files["src/headers.rs"].matches("\"X-2999\"").count(), 1);
}

/// An answer in two media types whose schemas are large and alike, and a page with many properties, are looked at once.
#[test]
fn answers_that_many_operations_share_are_compared_once() {
    let properties: Map<String, Value> = (0..5_000)
        .map(|index| (format!("p{index}"), json!({"type": "string"})))
        .collect();
    let schema = json!({"type": "object", "properties": properties});
    let content = json!({"application/json": {"schema": schema}, "text/plain": {"schema": schema}, "application/xml": {"schema": schema}});
    let mut description = with_schemas(json!({"A": {"type": "string"}}));
    let page = [("limit", "integer"), ("cursor", "string")]
        .map(|(name, ty)| json!({"in": "query", "name": name, "schema": {"type": ty}}));
    let answer = json!({"$ref": "#/components/responses/R"});
    let operation =
        json!({"parameters": page, "responses": {"200": answer, "201": answer, "4XX": answer, "default": answer}});
    let paths = (0..1_000).map(|index| (format!("/p{index}"), json!({"get": operation})));
    description["paths"] = paths.collect::<Map<_, _>>().into();
    description["components"]["responses"] = json!({"R": {"description": "OK", "content": content}});
    outcome(&description).files();
}

#[test]
fn a_status_is_tried_again_once_however_often_it_is_named() {
    let mut description = with_schemas(json!({"A": {"type": "string"}}));
    let statuses = vec![json!("5XX"); 10_000];
    description["x-speakeasy-retries"] = json!({"strategy": "backoff", "statusCodes": statuses});
    let files = outcome(&description).files();
    let client: String = files
        .values()
        .map(|text| text.matches("(500, 599)").collect::<String>())
        .collect();
    assert!(client.len() < 100, "{}", client.len());
}

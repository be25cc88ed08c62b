//! Bodies of requests, of kinds that the small API does not use.

use oasmith_runtime::runtime::{Api, Call, ClientBuilder, Operation, Server, Style};
use oasmith_runtime::{Map, Request};
use serde_json::{Value, json};

static API: Api = Api {
    name: "Test",
    servers: &[Server {
        url: "https://x.example",
        variables: &[],
    }],
    user_agent: "test/1",
};
static SEND: Operation = Operation {
    id: "send",
    method: "PATCH",
    path: "/x",
    ..Operation::DEFAULT
};

fn build(fill: impl FnOnce(Call) -> Call) -> Request {
    let client = ClientBuilder::new(&API).build().unwrap();
    fill(Call::new(&client, &SEND)).build().unwrap()
}

/// Content type and body.
fn sent(fill: impl FnOnce(Call) -> Call) -> (Option<String>, String) {
    let request = build(fill);
    let content_type = request
        .headers()
        .get("content-type")
        .map(|value| value.to_str().unwrap().to_owned());
    (content_type, String::from_utf8(request.body().to_vec()).unwrap())
}

fn of(content_type: &str, body: &str) -> (Option<String>, String) {
    (Some(content_type.to_owned()), body.to_owned())
}

#[test]
fn bodies_say_what_they_are() {
    assert_eq!(sent(|call| call.json(&vec![1, 2])), of("application/json", "[1,2]"));
    assert_eq!(
        sent(|call| call.json_as("application/merge-patch+json", &1)),
        of("application/merge-patch+json", "1")
    );
    assert_eq!(
        sent(|call| call.bytes("text/plain; charset=utf-8", "hi")),
        of("text/plain; charset=utf-8", "hi")
    );
    assert_eq!(sent(|call| call.text("text/csv", "a,b")), of("text/csv", "a,b"));
}

#[test]
fn lines_are_values_one_after_the_other() {
    let items = || [Some("a\nb".to_owned()), None];
    assert_eq!(
        sent(|call| call.json_lines("application/jsonl", items())),
        of("application/jsonl", "\"a\\nb\"\nnull\n")
    );
    assert_eq!(
        sent(|call| call.json_lines("application/json-seq", items())),
        of("application/json-seq", "\u{1E}\"a\\nb\"\n\u{1E}null\n")
    );
}

#[test]
fn a_body_that_is_missing_is_not_sent() {
    assert_eq!(sent(|call| call.json(&None::<i32>)), (None, String::new()));
    assert_eq!(sent(|call| call.form(&None::<Map<String>>)), (None, String::new()));
    assert_eq!(sent(|call| call), (None, String::new()));
}

#[test]
fn the_members_of_a_form() {
    let form = |value: Value| sent(|call| call.form(&value)).1;
    assert_eq!(
        form(json!({ "a": "x y+z", "b": 1, "c": true })),
        "a=x%20y%2Bz&b=1&c=true"
    );
    assert_eq!(
        form(json!({ "list": ["a", "b"], "none": null, "empty": [] })),
        "list=a&list=b"
    );
    assert_eq!(
        form(json!({ "object": { "k": [1] } })),
        "object=%7B%22k%22%3A%5B1%5D%7D"
    );
    assert_eq!(form(json!({})), "");
}

#[test]
fn members_of_a_form_with_a_style() {
    let form = |value: Value, style| sent(|call| call.form_as(&value, &[("a", style)])).1;
    let value = json!({ "a": [1, 2], "b": [3, 4] });
    assert_eq!(form(value.clone(), Style::Form), "a=1,2&b=3&b=4");
    assert_eq!(form(value.clone(), Style::Json), "a=%5B1%2C2%5D&b=3&b=4");
    assert_eq!(form(value, Style::DeepObject), "a%5B0%5D=1&a%5B1%5D=2&b=3&b=4");
    let nested = json!({ "a": { "items": [{ "price": "x" }], "none": null } });
    assert_eq!(form(nested, Style::DeepObject), "a%5Bitems%5D%5B0%5D%5Bprice%5D=x");
}

#[test]
fn a_body_that_cannot_be_written_is_told() {
    let client = ClientBuilder::new(&API).build().unwrap();
    let call = || Call::new(&client, &SEND);
    for (call, expected) in [
        (call().json(&f64::INFINITY), "the body: a number that is not finite"),
        (call().form(&vec![1]), "the body: a form is made from an object"),
        (call().bytes("a\nb", "x"), "the content type has a character"),
    ] {
        let error = call.build().unwrap_err();
        assert!(error.to_string().contains(expected), "{error}");
    }
}

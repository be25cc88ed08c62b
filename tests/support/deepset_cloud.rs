//! A mock of deepset Cloud: its three operations, and a server that finds every request invalid.

use serde_json::{Value, json};
use wiremock::matchers::{method, path, path_regex};
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

use crate::support;

/// The key in the answer to `create_token`.
pub(crate) const API_TOKEN: &str = "api_canary0123456789";

/// The ids of the keys in the answer to `list`.
pub(crate) const TOKEN_IDS: [&str; 2] = [
    "9da1ffe7-8f09-47b0-874f-15471b5e6e13",
    "7aff1a3a-2fa9-4467-b392-51aa52c3f5ad",
];

/// When the keys in the answer to `list` expire.
pub(crate) const EXPIRES_AT: &str = "2022-05-20T15:30:46.463+02:00";

/// Starts a server with all operations.
pub(crate) async fn start() -> MockServer {
    let server = support::start(json!({ "detail": "Not authenticated" })).await;
    mount_create_token(&server).await;
    mount_list(&server).await;
    mount_remove(&server).await;
    server
}

/// Starts a server that answers 422 to every request with a token.
pub(crate) async fn start_refusing() -> MockServer {
    let server = support::start(json!({ "detail": "Not authenticated" })).await;
    Mock::given(wiremock::matchers::any())
        .respond_with(ResponseTemplate::new(422).set_body_json(validation_error()))
        .mount(&server)
        .await;
    server
}

/// The body of a 422, with both kinds of element that a `loc` can have.
pub(crate) fn validation_error() -> Value {
    json!({
        "detail": [
            { "loc": ["query", "limit"], "msg": "value is not a valid integer", "type": "type_error.integer" },
            { "loc": ["body", 0], "msg": "field required", "type": "value_error.missing" },
        ]
    })
}

/// What the server answers when it has removed a key.
pub(crate) fn removed() -> Value {
    json!({ "removed": 1, "more": [null, "anything"] })
}

async fn mount_create_token(server: &MockServer) {
    Mock::given(method("POST"))
        .and(path("/api/v1/token"))
        .and(|request: &Request| request.body_json::<Value>().is_ok_and(|body| body.is_object()))
        .respond_with(ResponseTemplate::new(200).set_body_json(json!({ "api_token": API_TOKEN })))
        .mount(server)
        .await;
}

async fn mount_list(server: &MockServer) {
    let user = json!({ "given_name": "Ada", "family_name": "Lovelace" });
    let data = TOKEN_IDS.map(|id| json!({ "api_token_id": id, "expires_at": EXPIRES_AT, "user": user }));
    let page = json!({ "data": data, "has_more": true, "total": 5 });
    Mock::given(method("GET"))
        .and(path("/api/v1/token"))
        .respond_with(ResponseTemplate::new(200).set_body_json(page))
        .mount(server)
        .await;
}

async fn mount_remove(server: &MockServer) {
    Mock::given(method("DELETE"))
        .and(path_regex("^/api/v1/token/[0-9a-f-]{36}$"))
        .respond_with(ResponseTemplate::new(200).set_body_json(removed()))
        .mount(server)
        .await;
}

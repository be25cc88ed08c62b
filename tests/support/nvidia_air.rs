//! A mock of NVIDIA Air: both versions of its three operations. It knows one token by id and refuses blank names.

use serde_json::{Map, Value, json};
use wiremock::matchers::{method, path, path_regex, query_param};
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

use crate::support;

/// The id of the one token that there is; any other is not found.
pub(crate) const TOKEN_ID: &str = "01298e0c-4ef1-43ec-9675-93160eb29d9f";

/// The secret part of the token in the answer to `create` of version 1.
pub(crate) const SECRET: &str = "canary0123456789";

/// When the tokens of version 2 were created.
pub(crate) const CREATED: &str = "2024-05-20T13:30:46.463Z";

/// When the token in the answer to `list` of version 2 expires.
pub(crate) const EXPIRY: &str = "2025-05-20T13:30:46.463Z";

/// Starts a server with all operations.
pub(crate) async fn start() -> MockServer {
    let server = support::start(json!({ "detail": "Authentication credentials were not provided." })).await;
    mount_v1(&server).await;
    mount_v2(&server).await;
    server
}

/// The address of the page after the one that `list` of version 2 answers.
pub(crate) fn next_page(server: &MockServer) -> String {
    format!("{}/api/v2/api-tokens/?limit=1&offset=1", server.uri())
}

async fn mount_v1(server: &MockServer) {
    let tokens = json!([{ "id": TOKEN_ID, "name": "my_api_token" }]);
    mount_list(server, "/api/v1/api-token/", tokens).await;
    mount_create(
        server,
        "/api/v1/api-token/",
        |body| json!({ "id": TOKEN_ID, "name": body.get("name"), "token": SECRET }),
    )
    .await;
    mount_delete(server, "/api/v1/api-token/").await;
}

async fn mount_v2(server: &MockServer) {
    let token = json!({ "id": TOKEN_ID, "name": "my_api_token", "created": CREATED, "expiry": EXPIRY });
    let page = json!({ "count": 2, "next": next_page(server), "previous": null, "results": [token] });
    let other = json!({ "id": TOKEN_ID, "name": "another_token", "created": CREATED, "expiry": null });
    let last = json!({ "count": 2, "next": null, "previous": server.uri(), "results": [other] });
    mount_last_page(server, "/api/v2/api-tokens/", last).await;
    mount_list(server, "/api/v2/api-tokens/", page).await;
    mount_create(
        server,
        "/api/v2/api-tokens/",
        |body| json!({ "id": TOKEN_ID, "name": body.get("name"), "created": CREATED, "expiry": body.get("expiry") }),
    )
    .await;
    mount_delete(server, "/api/v2/api-tokens/").await;
}

async fn mount_list(server: &MockServer, collection: &str, answer: Value) {
    Mock::given(method("GET"))
        .and(path(collection))
        .respond_with(ResponseTemplate::new(200).set_body_json(answer))
        .mount(server)
        .await;
}

/// Mounts what is answered from the second item on; what is mounted first goes first.
async fn mount_last_page(server: &MockServer, collection: &str, answer: Value) {
    Mock::given(method("GET"))
        .and(path(collection))
        .and(query_param("offset", "1"))
        .respond_with(ResponseTemplate::new(200).set_body_json(answer))
        .mount(server)
        .await;
}

/// Mounts a `create` that answers with what `token` makes of the body.
async fn mount_create(server: &MockServer, collection: &str, token: fn(&Map<String, Value>) -> Value) {
    let answer = move |request: &Request| match request.body_json::<Map<String, Value>>() {
        Err(_) => ResponseTemplate::new(400).set_body_json(json!({ "detail": "JSON parse error" })),
        Ok(body) if has_name(&body) => ResponseTemplate::new(201).set_body_json(token(&body)),
        Ok(_) => ResponseTemplate::new(400).set_body_json(json!({ "name": ["This field may not be blank."] })),
    };
    Mock::given(method("POST"))
        .and(path(collection))
        .respond_with(answer)
        .mount(server)
        .await;
}

fn has_name(body: &Map<String, Value>) -> bool {
    body.get("name")
        .and_then(Value::as_str)
        .is_some_and(|name| !name.is_empty())
}

async fn mount_delete(server: &MockServer, collection: &str) {
    Mock::given(method("DELETE"))
        .and(path(format!("{collection}{TOKEN_ID}/")))
        .respond_with(ResponseTemplate::new(204))
        .mount(server)
        .await;
    Mock::given(method("DELETE"))
        .and(path_regex(format!("^{collection}[0-9a-f-]{{36}}/$")))
        .respond_with(ResponseTemplate::new(404).set_body_json(json!({ "detail": "Not found." })))
        .mount(server)
        .await;
}

//! What stands behind features of the generated crate: a mock for tests, blocking calls, spans.

#![allow(clippy::unwrap_used, reason = "a test may fail anywhere")]

use api_token_sdk::nvidia_air::Client;
use api_token_sdk::{ErrorKind, Mock, Reply};
use serde_json::json;

fn page() -> Reply {
    Reply::json(200, &json!({"count": 0, "next": null, "previous": null, "results": []}))
}

fn client(mock: &Mock) -> Client {
    let builder = Client::builder().http_bearer("CANARY").transport(mock.clone());
    builder.build().unwrap()
}

#[tokio::test]
async fn a_program_is_tested_without_a_server() {
    let mock = Mock::new().on("GET", "/api/v2/api-tokens/", page()).on(
        "DELETE",
        "/api/v2/api-tokens/{id}/",
        Reply::status(204),
    );
    let tokens = client(&mock).api_tokens_v2();
    assert_eq!(tokens.list().send().await.unwrap().results.len(), 0);
    tokens.delete(uuid::Uuid::nil()).send().await.unwrap();
    let sent = mock.requests();
    assert_eq!(sent[1].method(), "DELETE");
    assert!(
        sent[1]
            .url()
            .ends_with("/api-tokens/00000000-0000-0000-0000-000000000000/")
    );
    assert!(!format!("{mock:?}").contains("CANARY"));
}

#[test]
fn a_program_without_asynchronous_code_waits() {
    let mock = Mock::new().on("GET", "/api/v2/api-tokens/", page());
    let page = client(&mock).api_tokens_v2().list().limit(5).send_blocking().unwrap();
    assert_eq!(page.count, 0);
    let error = client(&Mock::new()).api_tokens_v2().list().send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Build);
}

//! A transport that a user writes: the example in the docs of `Transport`, and what it does.

use oasmith_runtime::{BoxFuture, Request, Transport, TransportError, TransportResponse};

use crate::support::pets::Client;

struct Canned;

impl Transport for Canned {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<TransportResponse, TransportError>> {
        let (status, body) = match request.url() {
            url if url.ends_with("/pets") => (200, r#"{"data": [], "total": 7}"#),
            _ => (404, ""),
        };
        Box::pin(async move { Ok(TransportResponse::new(status, body)) })
    }
}

#[tokio::test]
async fn ten_lines_stand_for_a_server() {
    let client = Client::builder().transport(Canned).build().unwrap();
    assert_eq!(client.pets().list().send().await.unwrap().total, 7);
    assert_eq!(client.pets().motto().send().await.unwrap_err().status(), Some(404));
}

#[test]
fn a_status_comes_in_any_form() {
    let status = |response: TransportResponse| format!("{response:?}");
    let number: u16 = 204;
    let all = [
        TransportResponse::new(204, ""),
        TransportResponse::new(number, ""),
        TransportResponse::new(http::StatusCode::NO_CONTENT, ""),
    ];
    assert!(all.into_iter().map(status).all(|shown| shown.contains("204")));
}

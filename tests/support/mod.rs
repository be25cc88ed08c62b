//! What the mocks of both services have in common. Each has a file of its own beside this one, and each test file takes
//! in only the one that it needs.

use serde_json::Value;
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

/// What a test returns, so that it can use `?` on anything.
pub(crate) type Outcome = Result<(), Box<dyn std::error::Error>>;

/// A token that the mocks accept, as they accept any other.
pub(crate) const TOKEN: &str = "token-of-the-client";

/// Starts a server that answers 401 with `body` to every request without a bearer token, whatever is mounted on it later.
pub(crate) async fn start(body: Value) -> MockServer {
    const FIRST: u8 = 1;
    let server = MockServer::start().await;
    Mock::given(|request: &Request| bearer_token(request).is_none())
        .respond_with(ResponseTemplate::new(401).set_body_json(body))
        .with_priority(FIRST)
        .mount(&server)
        .await;
    server
}

/// Starts a server that gives `answer` to everything.
pub(crate) async fn start_answering(answer: ResponseTemplate) -> MockServer {
    let server = MockServer::start().await;
    Mock::given(wiremock::matchers::any())
        .respond_with(answer)
        .mount(&server)
        .await;
    server
}

/// The token in the `Authorization` header of a request.
pub(crate) fn bearer_token(request: &Request) -> Option<&str> {
    let header = request.headers.get("authorization")?.to_str().ok()?;
    header.strip_prefix("Bearer ").filter(|token| !token.is_empty())
}

/// Everything that the server has received, in order.
pub(crate) async fn received(server: &MockServer) -> Vec<Request> {
    server.received_requests().await.unwrap_or_default()
}

/// The last request that the server has received.
pub(crate) async fn last_received(server: &MockServer) -> Result<Request, &'static str> {
    received(server).await.pop().ok_or("the server has received no request")
}

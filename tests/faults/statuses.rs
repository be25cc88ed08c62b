//! Statuses of a server that is broken, overloaded, or not the one that was meant.

use std::time::Duration;

use api_token_sdk::deepset_cloud::api_token::RemoveError;
use api_token_sdk::nvidia_air::api_tokens::{CreateError, DeleteError};
use api_token_sdk::nvidia_air::models::CreateToken;
use api_token_sdk::{ErrorKind, Result};
use uuid::Uuid;

use crate::fault_server::{FaultServer, answer, json};
use crate::operations::{OPERATIONS, clients};
use crate::{api_token, api_tokens, without_body};

const PAGE: &str = "<html>\r\n<h1>Bad Gateway</h1>\r\n</html>";

fn html(status: &str) -> String {
    json(status, PAGE).replace("application/json", "text/html")
}

#[tokio::test]
async fn a_broken_server() -> Result<()> {
    let body = r#"{"detail":"broken"}"#;
    for (code, is_retryable) in [
        (500, true),
        (501, false),
        (502, true),
        (503, true),
        (504, true),
        (505, false),
        (599, false),
    ] {
        let server = FaultServer::start([answer(json(&format!("{code} Broken"), body))]).await;
        let clients = clients!(.base_url(server.url()).retries(0));
        for operation in &OPERATIONS {
            let error = operation.send(&clients).await.unwrap_err();
            assert_eq!((error.kind(), error.status()), (ErrorKind::Status, Some(code)));
            assert_eq!((error.operation(), error.attempts()), (Some(operation.id), 1));
            assert_eq!(
                (error.body(), error.is_retryable()),
                (Some(body.as_bytes()), is_retryable),
                "{code}"
            );
        }
        assert_eq!(server.connections(), OPERATIONS.len());
    }
    Ok(())
}

#[tokio::test]
async fn a_server_that_recovers() -> Result<()> {
    for status in ["500 Error", "502 Bad Gateway", "503 Unavailable", "504 Timeout"] {
        repeats_only_what_may_be_repeated(&without_body(status, "retry-after: 0")).await?;
    }
    Ok(())
}

/// `Retry-After` in each of its forms, and the wait that it asks for.
#[tokio::test]
async fn too_many_requests_for_now() -> Result<()> {
    for (header, seconds) in [
        ("retry-after: 120", 120.0),
        ("Retry-After:  120 ", 120.0),
        ("retry-after-ms: 90500", 90.5),
        ("retry-after: 3\r\nretry-after-ms: 90500", 90.5),
        (
            "date: Sun, 06 Nov 1994 08:49:37 GMT\r\nretry-after: Sun, 06 Nov 1994 08:51:37 GMT",
            120.0,
        ),
    ] {
        let server = FaultServer::start([answer(without_body("429 Too Many Requests", header))]).await;
        let clients = clients!(.base_url(server.url()));
        for operation in &OPERATIONS {
            let error = operation.send(&clients).await.unwrap_err();
            assert_eq!((error.kind(), error.status()), (ErrorKind::Status, Some(429)));
            assert_eq!(error.retry_after(), Some(Duration::from_secs_f64(seconds)), "{header}");
            assert_eq!(error.attempts(), 1, "longer than a client waits by itself: {header}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn too_many_requests_a_moment_ago() -> Result<()> {
    for header in [
        "retry-after: 0",
        "retry-after-ms: 1",
        "retry-after: 3600\r\nretry-after-ms: 0",
        "retry-after: Sun, 06 Nov 1994 08:49:37 GMT",
        "date: Fri, 31 Dec 9999 23:59:59 GMT\r\nretry-after: Fri, 31 Dec 9999 23:59:59 GMT",
    ] {
        repeats_only_what_may_be_repeated(&without_body("429 Too Many Requests", header)).await?;
    }
    Ok(())
}

/// Sends each operation to a server that fails, and then answers those that come back.
async fn repeats_only_what_may_be_repeated(failure: &str) -> Result<()> {
    let scripts = OPERATIONS.iter().flat_map(|operation| {
        let second = operation.is_repeatable().then(|| answer(operation.answer()));
        [answer(failure)].into_iter().chain(second)
    });
    let scripts: Vec<_> = scripts.collect();
    let expected = scripts.len();
    let server = FaultServer::start(scripts).await;
    let clients = clients!(.base_url(server.url()));
    for operation in &OPERATIONS {
        match operation.send(&clients).await {
            Ok(answer) => assert_eq!(answer, operation.value(), "{failure}"),
            Err(error) => assert_eq!(
                (error.attempts(), operation.is_repeatable()),
                (1, false),
                "{failure}: {error}"
            ),
        }
    }
    assert_eq!(server.connections(), expected, "{failure}");
    Ok(())
}

#[tokio::test]
async fn a_proxy_that_answers_in_html() -> Result<()> {
    let server = FaultServer::start([answer(html("502 Bad Gateway"))]).await;
    let clients = clients!(.base_url(server.url()).retries(0));
    for operation in &OPERATIONS {
        let error = operation.send(&clients).await.unwrap_err();
        assert_eq!((error.kind(), error.status()), (ErrorKind::Status, Some(502)));
        assert_eq!(error.body(), Some(PAGE.as_bytes()));
        let message = error.to_string();
        assert!(
            message.starts_with(operation.id) && message.contains("502 Bad Gateway"),
            "{message}"
        );
        assert!(!message.contains(['\r', '\n']), "{message}");
    }
    Ok(())
}

#[tokio::test]
async fn a_proxy_that_answers_in_html_with_a_status_of_the_description() -> Result<()> {
    let server = FaultServer::start([answer(html("422 Unprocessable"))]).await;
    let error = api_token(&server)?.remove(Uuid::nil()).send().await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Status, Some(422)));
    assert!(error.typed::<RemoveError>().is_none());

    let server = FaultServer::start([answer(html("404 Not Found"))]).await;
    let error = api_tokens(&server)?.delete(Uuid::nil()).send().await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Status, Some(404)));
    assert!(error.typed::<DeleteError>().is_none());

    let server = FaultServer::start([answer(html("400 Bad Request"))]).await;
    let error = api_tokens(&server)?
        .create(CreateToken::new("a"))
        .send()
        .await
        .unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Status, Some(400)));
    assert!(error.typed::<CreateError>().is_none());
    Ok(())
}

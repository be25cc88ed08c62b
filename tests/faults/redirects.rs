//! Redirects: followed only where no credential can get lost and nothing is done that nobody asked for.

use api_token_sdk::{ErrorKind, Result, nvidia_air};

use crate::fault_server::{FaultServer, answer, json};
use crate::operations::{OPERATIONS, Operation, clients};
use crate::{outcomes, without_body};

const STATUSES: [&str; 5] = [
    "301 Moved Permanently",
    "302 Found",
    "303 See Other",
    "307 Temporary Redirect",
    "308 Permanent Redirect",
];

const CANARY: &str = "CANARY";

fn redirect(status: &str, to: &str) -> String {
    without_body(status, &format!("location: {to}"))
}

/// Those that are followed, if at all.
fn reading() -> impl Iterator<Item = &'static Operation> {
    OPERATIONS.iter().filter(|operation| operation.method == "GET")
}

/// A server that everything is sent to from elsewhere, which nothing may reach.
async fn start_elsewhere() -> FaultServer {
    FaultServer::start([answer(json("200 OK", "[]"))]).await
}

#[tokio::test]
async fn to_the_same_origin_with_credentials() -> Result<()> {
    for status in STATUSES {
        let scripts =
            reading().flat_map(|operation| [answer(redirect(status, "/other?page=2")), answer(operation.answer())]);
        let server = FaultServer::start(scripts).await;
        let clients = clients!(.base_url(server.url()).http_bearer("token"));
        for operation in reading() {
            assert_eq!(operation.send(&clients).await?, operation.value(), "{status}");
            let request = server.requests().pop().unwrap();
            assert!(request.starts_with("GET /other?page=2 HTTP/1.1\r\n"), "{request}");
            assert!(request.contains("authorization: Bearer token\r\n"), "{request}");
            assert!(!request.to_lowercase().contains("referer"), "{request}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn credentials_never_leave_the_origin() -> Result<()> {
    let elsewhere = start_elsewhere().await;
    let url = elsewhere.url();
    for target in [
        format!("{url}/api"),
        url.replace("http:", ""),
        url.replace("http:", "https:"),
        url.replace("127.0.0.1", "localhost"),
    ] {
        let server = FaultServer::start([answer(redirect("302 Found", &target))]).await;
        let clients = clients!(.base_url(server.url()).http_bearer(CANARY));
        for operation in &OPERATIONS {
            let error = operation.send(&clients).await.unwrap_err();
            assert_eq!(
                (error.kind(), error.status()),
                (ErrorKind::Redirect, Some(302)),
                "{target}"
            );
            assert_eq!(
                (error.operation(), error.attempts()),
                (Some(operation.id), 1),
                "{target}"
            );
            assert_eq!(error.headers().unwrap()["location"], *target);
        }
        let requests = server.requests();
        assert_eq!(requests.len(), OPERATIONS.len(), "{target}");
        assert!(
            requests.iter().all(|request| request.contains(CANARY)),
            "it was there to be lost"
        );
    }
    assert_eq!(elsewhere.connections(), 0);
    Ok(())
}

#[tokio::test]
async fn the_second_redirect_is_watched_as_the_first() -> Result<()> {
    let elsewhere = start_elsewhere().await;
    let near = answer(redirect("307 Temporary Redirect", "/near"));
    let far = answer(redirect("307 Temporary Redirect", elsewhere.url()));
    let server = FaultServer::start(reading().flat_map(|_| [near.clone(), far.clone()])).await;
    let clients = clients!(.base_url(server.url()).http_bearer(CANARY));
    for operation in reading() {
        let error = operation.send(&clients).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Redirect, "{}", operation.id);
        assert!(server.requests().pop().unwrap().starts_with("GET /near "));
    }
    assert_eq!(
        (server.connections(), elsewhere.connections()),
        (2 * reading().count(), 0)
    );
    Ok(())
}

#[tokio::test]
async fn what_changes_something_is_not_done_elsewhere() -> Result<()> {
    for status in STATUSES {
        let server = FaultServer::start([answer(redirect(status, "/other"))]).await;
        let clients = clients!(.base_url(server.url()));
        let changing = || OPERATIONS.iter().filter(|operation| operation.method != "GET");
        for operation in changing() {
            let error = operation.send(&clients).await.unwrap_err();
            assert_eq!(
                (error.kind(), error.attempts()),
                (ErrorKind::Redirect, 1),
                "{status}: {}",
                operation.id
            );
        }
        assert_eq!(server.connections(), changing().count(), "{status}");
    }
    Ok(())
}

#[tokio::test]
async fn not_for_ever() -> Result<()> {
    let server = FaultServer::start([answer(redirect("302 Found", "/api"))]).await;
    let clients = clients!(.base_url(server.url()));
    for operation in reading() {
        let error = operation.send(&clients).await.unwrap_err();
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Redirect, 1));
    }
    assert_eq!(server.connections(), (1 + 10) * reading().count());
    Ok(())
}

#[tokio::test]
async fn without_a_location_it_is_a_status_like_any_other() -> Result<()> {
    let nowhere = without_body("302 Found", "x-location: /other");
    for (operation, outcome) in outcomes(OPERATIONS.iter().map(|operation| (operation, &nowhere))).await? {
        let error = outcome.unwrap_err();
        assert_eq!(
            (error.kind(), error.status()),
            (ErrorKind::Status, Some(302)),
            "{}",
            operation.id
        );
    }
    Ok(())
}

#[tokio::test]
async fn a_raw_answer_is_the_redirect_itself() -> Result<()> {
    let server = FaultServer::start([answer(redirect("302 Found", "/other"))]).await;
    let client = nvidia_air::Client::builder().base_url(server.url()).build()?;
    let raw = client.api_tokens().list().send_raw().await?;
    assert_eq!(raw.status(), 302);
    assert_eq!(raw.headers()["location"], "/other");
    assert_eq!(server.connections(), 1);
    Ok(())
}

//! Redirects: followed only where no credential can get lost.

use oasmith_runtime::ErrorKind;

use crate::support::fault_server::{FaultServer, answer, json};
use crate::support::pets::{Client, Pet};
use crate::support::scripted::{Scripted, page, with_header};

const PAGE: &str = r#"{"data":[],"total":7}"#;

fn redirect(status: &str, to: &str) -> String {
    format!("HTTP/1.1 {status}\r\nlocation: {to}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
}

#[tokio::test]
async fn to_the_same_origin_with_credentials() {
    for status in ["301 Moved", "302 Found", "303 See", "307 Temporary", "308 Permanent"] {
        let server =
            FaultServer::start([answer(redirect(status, "/other?page=2")), answer(json("200 OK", PAGE))]).await;
        let client = Client::builder().base_url(server.url()).bearer("t").build().unwrap();
        assert_eq!(client.pets().list().send().await.unwrap().total, 7, "{status}");
        let requests = server.requests();
        assert!(requests[1].starts_with("GET /other?page=2 HTTP/1.1"), "{}", requests[1]);
        assert!(requests[1].contains("authorization: Bearer t"), "{}", requests[1]);
        assert!(!requests[1].to_lowercase().contains("referer"), "{}", requests[1]);
    }
}

#[tokio::test]
async fn not_to_another_origin() {
    let other = FaultServer::start([answer(json("200 OK", PAGE))]).await;
    let url = other.url();
    let targets = [
        format!("{url}/pets"),
        url.replace("http:", "https:"),
        format!("//{}/pets", url.trim_start_matches("http://")),
        url.replace("127.0.0.1", "localhost"),
    ];
    for target in targets {
        let server = FaultServer::start([answer(redirect("302 Found", &target))]).await;
        let client = Client::builder()
            .base_url(server.url())
            .query_key("CANARY")
            .header_key("CANARY")
            .build()
            .unwrap();
        let error = client.pets().list().send().await.unwrap_err();
        assert_eq!(
            (error.kind(), error.status(), error.attempts()),
            (ErrorKind::Redirect, Some(302), 1),
            "{target}"
        );
        assert!(
            error.to_string().ends_with("redirects elsewhere: to another origin"),
            "{error}"
        );
        assert!(!error.to_string().contains("CANARY"));
        assert_eq!(error.headers().unwrap()["location"], *target);
    }
    assert_eq!(other.connections(), 0);
}

#[tokio::test]
async fn not_with_user_info() {
    for (target, requests) in [
        ("https://api.pets.example/x", 2),
        ("https://ann:pw@api.pets.example/x", 1),
    ] {
        let script = Scripted::new([with_header(302, "location", target), page()]);
        let outcome = script.client().pets().list().send().await;
        assert_eq!(
            (outcome.is_ok(), script.requests().len()),
            (requests == 2, requests),
            "{target}"
        );
    }
}

#[tokio::test]
async fn not_for_a_method_that_changes_something() {
    for status in ["301 Moved", "303 See", "307 Temporary", "308 Permanent"] {
        let server = FaultServer::start([answer(redirect(status, "/other")), answer(json("200 OK", "{}"))]).await;
        let pets = Client::to(server.url()).unwrap().pets();
        let error = pets.create(&Pet::new(1, "Tom")).send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Redirect, "{status}");
        assert_eq!(server.connections(), 1);
    }
}

#[tokio::test]
async fn not_for_ever() {
    let server = FaultServer::start([answer(redirect("302 Found", "/pets"))]).await;
    let error = Client::to(server.url())
        .unwrap()
        .pets()
        .list()
        .send()
        .await
        .unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Redirect, 1));
    assert!(error.to_string().ends_with("more than 10 times"), "{error}");
    assert_eq!(server.connections(), 11);
}

#[tokio::test]
async fn without_a_location_it_is_only_a_status() {
    let server = FaultServer::start([answer("HTTP/1.1 304 Not Modified\r\nconnection: close\r\n\r\n")]).await;
    let error = Client::to(server.url())
        .unwrap()
        .pets()
        .list()
        .send()
        .await
        .unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Status, Some(304)));
}

#[tokio::test]
async fn a_raw_request_shows_the_redirect() {
    let server = FaultServer::start([answer(redirect("302 Found", "/other"))]).await;
    let raw = Client::to(server.url())
        .unwrap()
        .pets()
        .list()
        .send_raw()
        .await
        .unwrap();
    assert_eq!(
        (raw.status(), raw.headers()["location"].to_str().unwrap()),
        (302, "/other")
    );
    assert_eq!(server.connections(), 1);
}

//! What goes wrong below HTTP, against a server that does it.

use std::time::Duration;

use oasmith_runtime::ErrorKind;

use crate::support::fault_server::{FaultServer, Step, answer};
use crate::support::pets::Client;

/// Short enough not to be waited for, and never reached by what succeeds.
const SOON: Duration = Duration::from_millis(200);

const CHUNKED: &str = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n";

fn chunk(text: &str) -> String {
    format!("{:x}\r\n{text}\r\n", text.len())
}

#[tokio::test]
async fn a_download_that_is_cut_off() {
    let server = FaultServer::start([answer("HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc")]).await;
    let mut download = Client::to(server.url()).unwrap().streams().file().send().await.unwrap();
    assert_eq!(download.content_length(), Some(10));
    assert_eq!(download.next().await.unwrap().unwrap().as_ref(), b"abc");
    let error = download.next().await.unwrap().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
async fn a_download_that_stops() {
    let script = vec![
        Step::Read,
        Step::Write(b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc".to_vec()),
        Step::Hang,
    ];
    let server = FaultServer::start([script]).await;
    let request = Client::to(server.url()).unwrap().streams().file().timeout(SOON);
    let error = request.send().await.unwrap().bytes().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
}

#[tokio::test]
async fn events_that_are_cut_off_come_from_a_new_connection() {
    let first = format!("{CHUNKED}{}", chunk("retry: 1\nid: 1\ndata: a\n\ndata: lo"));
    let second = format!("{CHUNKED}{}0\r\n\r\n", chunk("id: 2\ndata: b\n\n"));
    let server = FaultServer::start([answer(first), answer(second)]).await;
    let mut events = Client::to(server.url()).unwrap().streams().log().send().await.unwrap();
    assert_eq!(events.next().await.unwrap().unwrap().data, "a");
    assert_eq!(events.next().await.unwrap().unwrap().data, "b");
    assert!(events.next().await.is_none());
    assert!(server.requests()[1].contains("last-event-id: 1\r\n"));
}

#[tokio::test]
async fn events_come_before_the_answer_ends() {
    let script = vec![
        Step::Read,
        Step::Write(format!("{CHUNKED}{}", chunk("data: {\"del")).into()),
        Step::Pause(SOON / 4),
        Step::Write(chunk("ta\":\"a\"}\n\n").into()),
        Step::Hang,
    ];
    let server = FaultServer::start([script]).await;
    let request = Client::to(server.url()).unwrap().streams().ask(&serde_json::json!({}));
    let mut events = request.timeout(SOON * 50).stream().await.unwrap();
    assert_eq!(events.next().await.unwrap().unwrap().data.delta, "a");
    assert!(server.requests()[0].ends_with(r#"{"stream":true}"#));
}

#[tokio::test]
async fn garbage_in_the_chunks() {
    let server = FaultServer::start([answer(format!("{CHUNKED}{}xyz\r\n", chunk("{\"delta\":\"a\"}\n")))]).await;
    let mut lines = Client::to(server.url())
        .unwrap()
        .streams()
        .lines()
        .send()
        .await
        .unwrap();
    assert!(lines.next().await.unwrap().is_ok());
    assert_eq!(lines.next().await.unwrap().unwrap_err().kind(), ErrorKind::Transport);
    assert!(lines.next().await.is_none());
}

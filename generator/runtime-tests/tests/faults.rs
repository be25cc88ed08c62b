//! What goes wrong below HTTP, against a server that does it.

use std::error::Error as StdError;
use std::time::Duration;

use oasmith_runtime::{ClientCredentials, Error, ErrorKind};

use crate::support::fault_server::{FaultServer, Step, answer, json};
use crate::support::pets::{Client, Page, Pet};

const PAGE: &str = r#"{"data":[],"total":7}"#;

/// Short enough not to be waited for, and never reached by what succeeds.
const SOON: Duration = Duration::from_millis(200);

fn head(length: usize) -> String {
    format!("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n")
}

/// Lists once, without retries.
async fn list(script: Vec<Step>) -> Result<Page, Error> {
    let server = FaultServer::start([script]).await;
    Client::to(server.url())
        .unwrap()
        .pets()
        .list()
        .retries(0)
        .timeout(SOON * 50)
        .send()
        .await
}

async fn fails(script: Vec<Step>) -> Error {
    let error = list(script).await.unwrap_err();
    assert_eq!(error.attempts(), 1);
    error
}

#[tokio::test]
async fn headers_that_never_come() {
    let server = FaultServer::start([vec![Step::Read, Step::Hang]]).await;
    let pets = Client::to(server.url()).unwrap().pets();
    let error = pets.list().retries(0).timeout(SOON).send().await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Timeout, None));
    assert_eq!(
        pets.list()
            .retries(0)
            .timeout(SOON)
            .send_raw()
            .await
            .unwrap_err()
            .kind(),
        ErrorKind::Timeout
    );
}

#[tokio::test]
async fn a_body_that_never_ends() {
    let script = vec![
        Step::Read,
        Step::Write(head(100).into()),
        Step::Write(b"{".to_vec()),
        Step::Hang,
    ];
    let server = FaultServer::start([script]).await;
    let pets = Client::to(server.url()).unwrap().pets();
    assert_eq!(
        pets.list().retries(0).timeout(SOON).send().await.unwrap_err().kind(),
        ErrorKind::Timeout
    );

    let mut raw = pets.list().retries(0).timeout(SOON).send_raw().await.unwrap();
    assert_eq!(raw.chunk().await.unwrap().unwrap().as_ref(), b"{");
    assert_eq!(raw.chunk().await.unwrap_err().kind(), ErrorKind::Timeout);
    let raw = pets.list().retries(0).timeout(SOON).send_raw().await.unwrap();
    assert_eq!(raw.bytes().await.unwrap_err().kind(), ErrorKind::Timeout);
}

#[tokio::test]
async fn a_body_that_comes_in_time_piece_by_piece_but_not_as_a_whole() {
    let piece = [Step::Pause(SOON / 20), Step::Write(b" ".to_vec())];
    let pieces = std::iter::repeat_n(piece, 200).flatten();
    let script = [Step::Read, Step::Write(head(1000).into())].into_iter().chain(pieces);
    let server = FaultServer::start([script.collect()]).await;
    let list = Client::to(server.url()).unwrap().pets().list().retries(0).timeout(SOON);
    assert_eq!(list.send().await.unwrap_err().kind(), ErrorKind::Timeout);
}

#[tokio::test]
async fn the_body_of_an_error_that_never_ends_does_not_hide_the_status() {
    let begun = "HTTP/1.1 400 Bad\r\ncontent-length: 100\r\n\r\nno";
    let server = FaultServer::start([vec![Step::Read, Step::Write(begun.into()), Step::Hang]]).await;
    let error = Client::to(server.url())
        .unwrap()
        .pets()
        .list()
        .timeout(SOON)
        .send()
        .await
        .unwrap_err();
    assert_eq!(
        (error.kind(), error.status(), error.body()),
        (ErrorKind::Status, Some(400), Some(&b"no"[..]))
    );

    let error = fails(answer(begun)).await;
    assert_eq!((error.status(), error.body()), (Some(400), Some(&b"no"[..])));
}

#[tokio::test]
async fn nobody_there() {
    let url = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        format!("http://{}", listener.local_addr().unwrap())
    };
    let pets = Client::to(&url).unwrap().pets();
    let error = pets.create(&Pet::new(1, "Tom")).retries(0).send().await.unwrap_err();
    assert_eq!(
        (error.kind(), error.status(), error.body()),
        (ErrorKind::Connect, None, None)
    );
    assert_eq!(
        error.to_string(),
        format!("create_pet (POST /pets): could not connect: {url}")
    );
    assert!(error.source().is_some());
}

#[tokio::test]
async fn resets() {
    assert_eq!(fails(vec![Step::Reset]).await.kind(), ErrorKind::Transport);
    assert_eq!(fails(vec![Step::Read, Step::Reset]).await.kind(), ErrorKind::Transport);
    let error = fails(vec![Step::Read, Step::Write(head(100).into()), Step::Reset]).await;
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(fails(vec![Step::Read]).await.kind(), ErrorKind::Transport);
}

#[tokio::test]
async fn a_reset_is_tried_again_only_where_that_does_no_harm() {
    let scripts = || {
        [
            vec![Step::Read, Step::Reset],
            vec![Step::Reset],
            answer(json("200 OK", PAGE)),
        ]
    };
    let server = FaultServer::start(scripts()).await;
    assert_eq!(
        Client::to(server.url())
            .unwrap()
            .pets()
            .list()
            .send()
            .await
            .unwrap()
            .total,
        7
    );
    assert_eq!(server.connections(), 3);

    let server = FaultServer::start(scripts()).await;
    let error = Client::to(server.url())
        .unwrap()
        .pets()
        .create(&Pet::new(1, "Tom"))
        .send()
        .await
        .unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Transport, 1));
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
async fn bodies_of_the_wrong_length() {
    let error = fails(answer(head(100) + PAGE)).await;
    assert_eq!(error.kind(), ErrorKind::Transport, "too short: {error:?}");
    assert_eq!(list(answer(head(PAGE.len()) + PAGE + "more")).await.unwrap().total, 7);
    assert_eq!(
        fails(answer(head(5) + PAGE)).await.kind(),
        ErrorKind::Decode,
        "too long"
    );
    let error = fails(answer("HTTP/1.1 200 OK\r\ncontent-length: x\r\n\r\n{}")).await;
    assert_eq!(error.kind(), ErrorKind::Transport, "{error:?}");
}

#[tokio::test]
async fn chunks() {
    let chunked = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
    let whole = format!(
        "{chunked}5\r\n{}\r\n{:x}\r\n{}\r\n0\r\n\r\n",
        &PAGE[..5],
        PAGE.len() - 5,
        &PAGE[5..]
    );
    assert_eq!(list(answer(&whole)).await.unwrap().total, 7);
    assert_eq!(
        fails(answer(format!("{chunked}zz\r\n{PAGE}"))).await.kind(),
        ErrorKind::Transport
    );
    assert_eq!(
        fails(answer(format!("{chunked}5\r\n{}", &PAGE[..5]))).await.kind(),
        ErrorKind::Transport
    );
}

#[tokio::test]
async fn what_is_no_http() {
    let error = fails(answer("\0\u{1}garbage\r\n\r\n")).await;
    assert_eq!(error.kind(), ErrorKind::Transport, "{error:?}");
}

#[tokio::test]
async fn a_body_larger_than_allowed_is_not_read_to_its_end() {
    let endless = "HTTP/1.1 200 OK\r\n\r\n".to_owned() + &"x".repeat(100_000);
    let server = FaultServer::start([vec![Step::Read, Step::Write(endless.into()), Step::Hang]]).await;
    let client = Client::builder()
        .base_url(server.url())
        .max_response_size(1000)
        .build()
        .unwrap();
    assert_eq!(
        client.pets().list().send().await.unwrap_err().kind(),
        ErrorKind::BodyTooLarge
    );
}

#[tokio::test]
async fn statuses_of_a_broken_server() {
    let html =
        "HTTP/1.1 502 Bad Gateway\r\ncontent-type: text/html\r\nconnection: close\r\n\r\n<html><h1>502</h1></html>";
    let error = fails(answer(html)).await;
    assert_eq!(
        (error.kind(), error.status(), error.is_retryable()),
        (ErrorKind::Status, Some(502), true)
    );
    assert_eq!(error.body(), Some(&b"<html><h1>502</h1></html>"[..]));

    for status in ["500 Error", "503 Unavailable", "504 Timeout"] {
        let failing = answer(json(status, "{}").replace("\r\n\r\n", "\r\nretry-after-ms: 1\r\n\r\n"));
        let server = FaultServer::start([failing, answer(json("200 OK", PAGE))]).await;
        assert_eq!(
            Client::to(server.url())
                .unwrap()
                .pets()
                .list()
                .send()
                .await
                .unwrap()
                .total,
            7,
            "{status}"
        );
        assert_eq!(server.connections(), 2);
    }
}

#[tokio::test]
async fn each_form_of_retry_after() {
    for (header, seconds) in [
        ("retry-after: 120", 120),
        ("retry-after-ms: 90000", 90),
        (
            "date: Sun, 06 Nov 1994 08:49:37 GMT\r\nretry-after: Sun, 06 Nov 1994 08:51:37 GMT",
            120,
        ),
    ] {
        let limited = format!("HTTP/1.1 429 Slow\r\n{header}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
        let server = FaultServer::start([answer(limited)]).await;
        let error = Client::to(server.url())
            .unwrap()
            .pets()
            .list()
            .send()
            .await
            .unwrap_err();
        assert_eq!((error.status(), error.attempts()), (Some(429), 1));
        assert_eq!(error.retry_after(), Some(Duration::from_secs(seconds)), "{header}");
    }
}

#[tokio::test]
async fn empty_and_surprising_bodies() {
    let error = fails(answer(json("200 OK", ""))).await;
    assert_eq!(error.kind(), ErrorKind::Decode);

    let server = FaultServer::start([answer("HTTP/1.1 204 No Content\r\ncontent-length: 5\r\n\r\nhello")]).await;
    assert!(Client::to(server.url()).unwrap().pets().remove(1).send().await.is_ok());

    let mut marked = head(PAGE.len() + 3).into_bytes();
    marked.extend_from_slice(b"\xEF\xBB\xBF");
    marked.extend_from_slice(PAGE.as_bytes());
    assert_eq!(list(answer(marked)).await.unwrap().total, 7);

    let plain = json("200 OK", PAGE).replace("application/json", "text/plain");
    assert_eq!(list(answer(plain)).await.unwrap().total, 7);

    let error = fails(answer(
        json("200 OK", "<html>").replace("application/json", "text/html"),
    ))
    .await;
    assert!(error.to_string().ends_with("expected JSON, found text/html"), "{error}");

    let server = FaultServer::start([answer(b"HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\n\xFF")]).await;
    let error = Client::to(server.url())
        .unwrap()
        .pets()
        .motto()
        .send()
        .await
        .unwrap_err();
    assert!(error.to_string().ends_with("the body is not UTF-8"), "{error}");
}

#[tokio::test]
async fn pages_of_a_broken_server() {
    let first = || answer(json("200 OK", r#"{"data":[1],"meta":{"next/cursor":"b"}}"#));
    let last = || answer(json("200 OK", r#"{"data":[2]}"#));
    let server = FaultServer::start([first(), vec![Step::Read, Step::Reset], vec![Step::Reset], last()]).await;
    let mut items = Client::to(server.url()).unwrap().pages().by_cursor().items();
    assert_eq!(items.next().await.unwrap().unwrap(), 1);
    assert_eq!(items.next().await.unwrap().unwrap(), 2);
    assert!(items.next().await.is_none());
    assert_eq!(server.connections(), 4);

    for (fault, kind) in [
        (vec![Step::Read, Step::Hang], ErrorKind::Timeout),
        (vec![Step::Read, Step::Reset], ErrorKind::Transport),
        (vec![Step::Read, Step::Write(head(100).into())], ErrorKind::Transport),
        (answer("nonsense\r\n\r\n"), ErrorKind::Transport),
        (answer(json("200 OK", r#"{"data":"#)), ErrorKind::Decode),
    ] {
        let server = FaultServer::start([first(), fault]).await;
        let pages = Client::to(server.url()).unwrap().pages();
        let mut items = pages.by_cursor().retries(0).timeout(SOON * 5).items();
        assert_eq!(items.next().await.unwrap().unwrap(), 1, "what came before is not lost");
        assert_eq!(items.next().await.unwrap().unwrap_err().kind(), kind);
        assert!(items.next().await.is_none());
    }
}

#[tokio::test]
async fn access_tokens_of_a_broken_server() {
    let token = || {
        answer(json(
            "200 OK",
            r#"{"access_token":"T1","token_type":"Bearer","expires_in":3600}"#,
        ))
    };
    let client = |server: &FaultServer| {
        let credentials = ClientCredentials::new("id", "secret").token_url("/token");
        let client = Client::builder().base_url(server.url()).oauth(credentials);
        client.timeout(SOON * 5).build().unwrap()
    };
    let scripts = [
        vec![Step::Reset],
        vec![Step::Reset],
        token(),
        answer(json("200 OK", PAGE)),
    ];
    let server = FaultServer::start(scripts).await;
    let page = client(&server).pets().list().send().await.unwrap();
    assert_eq!((page.total, server.connections()), (7, 4));
    assert!(server.requests()[1].contains("Bearer T1"));

    for fault in [
        vec![Step::Read, Step::Hang],
        vec![Step::Read, Step::Write(head(100).into())],
        answer("nonsense\r\n\r\n"),
        answer(json("200 OK", r#"{"access_token":"#)),
    ] {
        let server = FaultServer::start([fault]).await;
        let error = client(&server).pets().list().retries(0).send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Credential);
        assert!(
            server
                .requests()
                .iter()
                .all(|request| request.starts_with("POST /token"))
        );
    }
}

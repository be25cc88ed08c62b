//! Server-sent events: how they are read.

use oasmith_runtime::{ErrorKind, Event};

use crate::support::pets::{Change, Piece as Delta};
use crate::support::scripted::{Scripted, Step, chunk};

/// What the events of an answer say, with their names and ids.
async fn events(chunks: &[&[u8]]) -> Vec<(String, Option<String>, String)> {
    let script = Scripted::new([Step::Stream(chunks.iter().map(chunk).collect())]);
    let mut events = script.client().streams().log().send().await.unwrap();
    let mut found = Vec::new();
    while let Some(event) = events.next().await {
        let Event { event, id, data, .. } = event.unwrap();
        found.push((event, id, data));
    }
    found
}

async fn data(text: &str) -> Vec<String> {
    let events = events(&[text.as_bytes()]).await;
    events.into_iter().map(|(_, _, data)| data).collect()
}

#[tokio::test(start_paused = true)]
async fn the_examples_of_the_standard() {
    assert_eq!(data("data: YHOO\ndata: +2\ndata: 10\n\n").await, ["YHOO\n+2\n10"]);
    let text = ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n";
    let found = events(&[text.as_bytes()]).await;
    let event = |id: Option<&str>, data: &str| ("message".to_owned(), id.map(str::to_owned), data.to_owned());
    assert_eq!(
        found,
        [
            event(Some("1"), "first event"),
            event(None, "second event"),
            event(None, " third event")
        ]
    );
    // The last block has no blank line behind it, so it is no event.
    assert_eq!(data("data\n\ndata\ndata\n\ndata:").await, ["", "\n"]);
    assert_eq!(data("data:test\n\ndata: test\n\n").await, ["test", "test"]);
}

#[tokio::test(start_paused = true)]
async fn fields_that_say_nothing() {
    let text = "event: add\nfoo: bar\n: comment\n\ndata: a\n\nevent: add\nid: 7\ndata: b\nevent: remove\n\nid: x\0y\ndata: c\n\n";
    let found = events(&[text.as_bytes()]).await;
    let found: Vec<_> = found
        .iter()
        .map(|(event, id, data)| (&**event, id.as_deref(), &**data))
        .collect();
    assert_eq!(
        found,
        [
            ("message", None, "a"),
            ("remove", Some("7"), "b"),
            ("message", Some("7"), "c")
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn lines_end_in_three_ways_and_chunks_anywhere() {
    let text = "\u{FEFF}event: é\rdata: 1\r\n\rdata: a\n\r\ndata: 2\r\n\r\nid: 3\ndata: \u{FEFF}x\n\n";
    let whole = events(&[text.as_bytes()]).await;
    assert_eq!(whole.len(), 4, "{whole:?}");
    assert_eq!(whole[0], ("é".to_owned(), None, "1".to_owned()));
    assert_eq!(whole[3].2, "\u{FEFF}x");
    for split in 0..=text.len() {
        let (one, other) = text.as_bytes().split_at(split);
        assert_eq!(events(&[one, b"", other]).await, whole, "at {split}");
    }
    let bytes: Vec<&[u8]> = text.as_bytes().chunks(1).collect();
    assert_eq!(events(&bytes).await, whole);
}

#[tokio::test(start_paused = true)]
async fn bytes_that_are_no_text_are_replaced() {
    let found = events(&[b"data: a\xFFb\n\n"]).await;
    assert_eq!(found[0].2, "a\u{FFFD}b");
}

#[tokio::test(start_paused = true)]
async fn data_is_read_as_its_type_and_what_cannot_be_read_does_not_end_the_stream() {
    let text = "data: {\"delta\":\"a\"}\n\nevent: ping\ndata:\n\ndata: {\"delta\":3}\n\ndata: {\n\ndata: {\"delta\":\ndata: \"b\"}\n\n";
    let script = Scripted::new([Step::Stream(vec![chunk(text)])]);
    let mut events = script.client().streams().watch().send().await.unwrap();
    assert_eq!(events.next().await.unwrap().unwrap().data, Delta { delta: "a".into() });
    let error = events.next().await.unwrap().unwrap_err();
    assert_eq!(
        (error.kind(), error.body()),
        (ErrorKind::Decode, Some(&b"{\"delta\":3}"[..]))
    );
    assert!(
        error.to_string().contains("delta: expected a string, found a number"),
        "{error}"
    );
    assert!(
        events
            .next()
            .await
            .unwrap()
            .unwrap_err()
            .to_string()
            .contains("not JSON")
    );
    assert_eq!(events.next().await.unwrap().unwrap().data, Delta { delta: "b".into() });
    assert!(events.next().await.is_none());
}

#[tokio::test(start_paused = true)]
async fn the_word_done_is_the_end() {
    let script = Scripted::new([Step::Stream(vec![chunk(
        "data: {\"delta\":\"a\"}\n\ndata: [DONE]\n\ndata: {}\n\n",
    )])]);
    let mut events = script.client().streams().watch().send().await.unwrap();
    assert!(events.next().await.unwrap().is_ok());
    assert!(events.next().await.is_none());
    assert!(events.next().await.is_none());
}

#[tokio::test(start_paused = true)]
async fn an_event_can_be_a_type_with_its_name() {
    let text = "event: add\ndata: {\"delta\":\"a\"}\n\ndata: {\"event\":\"add\",\"data\":{\"delta\":\"b\"}}\n\nevent: add\ndata: text\n\n";
    let script = Scripted::new([Step::Stream(vec![chunk(text)])]);
    let mut events = script.client().streams().changes().send().await.unwrap();
    for delta in ["a", "b"] {
        let expected = Change {
            event: "add".into(),
            data: Delta { delta: delta.into() },
        };
        assert_eq!(events.next().await.unwrap().unwrap().data, expected);
    }
    let error = events.next().await.unwrap().unwrap_err();
    assert!(
        error.to_string().contains("data: expected an object, found a string"),
        "{error}"
    );
}

#[tokio::test(start_paused = true)]
async fn an_event_is_no_larger_than_is_allowed() {
    for text in [
        "data: 0123456789\n\n",
        "data: 01234\ndata: 56789\n\n",
        ": a comment without an end",
    ] {
        let script = Scripted::new([Step::Stream(vec![chunk("data: a\n\n"), chunk(text)])]);
        let client = script.client_with(|builder| builder.max_response_size(12));
        let mut events = client.streams().log().send().await.unwrap();
        assert!(events.next().await.unwrap().is_ok());
        let error = events.next().await.unwrap().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::BodyTooLarge, "{text:?}");
        assert!(events.next().await.is_none());
    }
}

#[tokio::test(start_paused = true)]
async fn what_claims_to_be_no_stream_is_refused() {
    for media_type in [
        "application/json; charset=utf-8",
        "text/html",
        "application/problem+json",
    ] {
        let headers = vec![("content-type", media_type.to_owned())];
        let script = Scripted::new([Step::Answer(200, headers, "{\"wrong\":1}")]);
        let error = script.client().streams().watch().send().await.unwrap_err();
        assert_eq!(
            (error.kind(), error.body()),
            (ErrorKind::Decode, Some(&b"{\"wrong\":1}"[..]))
        );
        assert!(error.to_string().contains("expected a stream"), "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn the_stream_has_status_and_headers() {
    let headers = vec![("x-request-id", "r1".to_owned())];
    let script = Scripted::new([Step::Answer(200, headers, "")]);
    let mut events = script.client().streams().log().send().await.unwrap();
    assert_eq!(
        (events.status(), events.request_id(), events.headers().len()),
        (200, Some("r1"), 1)
    );
    assert!(!format!("{events:?}").contains("r1"));
    assert!(events.next().await.is_none());
}

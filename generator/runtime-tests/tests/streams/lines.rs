//! JSON values one after the other.

use oasmith_runtime::ErrorKind;

use crate::support::scripted::{Piece, Scripted, Step, chunk, status};

/// What the lines of an answer say; for one that cannot be read, why.
async fn lines(chunks: &[&[u8]]) -> Vec<String> {
    let script = Scripted::new([Step::Stream(chunks.iter().map(chunk).collect())]);
    let mut lines = script.client().streams().lines().send().await.unwrap();
    let mut found = Vec::new();
    while let Some(line) = lines.next().await {
        found.push(line.map_or_else(|error| error.to_string(), |line| line.delta));
    }
    found
}

#[tokio::test(start_paused = true)]
async fn each_line_is_a_value_wherever_chunks_end() {
    let text = "{\"delta\":\"a\"}\n\r\n{\"delta\":\"é\"}\r\n   \n{\"delta\":\"no end\"}";
    let whole = lines(&[text.as_bytes()]).await;
    assert_eq!(whole, ["a", "é", "no end"]);
    for split in 0..=text.len() {
        let (one, other) = text.as_bytes().split_at(split);
        assert_eq!(lines(&[one, other]).await, whole, "at {split}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_sequence_has_a_separator_before_each_text_and_may_have_lines_in_it() {
    let text = "\x1E{\"delta\":\"a\"}\n\x1E{\n  \"delta\": \"b \\\"{\"\n}\n\x1E\x1E{\"delta\": \n\x1E{\"delta\":\"c\"}";
    let whole = lines(&[text.as_bytes()]).await;
    assert_eq!(whole.len(), 4);
    assert_eq!((&*whole[0], &*whole[1], &*whole[3]), ("a", "b \"{", "c"));
    assert!(whole[2].contains("not JSON"), "{whole:?}");
    for split in 0..=text.len() {
        let (one, other) = text.as_bytes().split_at(split);
        assert_eq!(lines(&[one, other]).await, whole, "at {split}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_line_that_cannot_be_read_does_not_end_the_stream() {
    let found = lines(&[b"{\"delta\":1}\n{\n{\"delta\":\"b\"}\n"]).await;
    assert_eq!(found.len(), 3);
    assert!(
        found[0].contains("delta: expected a string, found a number"),
        "{found:?}"
    );
    assert!(found[1].contains("not JSON"), "{found:?}");
    assert_eq!(found[2], "b");
}

#[tokio::test(start_paused = true)]
async fn what_breaks_the_stream_is_its_last_item() {
    let script = Scripted::new([
        Step::Stream(vec![chunk("{\"delta\":\"a\"}\n{\"delta\""), Piece::Break]),
        status(500),
    ]);
    let mut lines = script.client().streams().lines().send().await.unwrap();
    assert_eq!(
        (lines.status(), lines.headers().len(), lines.request_id()),
        (200, 0, None)
    );
    assert!(lines.next().await.unwrap().is_ok());
    assert_eq!(lines.next().await.unwrap().unwrap_err().kind(), ErrorKind::Transport);
    assert!(lines.next().await.is_none());
    assert_eq!(script.requests().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_line_is_no_larger_than_is_allowed() {
    let script = Scripted::new([Step::Stream(vec![
        chunk("{\"delta\":\"a\"}\n{\"delta\":"),
        chunk("\"0123456789\"}"),
    ])]);
    let client = script.client_with(|builder| builder.max_response_size(15));
    let mut lines = client.streams().lines().send().await.unwrap();
    assert!(lines.next().await.unwrap().is_ok());
    assert_eq!(lines.next().await.unwrap().unwrap_err().kind(), ErrorKind::BodyTooLarge);
    assert!(lines.next().await.is_none());
}

#[tokio::test(start_paused = true)]
async fn a_page_for_people_is_no_stream() {
    let headers = vec![("content-type", "text/html; charset=utf-8".to_owned())];
    let script = Scripted::new([Step::Answer(200, headers, "<html>")]);
    let error = script.client().streams().lines().send().await.unwrap_err();
    assert!(
        error.to_string().contains("expected a stream, found text/html"),
        "{error}"
    );
}

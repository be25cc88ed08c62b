//! Server-sent events: what happens when the connection breaks.

use oasmith_runtime::ErrorKind;
use serde_json::json;

use super::SECOND;
use crate::support::scripted::{Piece, Scripted, Step, chunk, status};

fn breaking(text: &str) -> Step {
    Step::Stream(vec![chunk(text), Piece::Break])
}

#[tokio::test(start_paused = true)]
async fn a_get_goes_on_behind_the_last_event() {
    let script = Scripted::new([
        breaking("retry: 3000\nid: 1\ndata: a\n\nid: 2\ndata: cut off"),
        Step::Stream(vec![chunk("data: b\n\n")]),
    ]);
    let mut events = script.client().streams().log().send().await.unwrap();
    assert_eq!(events.next().await.unwrap().unwrap().data, "a");
    let event = events.next().await.unwrap().unwrap();
    assert_eq!((&*event.data, event.id.as_deref()), ("b", Some("1")));
    assert!(events.next().await.is_none());
    let requests = script.requests();
    assert!(!requests[0].headers().contains_key("last-event-id"));
    assert_eq!(requests[1].headers()["last-event-id"], "1");
    assert_eq!(script.waits(), [3 * SECOND]);
}

#[tokio::test(start_paused = true)]
async fn it_goes_on_as_often_as_it_may_be_tried_again_after_each_event() {
    let script = Scripted::new([
        breaking("data: a\n\n"),
        breaking(""),
        breaking("data: b\n\n"),
        breaking(""),
        breaking(""),
        Step::Stream(vec![chunk("data: never\n\n")]),
    ]);
    let mut events = script.client().streams().log().send().await.unwrap();
    assert_eq!(events.next().await.unwrap().unwrap().data, "a");
    assert_eq!(events.next().await.unwrap().unwrap().data, "b");
    let error = events.next().await.unwrap().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(events.next().await.is_none());
    assert_eq!(script.requests().len(), 5);
}

#[tokio::test(start_paused = true)]
async fn without_retries_it_does_not_go_on() {
    let script = Scripted::new([breaking("data: a\n\n"), Step::Stream(Vec::new())]);
    let mut events = script.client().streams().log().retries(0).send().await.unwrap();
    assert!(events.next().await.unwrap().is_ok());
    assert_eq!(events.next().await.unwrap().unwrap_err().kind(), ErrorKind::Transport);
    assert_eq!(script.requests().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn what_may_do_something_is_not_sent_again() {
    let script = Scripted::new([breaking("data: {\"delta\":\"a\"}\n\n"), Step::Stream(Vec::new())]);
    let mut events = script.client().streams().ask(&json!({})).stream().await.unwrap();
    assert!(events.next().await.unwrap().is_ok());
    assert_eq!(events.next().await.unwrap().unwrap_err().kind(), ErrorKind::Transport);
    assert!(events.next().await.is_none());
    assert_eq!(script.requests().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn silence_is_a_broken_connection_and_a_comment_is_not() {
    let pieces = vec![
        Piece::Pause(50 * SECOND),
        chunk(":\n"),
        Piece::Pause(50 * SECOND),
        chunk("data: a\n\n"),
        Piece::Pause(61 * SECOND),
    ];
    let script = Scripted::new([Step::Stream(pieces), Step::Stream(vec![chunk("data: b\n\n")])]);
    let mut events = script.client().streams().log().send().await.unwrap();
    assert_eq!(events.next().await.unwrap().unwrap().data, "a");
    assert_eq!(script.requests().len(), 1);
    assert_eq!(events.next().await.unwrap().unwrap().data, "b");
    assert_eq!(script.requests().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn the_server_can_end_it() {
    let script = Scripted::new([breaking("data: a\n\n"), status(204)]);
    let mut events = script.client().streams().log().send().await.unwrap();
    assert!(events.next().await.unwrap().is_ok());
    assert!(events.next().await.is_none());

    let script = Scripted::new([breaking("data: a\n\n"), status(404)]);
    let mut events = script.client().streams().log().send().await.unwrap();
    assert!(events.next().await.unwrap().is_ok());
    assert_eq!(events.next().await.unwrap().unwrap_err().status(), Some(404));
    assert!(events.next().await.is_none());
}

#[tokio::test(start_paused = true)]
async fn the_end_of_an_answer_is_the_end() {
    let script = Scripted::new([Step::Stream(vec![chunk("retry: 1\ndata: a\n\n")]), status(500)]);
    let mut events = script.client().streams().log().send().await.unwrap();
    assert!(events.next().await.unwrap().is_ok());
    assert!(events.next().await.is_none());
    assert_eq!(script.requests().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn the_time_for_all_of_it_is_not_begun_anew() {
    let slow = || Step::Stream(vec![Piece::Pause(40 * SECOND), chunk("data: a\n\n"), Piece::Break]);
    let script = Scripted::new([slow(), slow(), slow(), slow()]);
    let client = script.client_with(|builder| builder.total_timeout(100 * SECOND));
    let mut events = client.streams().log().send().await.unwrap();
    assert!(events.next().await.unwrap().is_ok());
    assert!(events.next().await.unwrap().is_ok());
    assert_eq!(events.next().await.unwrap().unwrap_err().kind(), ErrorKind::Timeout);
    assert!(events.next().await.is_none());
}

//! Calls without asynchronous code.

use oasmith_runtime::runtime::{Call, Operation, alternative, blocking, request};
use oasmith_runtime::{ErrorKind, Lines, Mock, Reply};
use wiremock::matchers::path;
use wiremock::{MockServer, ResponseTemplate};

use crate::support::pets::{Client, Pet};

#[test]
fn a_call_returns_when_the_answer_is_there() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let server = runtime.block_on(async {
        let server = MockServer::start().await;
        let answer =
            ResponseTemplate::new(200).set_body_json(serde_json::json!({"id": 1, "name": "Tom", "owner": null}));
        let mock = wiremock::Mock::given(path("/pets/1/profile")).respond_with(answer);
        mock.mount(&server).await;
        server
    });
    let pets = Client::to(&server.uri()).unwrap().pets();
    for _ in 0..3 {
        assert_eq!(pets.show("1").send_blocking().unwrap().name, "Tom");
    }
    let threads: Vec<_> = (0..4)
        .map(|_| {
            let pets = pets.clone();
            std::thread::spawn(move || pets.show("1").send_blocking().unwrap().name)
        })
        .collect();
    for thread in threads {
        assert_eq!(thread.join().unwrap(), "Tom");
    }
}

#[tokio::test]
async fn inside_of_asynchronous_code_it_is_refused() {
    let mock = Mock::new().on("GET", "/pets/{id}/profile", Reply::json(200, &Pet::new(1, "Tom")));
    let client = Client::builder().transport(mock.clone()).build().unwrap();
    let error = client.pets().show("1").send_blocking().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Build);
    assert!(mock.requests().is_empty());
}

#[test]
fn a_stream_is_read_item_by_item() {
    let mock = Mock::new().on("GET", "/lines", Reply::bytes(200, "1\n2\n"));
    let client = Client::builder().transport(mock).build().unwrap();
    let call = Call::new(client.core(), &LINES);
    let mut lines: Lines<i64> = blocking(call.lines()).unwrap();
    let numbers: Vec<i64> = std::iter::from_fn(|| lines.next_blocking())
        .map(Result::unwrap)
        .collect();
    assert_eq!(numbers, [1, 2]);
}

static LINES: Operation = Operation {
    id: "lines",
    path: "/lines",
    ..Operation::DEFAULT
};

#[derive(Clone)]
struct AskRequest(Call);

request!(AskRequest -> i64);
alternative!(AskRequest::send_json -> i64, "application/vnd.pets+json");
alternative!(AskRequest::send_text -> String as text, "text/plain");
alternative!(AskRequest::send_bytes as download, "application/pdf");
alternative!(AskRequest::stream -> i64 as events, "text/event-stream");
alternative!(AskRequest::stream_lines -> i64 as lines, "application/jsonl");

#[test]
fn every_other_answer_has_a_twin() {
    let mock = Mock::new().on("GET", "/lines", Reply::bytes(200, "7\n"));
    let client = Client::builder().transport(mock.clone()).build().unwrap();
    let ask = || AskRequest(Call::new(client.core(), &LINES));
    assert_eq!(ask().send_json_blocking().unwrap(), 7);
    assert_eq!(ask().send_text_blocking().unwrap(), "7\n");
    let mut bytes = ask().send_bytes_blocking().unwrap();
    assert_eq!(bytes.next_blocking().unwrap().unwrap(), "7\n");
    assert!(ask().stream_blocking().unwrap().next_blocking().is_none());
    let mut lines = ask().stream_lines_blocking().unwrap();
    assert_eq!(lines.next_blocking().unwrap().unwrap(), 7);
    let requests = mock.requests();
    let accepted: Vec<&str> = requests
        .iter()
        .map(|request| request.headers()["accept"].to_str().unwrap())
        .collect();
    assert_eq!(
        accepted,
        [
            "application/vnd.pets+json",
            "text/plain",
            "application/pdf",
            "text/event-stream",
            "application/jsonl"
        ]
    );
}

//! What a request can ask for besides what it asks for by itself.

use serde_json::{Value, json};

use crate::support::scripted::{Scripted, Step, status};

fn answer(body: &'static str) -> Step {
    Step::Answer(200, Vec::new(), body)
}

#[tokio::test(start_paused = true)]
async fn the_accept_header_says_what_is_read() {
    let script = Scripted::new([
        answer("null"),
        answer("a"),
        answer("b"),
        answer("data: {\"delta\":\"c\"}\n\n"),
    ]);
    let streams = script.client().streams();
    assert_eq!(streams.ask(&json!({})).send().await.unwrap(), None);
    assert_eq!(streams.ask(&json!({})).send_text().await.unwrap(), "a");
    let bytes = streams
        .ask(&json!({}))
        .send_bytes()
        .await
        .unwrap()
        .bytes()
        .await
        .unwrap();
    assert_eq!(bytes.as_ref(), b"b");
    assert!(
        streams
            .ask(&json!({}))
            .stream()
            .await
            .unwrap()
            .next()
            .await
            .unwrap()
            .is_ok()
    );
    let requests = script.requests();
    let accepted: Vec<&str> = requests
        .iter()
        .map(|request| request.headers()["accept"].to_str().unwrap())
        .collect();
    assert_eq!(
        accepted,
        ["application/json", "text/plain", "application/pdf", "text/event-stream"]
    );
}

#[tokio::test(start_paused = true)]
async fn a_header_that_is_given_stays() {
    let script = Scripted::new([answer("a")]);
    let request = script.client().streams().ask(&json!({})).header("Accept", "text/csv");
    assert_eq!(request.send_text().await.unwrap(), "a");
    assert_eq!(script.requests()[0].headers()["accept"], "text/csv");
}

#[tokio::test(start_paused = true)]
async fn a_stream_is_switched_on_in_the_body() {
    for (body, expected) in [
        (json!({}), r#"{"stream":true}"#),
        (
            json!({"question": "é", "of": 1.0}),
            r#"{"stream":true,"of":1.0,"question":"é"}"#,
        ),
        (json!({"stream": true}), r#"{"stream":true}"#),
        (json!({"stream": false, "a": [1]}), r#"{"a":[1],"stream":true}"#),
        (json!({"stream": null}), r#"{"stream":true}"#),
        (json!([1]), "[1]"),
    ] {
        let script = Scripted::new([status(200)]);
        assert!(script.client().streams().ask(&body).stream().await.is_ok());
        let requests = script.requests();
        let sent: Value = serde_json::from_slice(requests[0].body()).unwrap();
        assert_eq!(sent, serde_json::from_str::<Value>(expected).unwrap());
    }
    let script = Scripted::new([status(204)]);
    let request = script.client().streams().ask(&json!({"stream": false}));
    assert_eq!(request.send().await.unwrap(), None);
    assert_eq!(script.requests()[0].body().as_ref(), br#"{"stream":false}"#);
}

#[tokio::test(start_paused = true)]
async fn a_status_without_a_body_is_none_and_another_is_read() {
    let script = Scripted::new([
        status(202),
        Step::Answer(204, Vec::new(), "Accepted"),
        answer(r#"{"data":[],"total":7}"#),
        answer("Accepted"),
    ]);
    let ask = || script.client().streams().ask(&json!({})).send_with_meta();
    let response = ask().await.unwrap();
    assert_eq!((response.status(), response.into_value()), (202, None));
    assert_eq!(ask().await.unwrap().into_value(), None);
    assert_eq!(ask().await.unwrap().into_value().unwrap().total, 7);
    assert!(ask().await.is_err());
}

//! Answers that are not what the description says.

use std::error::Error as StdError;

use oasmith_runtime::ErrorKind;
use serde_json::Value;

use crate::support::pets::{ListError, Problem};
use crate::support::scripted::{Scripted, Step, with_header};

fn html(status: u16, body: &'static str) -> Step {
    Step::Answer(
        status,
        vec![("content-type", "text/html; charset=utf-8".to_owned())],
        body,
    )
}

fn json(status: u16, body: &'static str) -> Step {
    Step::Answer(status, vec![("content-type", "application/json".to_owned())], body)
}

#[tokio::test]
async fn a_decode_error_says_where() {
    let client = Scripted::new([json(
        200,
        r#"{"data":[{"id":1,"name":"a"},{"id":2,"name":3}],"total":2}"#,
    )])
    .client();
    let error = client.pets().list().send().await.unwrap_err();
    assert_eq!(
        (error.kind(), error.status(), error.attempts()),
        (ErrorKind::Decode, Some(200), 1)
    );
    assert_eq!(
        error.to_string(),
        "list_pets (GET /pets): the answer cannot be read: data[1].name: expected a string, found a number",
    );
    assert!(error.body().unwrap().starts_with(br#"{"data""#));
}

#[tokio::test]
async fn what_is_no_json_says_what_it_is() {
    let client = Scripted::new([html(200, "<html>"), json(200, "<html>")]).client();
    let error = client.pets().list().send().await.unwrap_err();
    assert!(
        error
            .to_string()
            .ends_with("expected JSON, found text/html; charset=utf-8"),
        "{error}"
    );
    let error = client.pets().list().send().await.unwrap_err();
    assert!(
        error.to_string().ends_with("the answer cannot be read: not JSON"),
        "{error}"
    );
    assert!(error.source().unwrap().to_string().contains("line 1"));
}

#[tokio::test]
async fn json_is_read_whatever_it_claims_to_be() {
    let client = Scripted::new([html(200, r#"{"data":[],"total":3}"#)]).client();
    assert_eq!(client.pets().list().send().await.unwrap().total, 3);
}

#[tokio::test]
async fn a_byte_order_mark_is_skipped() {
    let client = Scripted::new([
        json(200, "\u{FEFF}{\"data\":[],\"total\":3}"),
        json(200, "\u{FEFF}woof"),
    ])
    .client();
    assert_eq!(client.pets().list().send().await.unwrap().total, 3);
    assert_eq!(client.pets().motto().send().await.unwrap(), "woof");
}

#[tokio::test]
async fn an_empty_body_is_null_where_null_is_allowed() {
    let client = Scripted::new([json(200, ""), json(200, ""), json(204, "")]).client();
    let error = client.pets().list().send().await.unwrap_err();
    assert!(
        error.to_string().ends_with("expected JSON, found an empty body"),
        "{error}"
    );
    assert_eq!(client.pets().any().send().await.unwrap(), Value::Null);
    assert_eq!(client.pets().any().send().await.unwrap(), Value::Null);
}

#[tokio::test]
async fn an_answer_without_content_may_have_some() {
    let client = Scripted::new([html(200, "<html>")]).client();
    assert!(client.pets().remove(1).send().await.is_ok());
}

#[tokio::test]
async fn a_proxy_that_answers_in_html_is_still_a_status() {
    let client = Scripted::new([
        html(422, "<html>\n<b>no</b>"),
        html(404, "x"),
        json(422, r#"{"detail":5}"#),
    ])
    .client();
    let error = client.pets().list().send().await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Status, Some(422)));
    assert_eq!(error.typed::<ListError>(), None);
    assert_eq!(error.json::<Problem>(), None);
    assert_eq!(error.body(), Some(&b"<html>\n<b>no</b>"[..]));
    assert!(!error.to_string().contains('\n'), "{error}");

    let error = client.pets().list().send().await.unwrap_err();
    assert_eq!(error.typed::<ListError>(), Some(ListError::Status404));
    let error = client.pets().list().send().await.unwrap_err();
    assert_eq!((error.kind(), error.typed::<ListError>()), (ErrorKind::Status, None));
}

/// The message of the error for a body.
async fn message(body: &'static str) -> String {
    let client = Scripted::new([json(400, body)]).client();
    let message = client.pets().list().send().await.unwrap_err().to_string();
    let (_, end) = message.split_once("400 Bad Request").unwrap();
    end.to_owned()
}

#[tokio::test]
async fn a_message_quotes_what_is_meant_for_people() {
    for (body, quoted) in [
        (r#"{"message":"a"}"#, r#", "a""#),
        (r#"{"detail":" a "}"#, r#", "a""#),
        (r#"{"title":"a"}"#, r#", "a""#),
        (r#"{"title":"a","detail":"b"}"#, r#", "b""#),
        (r#"{"error":"a"}"#, r#", "a""#),
        (r#"{"error":"a","error_description":"b"}"#, r#", "b""#),
        (r#"{"reason":"a"}"#, r#", "a""#),
        (r#"{"error":{"message":"a","code":5}}"#, r#", "a""#),
        (r#"{"message":5,"title":" ","error":"a"}"#, r#", "a""#),
        (
            "{\"message\":\"a\\r\\n\\u001b[31m\u{202e}b\"}",
            r#", "a\r\n\u{1b}[31m\u{202e}b""#,
        ),
    ] {
        assert_eq!(message(body).await, quoted, "{body}");
    }
    let long = format!(r#"{{"message":"{}"}}"#, "é".repeat(1000));
    assert_eq!(message(long.leak()).await, format!(", \"{}\" ...", "é".repeat(200)));
}

#[tokio::test]
async fn a_message_quotes_nothing_else_of_a_body() {
    for body in [
        "CANARY",
        r#""CANARY""#,
        r#"["CANARY"]"#,
        r#"{"password":"CANARY"}"#,
        r#"{"message":{"detail":"CANARY"}}"#,
        r#"{"error":{"detail":"CANARY"}}"#,
        r#"{"data":{"message":"CANARY"}}"#,
        r#"{"message":["CANARY"]}"#,
        r#"{"message":"CANARY""#,
        r#"{"detail":[{"loc":["body","password"],"msg":"too short","input":"CANARY"}]}"#,
        "<html>CANARY</html>",
        r#"{"message":" "}"#,
        "",
    ] {
        assert_eq!(message(body).await, "", "{body}");
    }
}

#[tokio::test]
async fn an_answer_of_success_is_no_error_answer() {
    /// Reads every answer.
    #[derive(Debug, PartialEq)]
    struct Any;

    impl oasmith_runtime::runtime::ErrorBody for Any {
        fn read(_: &oasmith_runtime::runtime::Answer<'_>) -> Option<Self> {
            Some(Self)
        }
    }

    let redirect = with_header(302, "location", "https://elsewhere.example/");
    let client = Scripted::new([json(203, r#"{"detail":"x"}"#), redirect, json(422, "{}")]).client();
    let error = client.pets().list().send().await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Decode, Some(203)));
    assert_eq!(error.typed::<Any>(), None);
    assert_eq!(error.json::<Problem>(), Some(Problem { detail: "x".to_owned() }));
    let error = client.pets().list().send().await.unwrap_err();
    assert_eq!((error.kind(), error.typed::<Any>()), (ErrorKind::Redirect, None));
    let error = client.pets().list().send().await.unwrap_err();
    assert_eq!((error.kind(), error.typed::<Any>()), (ErrorKind::Status, Some(Any)));
}

#[tokio::test]
async fn an_operation_without_an_id_is_named_once() {
    let client = Scripted::new([json(400, "")]).client();
    let error = client.pets().untagged(5).send().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "GET /untagged/{id}: the server answered with an error: 400 Bad Request"
    );
    assert_eq!(error.operation(), Some("GET /untagged/{id}"));
}

#[tokio::test]
async fn a_status_that_http_does_not_have_is_no_answer() {
    for status in [0, 99, 1000] {
        let client = Scripted::new([json(status, "")]).client();
        let error = client.pets().list().retries(0).send().await.unwrap_err();
        assert_eq!((error.kind(), error.status()), (ErrorKind::Transport, None));
        let source = error.source().unwrap().to_string();
        assert_eq!(source, "the status is none that HTTP has");
    }
}

#[tokio::test]
async fn bodies_are_limited() {
    let script = Scripted::new([
        json(200, r#"{"data":[],"total":3}"#),
        json(200, r#"{"data":[],"total":3}"#),
    ]);
    let client = script.client_with(|builder| builder.max_response_size(21));
    assert!(client.pets().list().send().await.is_ok());
    let client = script.client_with(|builder| builder.max_response_size(20));
    let error = client.pets().list().send().await.unwrap_err();
    assert_eq!((error.kind(), error.is_retryable()), (ErrorKind::BodyTooLarge, false));
    assert!(
        error
            .to_string()
            .ends_with("the answer is too large: more than 20 bytes"),
        "{error}"
    );

    let script = Scripted::new([json(400, "0123456789")]);
    let client = script.client_with(|builder| builder.max_error_size(4));
    let error = client.pets().list().send().await.unwrap_err();
    assert_eq!((error.kind(), error.body()), (ErrorKind::Status, Some(&b"0123"[..])));
}

#[tokio::test]
async fn a_raw_body_is_limited_too() {
    let script = Scripted::new([json(200, "0123456789"), json(200, "0123456789")]);
    let client = script.client_with(|builder| builder.max_response_size(4));
    let error = client
        .pets()
        .list()
        .send_raw()
        .await
        .unwrap()
        .bytes()
        .await
        .unwrap_err();
    assert_eq!(
        (error.kind(), error.operation()),
        (ErrorKind::BodyTooLarge, Some("list_pets"))
    );
    let raw = client.pets().list().send_raw().await.unwrap();
    assert_eq!(raw.bytes_up_to(10).await.unwrap().as_ref(), b"0123456789");
}

#[tokio::test]
async fn where_a_request_id_is_found() {
    for name in ["x-request-id", "request-id", "x-amzn-requestid", "x-correlation-id"] {
        let client = Scripted::new([with_header(400, name, "r-7")]).client();
        let error = client.pets().list().send().await.unwrap_err();
        assert_eq!(error.request_id(), Some("r-7"), "{name}");
    }
}

//! Secrets are planted everywhere and looked for in everything that can be printed.

use std::fmt::Debug;

use oasmith_runtime::runtime::{Answer, ErrorBody};
use oasmith_runtime::{Secret, TransportResponse};

use crate::support::all_text;
use crate::support::fault_server::{self, FaultServer, answer};
use crate::support::pets::{Client, ClientBuilder, Login, Tagged};
use crate::support::scripted::{Scripted, Step, page};

const CANARY: &str = "CANARY";
/// `CANARY:CANARY` in base64.
const ENCODED: &str = "Q0FOQVJZ";

#[track_caller]
fn is_silent(text: &str) {
    assert!(!text.contains(CANARY) && !text.contains(ENCODED), "{text}");
    assert!(!text.is_empty());
}

#[track_caller]
fn debug_is_silent(value: &impl Debug) {
    is_silent(&format!("{value:?}\n{value:#?}"));
}

/// Every kind of credential; each makes another set of the requirement complete.
fn builders() -> Vec<ClientBuilder> {
    vec![
        Client::builder().bearer(CANARY),
        Client::builder().basic(CANARY, CANARY),
        Client::builder().header_key(CANARY).query_key(CANARY),
        Client::builder().cookie_key(CANARY),
        Client::builder()
            .header("authorization", CANARY)
            .header("x-api-key", CANARY)
            .header("cookie", CANARY),
    ]
}

#[test]
fn a_secret_is_seen_only_when_asked_for() {
    let secret = Secret::from(CANARY);
    debug_is_silent(&secret);
    debug_is_silent(&Some(secret.clone()));
    assert_eq!(secret.expose(), CANARY);
}

#[test]
fn nothing_that_leads_to_a_request_shows_a_credential() {
    for builder in builders() {
        debug_is_silent(&builder);
        let client = builder.transport(Scripted::new([])).build().unwrap();
        debug_is_silent(&client);
        debug_is_silent(&client.pets());
        let request = client.pets().list();
        debug_is_silent(&request);
        let request = request
            .bearer(CANARY)
            .cookie_key(CANARY)
            .query_param("q", CANARY)
            .header("x-api-key", CANARY);
        debug_is_silent(&request);
        debug_is_silent(&request.trace(CANARY).maybe_theme(Some(CANARY)));
        debug_is_silent(&client.pets().list().build().unwrap());
        debug_is_silent(&client.pets().show(CANARY));
        debug_is_silent(&client.pets().submit(&Login {
            user: "ann".to_owned(),
            password: Some(CANARY.to_owned()),
        }));
    }
}

#[test]
fn the_canary_was_there() {
    for builder in builders() {
        let request = builder.build().unwrap().pets().list().build().unwrap();
        let headers = request.headers().values().map(|value| value.to_str().unwrap());
        let sent = headers.chain([request.url()]).collect::<Vec<_>>().join("\n");
        assert!(sent.contains(CANARY) || sent.contains(ENCODED), "{sent}");
    }
}

#[tokio::test]
async fn no_error_shows_a_credential() {
    let redirect = "HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/?key=CANARY\r\nconnection: close\r\n\r\n";
    let cookie = "HTTP/1.1 500 Error\r\nset-cookie: sid=CANARY\r\nretry-after: 100\r\nconnection: close\r\n\r\n{}";
    let scripts = [
        vec![fault_server::Step::Reset],
        vec![fault_server::Step::Read, fault_server::Step::Reset],
        vec![fault_server::Step::Read, fault_server::Step::Hang],
        answer("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"),
        answer("HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n{"),
        answer("garbage\r\n\r\n"),
        answer(redirect),
        answer(cookie),
    ];
    for script in scripts {
        let server = FaultServer::start([script]).await;
        for builder in builders() {
            let client = builder
                .base_url(server.url())
                .timeout(std::time::Duration::from_millis(200))
                .build()
                .unwrap();
            let request = client.pets().list().retries(0).query_param("q", CANARY);
            is_silent(&all_text(&request.send().await.unwrap_err()));
        }
    }
}

#[tokio::test]
async fn no_error_without_a_server_shows_a_credential() {
    let url = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        format!("http://{}", listener.local_addr().unwrap())
    };
    for builder in builders() {
        let client = builder.base_url(&url).build().unwrap();
        let request = client.pets().list().retries(0).query_param("q", CANARY);
        is_silent(&all_text(&request.send().await.unwrap_err()));
    }
}

#[tokio::test]
async fn a_response_does_not_show_its_cookies() {
    let step = crate::support::scripted::with_header(200, "set-cookie", "sid=CANARY");
    let step = || step.clone();
    let raw = Scripted::new([step()]).client().pets().list().send_raw().await.unwrap();
    debug_is_silent(&raw);
    let response = Scripted::new([step()])
        .client()
        .pets()
        .remove(1)
        .send_with_meta()
        .await
        .unwrap();
    assert_eq!(response.headers()["set-cookie"], "sid=CANARY");
    assert_eq!(
        format!("{response:?}"),
        r#"Response { head: Head { status: 200, headers: ["set-cookie"] }, value: () }"#
    );
    let mut headers = http::HeaderMap::new();
    headers.insert("set-cookie", http::HeaderValue::from_static("sid=CANARY"));
    debug_is_silent(&TransportResponse::new(200, "CANARY").with_headers(headers));
}

#[tokio::test]
async fn an_answer_that_is_being_read_shows_no_body() {
    /// What an error body sees.
    struct Shown(String);

    impl ErrorBody for Shown {
        fn read(answer: &Answer<'_>) -> Option<Self> {
            Some(Self(format!("{answer:?}")))
        }
    }

    let step = Step::Answer(
        422,
        vec![("set-cookie", "sid=CANARY".to_owned())],
        r#"{"input":"CANARY"}"#,
    );
    let error = Scripted::new([step]).client().pets().list().send().await.unwrap_err();
    assert!(error.body().unwrap().ends_with(br#":"CANARY"}"#));
    is_silent(&all_text(&error));
    let Shown(text) = error.typed().unwrap();
    assert_eq!(
        text,
        r#"Answer { head: Head { status: 422, headers: ["set-cookie"] }, body: 18 bytes }"#
    );
}

#[test]
fn a_request_shows_names_and_where_it_goes() {
    let client = Client::builder().base_url("https://x.example/v1").build().unwrap();
    let request = client.pets().list().query_param("q", CANARY).header("x-own", CANARY);
    assert_eq!(
        format!("{:?}", request.build().unwrap()),
        r#"Request { method: GET, url: "https://x.example/v1/pets", query: ["q"], headers: ["x-own", "accept", "user-agent"], body: 0 bytes }"#
    );
}

#[test]
fn models_hide_their_secret_fields() {
    let login = Login {
        user: "ann".to_owned(),
        password: Some(CANARY.to_owned()),
    };
    assert_eq!(format!("{login:?}"), r#"Login { user: "ann", password: [redacted] }"#);
    let without = Login {
        user: "ann".to_owned(),
        password: None,
    };
    assert_eq!(format!("{without:?}"), r#"Login { user: "ann", password: None }"#);
    debug_is_silent(&Some(login.clone()));
    debug_is_silent(&Tagged::Login(login));
}

#[tokio::test]
async fn a_query_is_in_no_message() {
    let script = Scripted::new([crate::support::scripted::status(400), page()]);
    let error = script
        .client()
        .pets()
        .list()
        .query_param("q", CANARY)
        .send()
        .await
        .unwrap_err();
    is_silent(&all_text(&error));
}

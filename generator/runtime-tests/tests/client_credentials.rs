//! Access tokens that a client gets for itself, on a paused clock.

use std::time::Duration;

use oasmith_runtime::{ClientCredentials, ErrorKind, Request};

use crate::support::all_text;
use crate::support::pets::Client;
use crate::support::scripted::{Scripted, Step, page, status};

const TOKEN: &str = r#"{"access_token": "T1", "token_type": "Bearer", "expires_in": 3600}"#;
const NEXT: &str = r#"{"access_token": "T2", "token_type": "Bearer", "expires_in": 3600}"#;

fn token(body: &'static str) -> Step {
    Step::Answer(200, Vec::new(), body)
}

fn client(script: &Scripted, credentials: ClientCredentials) -> Client {
    script.client_with(|builder| builder.oauth(credentials))
}

fn credentials() -> ClientCredentials {
    ClientCredentials::new("my id", "CANARY:s")
}

fn authorization(request: &Request) -> &str {
    request.headers()["authorization"].to_str().unwrap()
}

/// Which requests were sent: those for tokens by the word, the others by their authorization.
fn sent(script: &Scripted) -> Vec<String> {
    let name = |request: &Request| match request.url() {
        "https://login.pets.example/token" => "token".to_owned(),
        _ => authorization(request).to_owned(),
    };
    script.requests().iter().map(name).collect()
}

async fn wait(seconds: u64) {
    tokio::time::sleep(Duration::from_secs(seconds)).await;
}

#[tokio::test(start_paused = true)]
async fn a_token_is_asked_for_once_and_used_until_it_nearly_expires() {
    let script = Scripted::new([token(TOKEN), page(), page(), page(), token(NEXT), page()]);
    let pets = client(&script, credentials()).pets();
    pets.list().send().await.unwrap();
    wait(1000).await;
    pets.list().send().await.unwrap();
    wait(2530).await;
    pets.list().send().await.unwrap();
    wait(20).await;
    pets.list().send().await.unwrap();
    assert_eq!(
        sent(&script),
        ["token", "Bearer T1", "Bearer T1", "Bearer T1", "token", "Bearer T2"]
    );
}

#[tokio::test(start_paused = true)]
async fn the_request_for_a_token_is_that_of_the_rfc() {
    let script = Scripted::new([token(TOKEN), page()]);
    let credentials = credentials()
        .scope("pets:read")
        .scope("pets:write")
        .parameter("audience", "https://pets.example/");
    client(&script, credentials).pets().list().send().await.unwrap();
    let request = &script.requests()[0];
    assert_eq!(request.method(), "POST");
    assert_eq!(request.headers()["content-type"], "application/x-www-form-urlencoded");
    // "my%20id:CANARY%3As"
    assert_eq!(authorization(request), "Basic bXklMjBpZDpDQU5BUlklM0Fz");
    assert!(request.headers()["authorization"].is_sensitive());
    assert_eq!(
        std::str::from_utf8(request.body()).unwrap(),
        "grant_type=client_credentials&scope=pets%3Aread%20pets%3Awrite&audience=https%3A%2F%2Fpets.example%2F"
    );
}

#[tokio::test(start_paused = true)]
async fn the_secret_goes_into_the_body_on_request() {
    let script = Scripted::new([token(TOKEN), page()]);
    let pets = client(&script, credentials().secret_in_body()).pets();
    pets.list().send().await.unwrap();
    let request = &script.requests()[0];
    assert!(!request.headers().contains_key("authorization"));
    assert_eq!(
        std::str::from_utf8(request.body()).unwrap(),
        "grant_type=client_credentials&client_id=my%20id&client_secret=CANARY%3As"
    );
}

#[tokio::test(start_paused = true)]
async fn however_many_wait_for_a_token_it_is_asked_for_once() {
    let steps = [token(TOKEN)].into_iter().chain((0..20).map(|_| page()));
    let script = Scripted::new(steps);
    let pets = client(&script, credentials()).pets();
    let calls: Vec<_> = (0..20).map(|_| tokio::spawn(pets.list().send())).collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!(sent(&script).iter().filter(|name| *name == "token").count(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_refused_token_is_replaced_once() {
    let script = Scripted::new([token(TOKEN), status(401), token(NEXT), page()]);
    client(&script, credentials()).pets().list().send().await.unwrap();
    assert_eq!(sent(&script), ["token", "Bearer T1", "token", "Bearer T2"]);

    let script = Scripted::new([token(TOKEN), status(401), token(NEXT), status(401)]);
    let error = client(&script, credentials()).pets().list().send().await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Status, Some(401)));
    assert_eq!(sent(&script).len(), 4);
}

#[tokio::test(start_paused = true)]
async fn a_token_that_cannot_be_had_is_an_error_of_its_own() {
    let refusal = Step::Answer(400, Vec::new(), r#"{"error": "invalid_client"}"#);
    let script = Scripted::new([refusal]);
    let error = client(&script, credentials()).pets().list().send().await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Credential, None));
    assert_eq!(error.operation(), Some("list_pets"));
    let text = all_text(&error);
    assert!(text.contains("400 Bad Request"), "{text}");
    assert!(!text.contains("CANARY"), "{text}");
    assert_eq!(script.requests().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn the_server_of_tokens_is_asked_again_when_it_fails() {
    let script = Scripted::new([status(503), Step::Refuse, token(TOKEN), page()]);
    client(&script, credentials()).pets().list().send().await.unwrap();
    assert_eq!(sent(&script), ["token", "token", "token", "Bearer T1"]);
}

#[tokio::test(start_paused = true)]
async fn a_token_serves_while_no_other_can_be_had() {
    let script = Scripted::new([token(TOKEN), page(), status(400), page(), status(400)]);
    let pets = client(&script, credentials()).pets();
    pets.list().send().await.unwrap();
    wait(3560).await;
    pets.list().send().await.unwrap();
    assert_eq!(sent(&script), ["token", "Bearer T1", "token", "Bearer T1"]);
    wait(60).await;
    let error = pets.list().send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credential);
}

#[tokio::test(start_paused = true)]
async fn the_secret_goes_to_a_safe_place_only() {
    for url in [
        "http://login.pets.example/token",
        "https://CANARY@login.pets.example/",
        "//[",
    ] {
        let script = Scripted::new([token(TOKEN), page()]);
        let pets = client(&script, credentials().token_url(url)).pets();
        let error = pets.list().send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Credential);
        assert!(!all_text(&error).contains("CANARY"), "{error}");
        assert!(script.requests().is_empty());
    }
    let script = Scripted::new([token(TOKEN), page()]);
    let pets = client(&script, credentials().token_url("/oauth/token")).pets();
    pets.list().send().await.unwrap();
    assert_eq!(script.requests()[0].url(), "https://api.pets.example/oauth/token");
}

#[tokio::test(start_paused = true)]
async fn an_answer_without_a_token_is_told() {
    for answer in ["{}", r#"{"access_token": ""}"#, "<html>"] {
        let script = Scripted::new([token(answer)]);
        let error = client(&script, credentials()).pets().list().send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Credential, "{answer}");
    }
}

#[test]
fn nothing_of_it_is_shown() {
    let shown = format!("{:?} {:?}", credentials(), Client::builder().oauth(credentials()));
    assert!(!shown.contains("CANARY"), "{shown}");
}

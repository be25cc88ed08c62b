//! Credentials that a function of the user provides.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use oasmith_runtime::{Credential, ErrorKind};

use crate::support::all_text;
use crate::support::scripted::{Scripted, page, status};

#[tokio::test(start_paused = true)]
async fn the_function_is_asked_for_each_call() {
    let calls = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&calls);
    let provider = Credential::provider(move || {
        let number = counter.fetch_add(1, Ordering::Relaxed);
        async move { Ok::<_, String>(format!("T{number}")) }
    });
    let script = Scripted::new([page(), status(503), page()]);
    let pets = script.client_with(|builder| builder.bearer(provider)).pets();
    pets.list().send().await.unwrap();
    pets.list().send().await.unwrap();
    let sent = script.requests();
    let sent: Vec<_> = sent
        .iter()
        .map(|request| request.headers()["authorization"].clone())
        .collect();
    // All attempts of a call carry the same.
    assert_eq!(sent, ["Bearer T0", "Bearer T1", "Bearer T1"]);
    assert_eq!(calls.load(Ordering::Relaxed), 2);
}

#[tokio::test(start_paused = true)]
async fn what_it_fails_with_is_the_source_of_the_error() {
    let script = Scripted::new([page()]);
    let provider = Credential::provider(|| async { Err::<String, _>("the vault is sealed") });
    let pets = script
        .client_with(|builder| builder.header_key("h").query_key(provider))
        .pets();
    let error = pets.list().send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credential);
    assert_eq!(
        error.to_string(),
        "list_pets (GET /pets): a credential cannot be had: `QueryKey`"
    );
    assert!(all_text(&error).contains("the vault is sealed"));
    assert!(script.requests().is_empty());
}

#[tokio::test(start_paused = true)]
async fn an_empty_token_is_told() {
    let script = Scripted::new([page()]);
    let provider = Credential::provider(|| async { Ok::<_, String>("") });
    let error = script.client_with(|builder| builder.bearer(provider)).pets().list();
    assert_eq!(error.send().await.unwrap_err().kind(), ErrorKind::Credential);
}

#[tokio::test(start_paused = true)]
async fn a_request_has_a_provider_of_its_own() {
    let script = Scripted::new([page()]);
    let provider = Credential::provider(|| async { Ok::<_, String>("of the request") });
    let pets = script.client_with(|builder| builder.bearer("of the client")).pets();
    pets.list().bearer(provider).send().await.unwrap();
    assert_eq!(script.requests()[0].headers()["authorization"], "Bearer of the request");
}

#[test]
fn a_request_that_is_only_built_asks_nobody() {
    let provider = Credential::provider(|| async { Ok::<_, String>("T") });
    let pets = Scripted::new([]).client_with(|builder| builder.bearer(provider)).pets();
    let request = pets.list().build().unwrap();
    assert!(!request.headers().contains_key("authorization"));
}

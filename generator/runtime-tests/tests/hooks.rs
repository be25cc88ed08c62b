//! What hooks see and change.

use std::error::Error as StdError;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use oasmith_runtime::{Attempt, ErrorKind, Hook, Outcome, Request};

use crate::support::all_text;
use crate::support::scripted::{Scripted, Step, page, status};

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<String>>>);

impl Log {
    fn lines(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }
}

impl Hook for Log {
    fn before(&self, attempt: &Attempt, request: &mut Request) -> Result<(), Box<dyn StdError + Send + Sync>> {
        let number = attempt.number();
        request.headers_mut().insert("x-attempt", number.into());
        let line = format!(
            "{number}: {} {} {}",
            attempt.operation(),
            attempt.method(),
            attempt.path()
        );
        self.0.lock().unwrap().push(line);
        Ok(())
    }

    fn after(&self, attempt: &Attempt, outcome: &Outcome<'_>) {
        let error = outcome.error().map(oasmith_runtime::Error::kind);
        let line = format!(
            "{}: {:?} {error:?} {:?}",
            attempt.number(),
            outcome.status(),
            outcome.duration()
        );
        self.0.lock().unwrap().push(line);
    }
}

#[tokio::test(start_paused = true)]
async fn each_attempt_is_seen_before_and_after() {
    let (log, script) = (Log::default(), Scripted::new([Step::Break, status(503), page()]));
    let client = script.client_with(|builder| builder.hook(log.clone()));
    client.pets().list().send().await.unwrap();
    let seen = log.lines();
    assert_eq!(
        seen,
        [
            "1: list_pets GET /pets",
            "1: None Some(Transport) 0ns",
            "2: list_pets GET /pets",
            "2: Some(503) Some(Status) 0ns",
            "3: list_pets GET /pets",
            "3: Some(200) None 0ns",
        ]
    );
    let sent: Vec<_> = script
        .requests()
        .iter()
        .map(|request| request.headers()["x-attempt"].clone())
        .collect();
    assert_eq!(sent, ["1", "2", "3"]);
}

#[tokio::test(start_paused = true)]
async fn an_attempt_has_a_duration() {
    let (log, script) = (Log::default(), Scripted::new([Step::Hang]));
    let client = script.client_with(|builder| builder.hook(log.clone()).retries(0));
    let error = client
        .pets()
        .list()
        .timeout(Duration::from_secs(7))
        .send()
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert_eq!(log.lines()[1], "1: None Some(Timeout) 7s");
}

struct Refusal;

impl Hook for Refusal {
    fn before(&self, _: &Attempt, _: &mut Request) -> Result<(), Box<dyn StdError + Send + Sync>> {
        Err("not on Sundays".into())
    }
}

#[tokio::test(start_paused = true)]
async fn a_hook_can_refuse() {
    let script = Scripted::new([page()]);
    let error = script.client_with(|builder| builder.hook(Refusal)).pets().list();
    let error = error.send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Build);
    assert!(all_text(&error).contains("not on Sundays"));
    assert!(script.requests().is_empty());
}

//! Retries and time limits that a description declares.

use std::time::Duration;

use oasmith_runtime::ErrorKind;
use oasmith_runtime::runtime::retry::Policy;
use oasmith_runtime::runtime::{Call, Operation};
use tokio::time::Instant;

use crate::support::scripted::{Scripted, Step, status};

static PATIENT: Operation = Operation {
    id: "patient",
    method: "POST",
    path: "/patient",
    timeout: Some(3000),
    retries: &Policy {
        first: 1000,
        longest: 4000,
        factor: 3.0,
        statuses: &[(429, 429), (500, 599)],
        connections: false,
        total: Some(60_000),
    },
    ..Operation::DEFAULT
};

fn call(script: &Scripted) -> Call {
    Call::new(script.client().core(), &PATIENT)
}

#[tokio::test(start_paused = true)]
async fn a_call_is_tried_again_for_as_long_as_the_description_says() {
    let script = Scripted::new((0..1000).map(|_| status(507)));
    let start = Instant::now();
    let error = call(&script).send(|_| Ok(())).await.unwrap_err();
    assert_eq!(error.status(), Some(507));
    assert!(error.attempts() > 10, "{error}");
    assert!(start.elapsed() < Duration::from_secs(60));
    assert!(script.waits().iter().all(|wait| *wait <= Duration::from_secs(4)));
}

#[tokio::test(start_paused = true)]
async fn other_failures_end_it() {
    for step in [status(408), Step::Break, Step::Refuse] {
        let script = Scripted::new([step, status(200)]);
        assert!(call(&script).send(|_| Ok(())).await.is_err());
        assert_eq!(script.requests().len(), 1);
    }
}

#[tokio::test(start_paused = true)]
async fn the_word_of_the_caller_is_stronger() {
    let script = Scripted::new((0..9).map(|_| status(500)));
    let error = call(&script).retries(1).send(|_| Ok(())).await.unwrap_err();
    assert_eq!(error.attempts(), 2);
}

#[tokio::test(start_paused = true)]
async fn an_attempt_has_the_declared_time() {
    let start = Instant::now();
    let script = Scripted::new([Step::Hang]);
    let error = call(&script).retries(0).send(|_| Ok(())).await.unwrap_err();
    assert_eq!(
        (error.kind(), start.elapsed()),
        (ErrorKind::Timeout, Duration::from_secs(3))
    );
    let script = Scripted::new([Step::Hang]);
    let start = Instant::now();
    let quick = call(&script).retries(0).timeout(Duration::from_secs(1));
    quick.send(|_| Ok(())).await.unwrap_err();
    assert_eq!(start.elapsed(), Duration::from_secs(1));
}

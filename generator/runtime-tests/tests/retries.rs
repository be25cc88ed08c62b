//! Retries and time limits, on a paused clock: no test waits, and every time is exact.

use std::collections::HashSet;
use std::time::Duration;

use oasmith_runtime::ErrorKind;
use tokio::time::Instant;

use crate::support::pets::{Order, Pet};
use crate::support::scripted::{Scripted, Step, page, status, with_header};

const SECOND: Duration = Duration::from_secs(1);

#[tokio::test(start_paused = true)]
async fn out_of_attempts() {
    let script = Scripted::new([status(503), status(502), status(500), page()]);
    let error = script.client().pets().list().send().await.unwrap_err();
    assert_eq!(
        (error.status(), error.attempts(), error.is_retryable()),
        (Some(500), 3, true)
    );
    assert!(
        error
            .to_string()
            .ends_with("500 Internal Server Error, after 3 attempts"),
        "{error}"
    );
    assert_eq!(script.requests().len(), 3);
}

#[tokio::test(start_paused = true)]
async fn success_at_last() {
    for failure in [
        status(408),
        status(429),
        status(500),
        status(502),
        status(503),
        status(504),
        Step::Break,
        Step::Refuse,
    ] {
        let script = Scripted::new([failure.clone(), failure.clone(), page()]);
        assert!(script.client().pets().list().send().await.is_ok(), "{failure:?}");
        assert_eq!(script.requests().len(), 3);
    }
}

#[tokio::test(start_paused = true)]
async fn what_does_not_go_away_is_not_tried_again() {
    for code in [400, 401, 403, 404, 409, 422, 501, 505] {
        let script = Scripted::new([status(code), page()]);
        let error = script.client().pets().list().send().await.unwrap_err();
        assert_eq!((error.status(), error.attempts()), (Some(code), 1));
    }
    let script = Scripted::new([status(200), page()]);
    assert_eq!(
        script.client().pets().list().send().await.unwrap_err().kind(),
        ErrorKind::Decode
    );
    assert_eq!(script.requests().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_request_that_may_have_been_seen_is_not_repeated() {
    let pet = Pet::new(1, "Tom");
    for failure in [status(503), status(429), Step::Break, Step::Hang] {
        let script = Scripted::new([failure.clone(), page()]);
        let error = script.client().pets().create(&pet).send().await.unwrap_err();
        assert_eq!((error.attempts(), script.requests().len()), (1, 1), "{failure:?}");
        assert!(error.is_retryable());
    }
}

#[tokio::test(start_paused = true)]
async fn a_connection_that_was_not_made_is_tried_again_for_every_method() {
    let script = Scripted::new([Step::Refuse, Step::Refuse, Step::Refuse]);
    let error = script
        .client()
        .pets()
        .create(&Pet::new(1, "Tom"))
        .send()
        .await
        .unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connect, 3));
}

#[tokio::test(start_paused = true)]
async fn all_attempts_carry_the_same_idempotency_key() {
    let script = Scripted::new([status(503), Step::Break, status(200)]);
    script.client().pets().order(&Order::default()).send().await.unwrap();
    let requests = script.requests();
    let keys: HashSet<_> = requests
        .iter()
        .map(|request| request.headers()["idempotency-key"].clone())
        .collect();
    assert_eq!((requests.len(), keys.len()), (3, 1));
}

#[tokio::test(start_paused = true)]
async fn retries_can_be_chosen() {
    let script = Scripted::new([status(503), status(503)]);
    let client = script.client_with(|builder| builder.retries(0));
    assert_eq!(client.pets().list().send().await.unwrap_err().attempts(), 1);
    assert_eq!(client.pets().list().retries(5).send().await.unwrap_err().attempts(), 6);
}

#[tokio::test(start_paused = true)]
async fn waits_stay_below_their_growing_limit() {
    let script = Scripted::new((0..8).map(|_| status(503)));
    let client = script.client_with(|builder| builder.retries(7));
    client.pets().list().send().await.unwrap_err();
    let limits = [500, 1000, 2000, 4000, 8000, 8000, 8000].map(Duration::from_millis);
    let waits = script.waits();
    assert_eq!(waits.len(), limits.len());
    for (wait, limit) in waits.iter().zip(limits) {
        // The timer counts in milliseconds, and rounds up.
        assert!(*wait <= limit + Duration::from_millis(1), "{wait:?} > {limit:?}");
    }
    assert!(waits.iter().collect::<HashSet<_>>().len() > 1, "no jitter: {waits:?}");
}

#[tokio::test(start_paused = true)]
async fn retry_after_is_obeyed_up_to_a_minute() {
    for (name, value, wait) in [
        ("retry-after", "7", 7 * SECOND),
        ("retry-after", "60", 60 * SECOND),
        ("retry-after-ms", "1500", Duration::from_millis(1500)),
        ("retry-after", "0", Duration::ZERO),
    ] {
        let script = Scripted::new([with_header(429, name, value), page()]);
        assert!(script.client().pets().list().send().await.is_ok());
        assert_eq!(script.waits(), [wait], "{name}: {value}");
    }
    let date = vec![
        ("retry-after", "Sun, 06 Nov 1994 08:49:37 GMT".to_owned()),
        ("date", "Sun, 06 Nov 1994 08:49:07 GMT".to_owned()),
    ];
    let script = Scripted::new([Step::Answer(503, date, ""), page()]);
    assert!(script.client().pets().list().send().await.is_ok());
    assert_eq!(script.waits(), [30 * SECOND]);
}

#[tokio::test(start_paused = true)]
async fn a_longer_retry_after_is_the_callers_choice() {
    let script = Scripted::new([with_header(429, "retry-after", "61"), page()]);
    let start = Instant::now();
    let error = script.client().pets().list().send().await.unwrap_err();
    assert_eq!((error.retry_after(), error.attempts()), (Some(61 * SECOND), 1));
    assert_eq!(start.elapsed(), Duration::ZERO);
}

#[tokio::test(start_paused = true)]
async fn a_budget_bounds_the_retries_of_a_client() {
    let script = Scripted::new((0..100).map(|_| status(503)));
    let client = script.client_with(|builder| builder.retry_budget(3));
    let mut attempts = Vec::new();
    for _ in 0..4 {
        // Clones share the budget.
        attempts.push(client.clone().pets().list().send().await.unwrap_err().attempts());
    }
    assert_eq!(attempts, [3, 2, 1, 1]);
}

#[tokio::test(start_paused = true)]
async fn ten_successes_earn_a_retry() {
    let steps = [status(503), status(503)].into_iter().chain((0..10).map(|_| page()));
    let script = Scripted::new(steps.chain([status(503), status(503), status(503)]));
    let client = script.client_with(|builder| builder.retry_budget(1));
    assert_eq!(client.pets().list().send().await.unwrap_err().attempts(), 2);
    for _ in 0..10 {
        client.pets().list().send().await.unwrap();
    }
    assert_eq!(client.pets().list().send().await.unwrap_err().attempts(), 2);
    assert_eq!(client.pets().list().send().await.unwrap_err().attempts(), 1);
}

#[tokio::test(start_paused = true)]
async fn an_attempt_has_a_minute() {
    let script = Scripted::new([Step::Hang]);
    let start = Instant::now();
    let error = script.client().pets().list().retries(0).send().await.unwrap_err();
    assert_eq!(
        (error.kind(), error.status(), error.attempts()),
        (ErrorKind::Timeout, None, 1)
    );
    assert_eq!(start.elapsed(), 60 * SECOND);
}

#[tokio::test(start_paused = true)]
async fn the_time_of_an_attempt_can_be_chosen() {
    let script = Scripted::new([Step::Hang, Step::Hang, Step::Hang]);
    let client = script.client_with(|builder| builder.timeout(5 * SECOND).retries(0));
    let start = Instant::now();
    assert_eq!(
        client.pets().list().send().await.unwrap_err().kind(),
        ErrorKind::Timeout
    );
    assert_eq!(start.elapsed(), 5 * SECOND);
    assert_eq!(
        client.pets().list().timeout(SECOND).send().await.unwrap_err().kind(),
        ErrorKind::Timeout
    );
    assert_eq!(start.elapsed(), 6 * SECOND);
    assert_eq!(
        client
            .pets()
            .list()
            .timeout(SECOND)
            .send_raw()
            .await
            .unwrap_err()
            .kind(),
        ErrorKind::Timeout
    );
    assert_eq!(start.elapsed(), 7 * SECOND);
}

#[tokio::test(start_paused = true)]
async fn no_time_limit_is_too_long_to_count() {
    let script = Scripted::new([page()]);
    let client = script.client_with(|builder| builder.timeout(Duration::MAX).total_timeout(Duration::MAX));
    assert!(client.pets().list().send().await.is_ok());
}

#[tokio::test(start_paused = true)]
async fn a_call_ends_at_its_deadline() {
    let script = Scripted::new([Step::Hang, Step::Hang, Step::Hang]);
    let client = script.client_with(|builder| builder.timeout(4 * SECOND).total_timeout(6 * SECOND));
    let start = Instant::now();
    let error = client.pets().list().send().await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Timeout, 2));
    assert_eq!(start.elapsed(), 6 * SECOND);
}

#[tokio::test(start_paused = true)]
async fn a_wait_beyond_the_deadline_is_not_begun() {
    let script = Scripted::new([with_header(503, "retry-after", "20"), page()]);
    let client = script.client_with(|builder| builder.total_timeout(10 * SECOND));
    let start = Instant::now();
    let error = client.pets().list().send().await.unwrap_err();
    assert_eq!((error.status(), error.attempts()), (Some(503), 1));
    assert_eq!(start.elapsed(), Duration::ZERO);
}

#[tokio::test(start_paused = true)]
async fn a_raw_request_is_tried_again_and_its_last_answer_left_alone() {
    let script = Scripted::new([status(503), page()]);
    assert_eq!(script.client().pets().list().send_raw().await.unwrap().status(), 200);

    let script = Scripted::new([status(503), status(503), with_header(503, "x-last", "1")]);
    let raw = script.client().pets().list().send_raw().await.unwrap();
    assert_eq!(
        (raw.status(), &raw.headers()["x-last"]),
        (503, &http::HeaderValue::from_static("1"))
    );
    assert_eq!(script.requests().len(), 3);
}

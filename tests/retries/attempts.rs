//! What is sent again, and how often.

use api_token_sdk::{ErrorKind, Result, deepset_cloud, nvidia_air};

use crate::operations::{OPERATIONS, clients};
use crate::scripted::{Scripted, Step, status, with_header};
use crate::{repeatable, retrying, success};

/// Failures that may go away, but after which nobody knows what the server has done.
fn failures() -> Vec<Step> {
    let answers = [408, 429, 500, 502, 503, 504].map(status);
    answers
        .into_iter()
        .chain([Step::Break, Step::Hang, Step::Stall])
        .collect()
}

#[tokio::test(start_paused = true)]
async fn three_attempts_and_then_the_last_failure() -> Result<()> {
    for operation in repeatable() {
        let script = Scripted::new([status(503), Step::Break, status(500), success(operation)]);
        let clients = clients!(.transport(script.clone()));

        let error = operation.send(&clients).await.unwrap_err();

        assert_eq!((error.kind(), error.status()), (ErrorKind::Status, Some(500)));
        assert_eq!((error.operation(), error.attempts()), (Some(operation.id), 3));
        assert!(error.is_retryable());
        let message = error.to_string();
        assert!(
            message.ends_with("500 Internal Server Error, after 3 attempts"),
            "{message}"
        );
        assert_eq!(script.requests().len(), 3);
    }
    Ok(())
}

#[tokio::test(start_paused = true)]
async fn success_at_last_with_the_same_request() -> Result<()> {
    for operation in repeatable() {
        for failure in failures() {
            let script = Scripted::new([failure.clone(), failure.clone(), success(operation)]);
            let clients = clients!(.transport(script.clone()).http_bearer("token"));

            let answer = operation.send(&clients).await?;

            assert_eq!(answer, operation.value(), "{}: {failure:?}", operation.id);
            let requests = script.requests();
            assert_eq!(requests.len(), 3, "{}: {failure:?}", operation.id);
            assert_eq!(requests[0].headers()["authorization"], "Bearer token");
            for again in &requests[1..] {
                assert_eq!(again.method(), requests[0].method());
                assert_eq!(again.url(), requests[0].url());
                assert_eq!(again.headers(), requests[0].headers());
                assert_eq!(again.body(), requests[0].body());
            }
        }
    }
    Ok(())
}

#[tokio::test(start_paused = true)]
async fn a_connection_that_was_not_made_is_tried_again_by_every_operation() -> Result<()> {
    for operation in &OPERATIONS {
        let script = Scripted::new([Step::Refuse, Step::Refuse, success(operation)]);
        let answer = operation.send(&clients!(.transport(script.clone()))).await?;
        assert_eq!(answer, operation.value(), "{}", operation.id);
        let requests = script.requests();
        assert_eq!(requests.len(), 3);
        assert_eq!(requests[2].body(), requests[0].body(), "{}", operation.id);

        let nobody = Scripted::new([]);
        let error = operation.send(&clients!(.transport(nobody.clone()))).await.unwrap_err();
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connect, 3));
        assert_eq!(nobody.requests().len(), 3);
    }
    Ok(())
}

#[tokio::test(start_paused = true)]
async fn what_creates_something_is_not_repeated() -> Result<()> {
    let asking = [
        with_header(429, "retry-after", "1"),
        with_header(503, "retry-after-ms", "10"),
    ];
    for operation in OPERATIONS.iter().filter(|operation| !operation.is_repeatable()) {
        for failure in failures().into_iter().chain(asking.clone()) {
            let script = Scripted::new([failure.clone(), success(operation)]);
            let error = operation
                .send(&clients!(.transport(script.clone()).retries(5)))
                .await
                .unwrap_err();
            assert_eq!(
                (error.attempts(), script.requests().len()),
                (1, 1),
                "{}: {failure:?}",
                operation.id
            );
            assert!(
                error.is_retryable(),
                "the caller may know better: {}: {failure:?}",
                operation.id
            );
        }
    }
    Ok(())
}

#[tokio::test(start_paused = true)]
async fn an_idempotency_key_that_the_service_does_not_know_makes_nothing_repeatable() -> Result<()> {
    let script = Scripted::new([status(503), status(503)]);
    let clients = clients!(.transport(script.clone()));
    let create_token = clients
        .deepset_cloud
        .api_token()
        .create_token(deepset_cloud::models::CreateToken::new());
    let create = clients
        .nvidia_air
        .api_tokens()
        .create(nvidia_air::models::CreateToken::new("a"));

    assert_eq!(
        create_token
            .header("Idempotency-Key", "key")
            .send()
            .await
            .unwrap_err()
            .attempts(),
        1
    );
    assert_eq!(
        create
            .header("Idempotency-Key", "key")
            .send()
            .await
            .unwrap_err()
            .attempts(),
        1
    );

    let requests = script.requests();
    assert_eq!(requests.len(), 2);
    assert!(
        requests
            .iter()
            .all(|request| request.headers()["idempotency-key"] == "key")
    );
    Ok(())
}

#[tokio::test(start_paused = true)]
async fn what_does_not_go_away_is_not_tried_again() -> Result<()> {
    for operation in repeatable() {
        for code in [400, 401, 403, 404, 409, 422, 501, 505] {
            let script = Scripted::new([with_header(code, "retry-after", "1"), success(operation)]);
            let error = operation.send(&clients!(.transport(script.clone()))).await.unwrap_err();
            assert_eq!(
                (error.status(), error.attempts(), error.is_retryable()),
                (Some(code), 1, false)
            );
            assert_eq!(script.requests().len(), 1);
        }
    }
    let garbage = Scripted::new([Step::Answer(200, Vec::new(), "garbage"), status(200)]);
    let error = retrying(&garbage, 2)?.api_token().list().send().await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Decode, 1));
    Ok(())
}

#[tokio::test(start_paused = true)]
async fn a_request_goes_before_its_client() -> Result<()> {
    let script = Scripted::new(vec![status(503); 7]);
    let list = retrying(&script, 0)?.api_token().list();
    assert_eq!(list.clone().send().await.unwrap_err().attempts(), 1);
    assert_eq!(list.retries(5).send().await.unwrap_err().attempts(), 6);
    Ok(())
}

#[tokio::test(start_paused = true)]
async fn a_raw_answer_is_tried_again_and_its_last_status_left_alone() -> Result<()> {
    let script = Scripted::new([status(503), Step::Break, with_header(503, "x-last", "1"), status(200)]);
    let raw = retrying(&script, 2)?.api_token().list().send_raw().await?;
    assert_eq!((raw.status(), script.requests().len()), (503, 3));
    assert_eq!(raw.headers()["x-last"], "1");
    Ok(())
}

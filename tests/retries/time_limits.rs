//! The time of an attempt, and of a call with all its attempts.

use std::time::Duration;

use api_token_sdk::{ErrorKind, Result, nvidia_air};
use tokio::time::Instant;

use crate::operations::{OPERATIONS, clients};
use crate::scripted::{Scripted, Step, with_header};
use crate::{SECOND, repeatable, success};

#[tokio::test(start_paused = true)]
async fn an_attempt_has_a_minute_for_headers_and_body() -> Result<()> {
    for operation in &OPERATIONS {
        for failure in [Step::Hang, Step::Stall] {
            let script = Scripted::new([failure.clone()]);
            let start = Instant::now();
            let error = operation
                .send(&clients!(.transport(script.clone()).retries(0)))
                .await
                .unwrap_err();
            assert_eq!(
                (error.kind(), error.status()),
                (ErrorKind::Timeout, None),
                "{failure:?}"
            );
            assert_eq!(start.elapsed(), 60 * SECOND, "{failure:?}");
        }
    }
    Ok(())
}

#[tokio::test(start_paused = true)]
async fn the_time_of_an_attempt_is_that_of_the_request_or_of_its_client() -> Result<()> {
    let script = Scripted::new(vec![Step::Hang; 2]);
    let client = nvidia_air::Client::builder()
        .transport(script)
        .timeout(5 * SECOND)
        .retries(0)
        .build()?;
    for (request, time) in [
        (client.api_tokens_v2().list(), 5 * SECOND),
        (client.api_tokens_v2().list().timeout(SECOND), SECOND),
    ] {
        let start = Instant::now();
        assert_eq!(request.send().await.unwrap_err().kind(), ErrorKind::Timeout);
        assert_eq!(start.elapsed(), time);
    }
    Ok(())
}

#[tokio::test(start_paused = true)]
async fn a_call_ends_at_its_deadline_in_the_middle_of_an_attempt() -> Result<()> {
    for operation in repeatable() {
        for failure in [Step::Hang, Step::Stall] {
            let script = Scripted::new(vec![failure.clone(); 3]);
            let clients = clients!(.transport(script.clone()).timeout(4 * SECOND).total_timeout(6 * SECOND));
            let start = Instant::now();
            let error = operation.send(&clients).await.unwrap_err();
            assert_eq!((error.kind(), error.attempts()), (ErrorKind::Timeout, 2), "{failure:?}");
            assert_eq!(start.elapsed(), 6 * SECOND, "{failure:?}");
        }
    }
    Ok(())
}

#[tokio::test(start_paused = true)]
async fn a_wait_beyond_the_deadline_is_not_begun() -> Result<()> {
    for operation in repeatable() {
        let script = Scripted::new([with_header(503, "retry-after", "20"), success(operation)]);
        let clients = clients!(.transport(script.clone()).total_timeout(10 * SECOND));
        let start = Instant::now();
        let error = operation.send(&clients).await.unwrap_err();
        assert_eq!((error.status(), error.attempts()), (Some(503), 1));
        assert_eq!(
            (start.elapsed(), script.requests().len()),
            (Duration::ZERO, 1),
            "{}",
            operation.id
        );
    }
    Ok(())
}

#[tokio::test(start_paused = true)]
async fn a_deadline_holds_for_a_raw_body_too() -> Result<()> {
    let script = Scripted::new([Step::Stall]);
    let client = nvidia_air::Client::builder()
        .transport(script)
        .total_timeout(6 * SECOND)
        .build()?;
    let start = Instant::now();
    let mut raw = client.api_tokens().list().send_raw().await?;
    assert_eq!(raw.chunk().await.unwrap_err().kind(), ErrorKind::Timeout);
    assert_eq!(start.elapsed(), 6 * SECOND);
    Ok(())
}

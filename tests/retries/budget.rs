//! The retries that a client may spend while nothing succeeds.

use api_token_sdk::{Result, nvidia_air};

use crate::scripted::{Scripted, Step, status};

#[tokio::test(start_paused = true)]
async fn a_budget_is_shared_by_all_that_comes_from_one_client() -> Result<()> {
    let script = Scripted::new(vec![status(503); 100]);
    let builder = nvidia_air::Client::builder().transport(script.clone()).retry_budget(3);
    let client = builder.clone().build()?;

    let spent = [
        attempts(client.api_tokens().list().send().await),
        attempts(client.clone().api_tokens_v2().list().send().await),
        attempts(client.api_tokens().list().retries(9).send().await),
        attempts(client.api_tokens_v2().list().send().await),
    ];

    assert_eq!(spent, [3, 2, 1, 1].map(Some));
    let another = builder.build()?;
    assert_eq!(attempts(another.api_tokens().list().send().await), Some(3));
    Ok(())
}

#[tokio::test(start_paused = true)]
async fn a_budget_is_earned_back_by_ten_successes() -> Result<()> {
    for (successes, expected) in [(9, 1), (10, 2)] {
        let answer = Step::Answer(200, Vec::new(), "[]");
        let steps = vec![status(503); 2].into_iter().chain(vec![answer; successes]);
        let script = Scripted::new(steps.chain([status(503), status(503)]));
        let client = nvidia_air::Client::builder()
            .transport(script.clone())
            .retry_budget(1)
            .build()?;
        let list = || client.api_tokens().list().send();

        assert_eq!(attempts(list().await), Some(2));
        for _ in 0..successes {
            assert!(list().await?.is_empty());
        }
        assert_eq!(attempts(list().await), Some(expected), "after {successes} successes");
    }
    Ok(())
}

/// The attempts of a call that failed.
fn attempts<T>(outcome: Result<T>) -> Option<u32> {
    outcome.err().map(|error| error.attempts())
}

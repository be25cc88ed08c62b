//! How long a client waits before it tries again.

use std::time::Duration;

use api_token_sdk::Result;
use tokio::time::Instant;

use crate::operations::clients;
use crate::scripted::{Scripted, Step, status, with_header};
use crate::{SECOND, repeatable, retrying, success};

/// The timer counts in milliseconds, and rounds up.
const TICK: Duration = Duration::from_millis(1);

#[tokio::test(start_paused = true)]
async fn waits_grow_to_a_cap_and_are_drawn_from_all_that_is_below() -> Result<()> {
    // So many that the chance of a test that fails for nothing is below one in ten to the power of twenty.
    const CALLS: usize = 200;
    let limits = [500, 1000, 2000, 4000, 8000, 8000, 8000].map(Duration::from_millis);
    let mut waits = vec![Vec::new(); limits.len()];
    for _ in 0..CALLS {
        let script = Scripted::new(vec![status(503); limits.len() + 1]);
        let client = retrying(&script, 7)?;
        let _ = client.api_token().list().send().await.unwrap_err();
        for (all, wait) in waits.iter_mut().zip(script.waits()) {
            all.push(wait);
        }
    }
    for (waits, limit) in waits.iter().zip(limits) {
        let (shortest, longest) = (*waits.iter().min().unwrap(), *waits.iter().max().unwrap());
        assert_eq!(waits.len(), CALLS);
        assert!(longest <= limit + TICK, "{longest:?} of at most {limit:?}");
        assert!(
            longest > limit * 3 / 4,
            "grows too little: {longest:?} of at most {limit:?}"
        );
        assert!(
            shortest < limit / 4,
            "not jittered in full: {shortest:?} of at most {limit:?}"
        );
    }
    Ok(())
}

#[tokio::test(start_paused = true)]
async fn retry_after_is_obeyed_up_to_a_minute() -> Result<()> {
    for operation in repeatable() {
        // Shorter than the client would wait, longer than that, and the most that it accepts.
        for seconds in [0, 7, 60] {
            for headers in forms_of_retry_after(seconds) {
                let limited = Step::Answer(429, headers.clone(), "");
                let script = Scripted::new([limited, success(operation)]);
                let answer = operation.send(&clients!(.transport(script.clone()))).await?;
                assert_eq!(answer, operation.value());
                assert_eq!(
                    script.waits(),
                    [Duration::from_secs(seconds)],
                    "{}: {headers:?}",
                    operation.id
                );
            }
        }
    }
    Ok(())
}

#[tokio::test(start_paused = true)]
async fn a_retry_after_beyond_a_minute_is_the_callers_choice() -> Result<()> {
    for operation in repeatable() {
        for headers in forms_of_retry_after(61) {
            let limited = Step::Answer(503, headers.clone(), "");
            let script = Scripted::new([limited, success(operation)]);
            let start = Instant::now();
            let error = operation.send(&clients!(.transport(script.clone()))).await.unwrap_err();
            assert_eq!(
                (error.retry_after(), error.attempts()),
                (Some(61 * SECOND), 1),
                "{headers:?}"
            );
            assert_eq!(start.elapsed(), Duration::ZERO, "{headers:?}");
        }
    }
    Ok(())
}

/// The forms of `Retry-After` that ask for so many seconds.
fn forms_of_retry_after(seconds: u64) -> [Vec<(&'static str, String)>; 4] {
    let at = |seconds: u64| {
        let (minutes, seconds) = (seconds / 60, seconds % 60);
        format!("Sun, 06 Nov 1994 08:{minutes:02}:{seconds:02} GMT")
    };
    [
        vec![("retry-after", seconds.to_string())],
        vec![("retry-after-ms", (seconds * 1000).to_string())],
        vec![("retry-after", at(seconds)), ("date", at(0))],
        vec![
            ("retry-after", "5".to_owned()),
            ("retry-after-ms", (seconds * 1000).to_string()),
        ],
    ]
}

#[tokio::test(start_paused = true)]
async fn a_retry_after_that_says_nothing_is_as_good_as_none() -> Result<()> {
    for value in ["soon", "-1", "", "Sun, 06 Foo 1994 08:49:37 GMT"] {
        let script = Scripted::new([with_header(429, "retry-after", value), status(400)]);
        let error = retrying(&script, 2)?.api_token().list().send().await.unwrap_err();
        assert_eq!((error.status(), error.attempts()), (Some(400), 2), "{value:?}");
        assert!(
            script.waits()[0] <= SECOND / 2 + TICK,
            "{value:?} gave {:?}",
            script.waits()
        );
    }
    Ok(())
}

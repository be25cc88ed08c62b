//! When both clients try again, how long they wait, and when they give up. The clock is paused: no test waits, and every
//! time is exact.

#![allow(clippy::unwrap_used, reason = "a test may fail anywhere, also in a helper")]

#[path = "support/operations.rs"]
mod operations;
#[path = "support/scripted.rs"]
mod scripted;

#[path = "retries/attempts.rs"]
mod attempts;
#[path = "retries/budget.rs"]
mod budget;
#[path = "retries/time_limits.rs"]
mod time_limits;
#[path = "retries/waits.rs"]
mod waits;

use std::time::Duration;

use api_token_sdk::{Result, deepset_cloud};
use operations::{OPERATIONS, Operation};
use scripted::{Scripted, Step};

const SECOND: Duration = Duration::from_secs(1);

fn success(operation: &Operation) -> Step {
    Step::Answer(operation.status, Vec::new(), operation.body)
}

/// The operations that may be sent again.
fn repeatable() -> impl Iterator<Item = &'static Operation> {
    OPERATIONS.iter().filter(|operation| operation.is_repeatable())
}

/// A client of deepset Cloud, with as many retries as the waits to look at.
fn retrying(script: &Scripted, retries: u32) -> Result<deepset_cloud::Client> {
    deepset_cloud::Client::builder()
        .transport(script.clone())
        .retries(retries)
        .build()
}

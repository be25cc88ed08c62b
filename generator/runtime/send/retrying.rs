//! Attempts, until one succeeds or no other is worth while.

use std::time::Duration;

use super::{Complete, Exchange, attempt};
use crate::runtime::{BoxFuture, ErrorKind, RawResponse, Result, clock, retry};

/// Sends a request and reads the whole answer. An error status is an error.
pub(crate) fn complete<'a>(exchange: &'a Exchange<'_>) -> BoxFuture<'a, Result<Complete>> {
    Box::pin(retrying(exchange, attempt::complete))
}

/// Sends a request and leaves the answer alone.
pub(crate) fn raw<'a>(exchange: &'a Exchange<'_>) -> BoxFuture<'a, Result<RawResponse>> {
    Box::pin(retrying(exchange, attempt::raw))
}

/// How one attempt is made.
type Attempt<T> = for<'a> fn(&'a Exchange<'_>) -> BoxFuture<'a, Result<T>>;

pub(super) async fn retrying<T: Received>(exchange: &Exchange<'_>, attempt: Attempt<T>) -> Result<T> {
    let mut attempts = 0;
    loop {
        attempts += 1;
        let outcome = attempt(exchange).await;
        let failure = failure(&outcome);
        if failure.is_none() {
            exchange.client.budget.put_back();
        }
        match failure.and_then(|failure| exchange.wait_before_next(&failure, attempts)) {
            Some(wait) => {
                // Lets go of the connection.
                drop(outcome);
                clock::sleep(wait).await;
            }
            None => {
                return outcome
                    .map(|it| it.after(attempts))
                    .map_err(|it| it.of(exchange.operation, attempts));
            }
        }
    }
}

/// A failure that may go away.
pub(super) struct Failure {
    /// The server has seen nothing of the request, so that sending it again is no repetition.
    is_unseen: bool,
    retry_after: Option<Duration>,
}

fn failure<T: Received>(outcome: &Result<T>) -> Option<Failure> {
    match outcome {
        Ok(received) => received.failure(),
        Err(error) if error.is_retryable() => Some(Failure {
            is_unseen: error.kind() == ErrorKind::Connect,
            retry_after: error.retry_after(),
        }),
        Err(_) => None,
    }
}

impl Exchange<'_> {
    /// How long to wait before the next attempt; `None` where there is to be none.
    fn wait_before_next(&self, failure: &Failure, attempts: u32) -> Option<Duration> {
        if attempts > self.retries || self.request.body.is_spent() || !(failure.is_unseen || self.is_repeatable) {
            return None;
        }
        let wait = failure
            .retry_after
            .unwrap_or_else(|| retry::backoff(attempts, retry::fraction()));
        if wait > retry::LONGEST_RETRY_AFTER || self.deadline.is_within(wait) {
            return None;
        }
        self.client.budget.take().then_some(wait)
    }
}

/// What an attempt ends with where it ends well.
pub(super) trait Received {
    /// The status of the answer.
    fn status(&self) -> u16;

    /// An answer can come and still be a failure, where its status is left to the caller.
    fn failure(&self) -> Option<Failure>;

    /// Notes how many attempts it took.
    fn after(self, attempts: u32) -> Self;
}

impl Received for Complete {
    fn status(&self) -> u16 {
        Complete::status(self)
    }

    fn failure(&self) -> Option<Failure> {
        None
    }

    fn after(self, attempts: u32) -> Self {
        self.with_attempts(attempts)
    }
}

impl Received for RawResponse {
    fn status(&self) -> u16 {
        RawResponse::status(self)
    }

    fn failure(&self) -> Option<Failure> {
        let retry_after = retry::retry_after(self.headers());
        retry::is_retryable_status(self.status()).then_some(Failure {
            is_unseen: false,
            retry_after,
        })
    }

    fn after(self, attempts: u32) -> Self {
        self.with_attempts(attempts)
    }
}

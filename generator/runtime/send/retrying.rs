//! Attempts, until one succeeds or no other is worth while.

use std::time::Duration;

use http::HeaderMap;

use super::observed::observed;
use super::{Complete, Exchange, attempt};
use crate::runtime::retry::Policy;
use crate::runtime::{BoxFuture, ErrorKind, RawResponse, Request, Result, clock, retry};

/// Sends a request and reads the whole answer. An error status is an error.
pub(crate) fn complete<'a>(exchange: &'a Exchange<'_>) -> BoxFuture<'a, Result<Complete>> {
    Box::pin(retrying(exchange, attempt::complete))
}

/// Sends a request and leaves the answer alone.
pub(crate) fn raw<'a>(exchange: &'a Exchange<'_>) -> BoxFuture<'a, Result<RawResponse>> {
    Box::pin(retrying(exchange, attempt::raw))
}

/// How one attempt is made.
pub(super) type Attempt<T> = for<'a> fn(&'a Exchange<'_>, Request) -> BoxFuture<'a, Result<T>>;

pub(super) async fn retrying<T: Received>(exchange: &Exchange<'_>, attempt: Attempt<T>) -> Result<T> {
    let mut attempts = 0;
    loop {
        attempts += 1;
        let outcome = observed(exchange, attempt, attempts).await;
        let failure = failure(&outcome, exchange.operation.retries);
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

fn failure<T: Received>(outcome: &Result<T>, policy: &Policy) -> Option<Failure> {
    let of_status = |status: u16, retry_after| {
        policy.allows_status(status).then_some(Failure {
            is_unseen: false,
            retry_after,
        })
    };
    match outcome {
        Ok(received) if received.is_left_to_caller() => {
            of_status(received.status(), retry::retry_after(received.headers()))
        }
        Ok(_) => None,
        Err(error) => match error.kind() {
            ErrorKind::Status => of_status(error.status()?, error.retry_after()),
            ErrorKind::Connect | ErrorKind::Transport if !policy.connections => None,
            kind => error.is_retryable().then_some(Failure {
                is_unseen: kind == ErrorKind::Connect,
                retry_after: None,
            }),
        },
    }
}

impl Exchange<'_> {
    /// How long to wait before the next attempt; `None` where there is to be none.
    fn wait_before_next(&self, failure: &Failure, attempts: u32) -> Option<Duration> {
        let policy = self.operation.retries;
        let by_description = if policy.total.is_some() {
            u32::MAX
        } else {
            retry::RETRIES
        };
        let retries = self.retries.unwrap_or(by_description);
        if attempts > retries || self.request.body.is_spent() || !(failure.is_unseen || self.is_repeatable) {
            return None;
        }
        let wait = failure
            .retry_after
            .unwrap_or_else(|| policy.backoff(attempts, retry::fraction()));
        let deadline = self.deadline.or_earlier(self.retry_until);
        let is_asked_too_much = failure
            .retry_after
            .is_some_and(|wait| wait > retry::LONGEST_RETRY_AFTER);
        if is_asked_too_much || deadline.is_within(wait) {
            return None;
        }
        self.client.budget.take().then_some(wait)
    }
}

/// What an attempt ends with where it ends well.
pub(super) trait Received {
    /// The status of the answer.
    fn status(&self) -> u16;

    /// The headers of the answer.
    fn headers(&self) -> &HeaderMap;

    /// Whether an answer of any status counts as success.
    fn is_left_to_caller(&self) -> bool;

    /// Notes how many attempts it took.
    fn after(self, attempts: u32) -> Self;
}

impl Received for Complete {
    fn status(&self) -> u16 {
        self.head().status.as_u16()
    }

    fn headers(&self) -> &HeaderMap {
        &self.head().headers
    }

    fn is_left_to_caller(&self) -> bool {
        false
    }

    fn after(self, attempts: u32) -> Self {
        self.with_attempts(attempts)
    }
}

impl Received for RawResponse {
    fn status(&self) -> u16 {
        RawResponse::status(self)
    }

    fn headers(&self) -> &HeaderMap {
        RawResponse::headers(self)
    }

    fn is_left_to_caller(&self) -> bool {
        true
    }

    fn after(self, attempts: u32) -> Self {
        self.with_attempts(attempts)
    }
}

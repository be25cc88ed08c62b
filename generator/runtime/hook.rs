//! What a user does before and after each attempt.

use std::error::Error as StdError;
use std::time::Duration;

use http::HeaderMap;

use super::{Error, Operation, Request};

/// Sees each attempt of each call: to sign it, to count it, to write it down. A client can have several.
///
/// Requests for access tokens are attempts, too. A redirect that is followed belongs to the attempt that was redirected.
pub trait Hook: Send + Sync + 'static {
    /// Before an attempt: its request can be given other headers.
    ///
    /// # Errors
    ///
    /// What is returned ends the call with an error of the kind [`Build`](super::ErrorKind::Build), and nothing is sent.
    fn before(&self, attempt: &Attempt, request: &mut Request) -> Result<(), Box<dyn StdError + Send + Sync>> {
        let (_, _) = (attempt, request);
        Ok(())
    }

    /// After an attempt: its answer is there, or it has failed.
    fn after(&self, attempt: &Attempt, outcome: &Outcome<'_>) {
        let (_, _) = (attempt, outcome);
    }
}

/// One attempt of a call.
#[derive(Clone, Copy, Debug)]
pub struct Attempt {
    operation: &'static Operation,
    number: u32,
}

impl Attempt {
    pub(crate) fn new(operation: &'static Operation, number: u32) -> Self {
        Self { operation, number }
    }

    /// The operation id.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        self.operation.id
    }

    /// The HTTP method.
    #[must_use]
    pub fn method(&self) -> &'static str {
        self.operation.method
    }

    /// The path template, which is the same for all calls of the operation: `/pets/{id}`.
    #[must_use]
    pub fn path(&self) -> &'static str {
        self.operation.path
    }

    /// Which attempt of its call it is, from 1 on.
    #[must_use]
    pub fn number(&self) -> u32 {
        self.number
    }
}

/// How an attempt ended.
#[derive(Clone, Copy, Debug)]
pub struct Outcome<'a> {
    status: Option<u16>,
    headers: Option<&'a HeaderMap>,
    error: Option<&'a Error>,
    duration: Duration,
}

impl<'a> Outcome<'a> {
    pub(crate) fn of_answer(status: u16, headers: &'a HeaderMap, duration: Duration) -> Self {
        Self {
            status: Some(status),
            headers: Some(headers),
            error: None,
            duration,
        }
    }

    pub(crate) fn of_error(error: &'a Error, duration: Duration) -> Self {
        Self {
            status: error.status(),
            headers: error.headers(),
            error: Some(error),
            duration,
        }
    }

    /// The status code, if the server has answered.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.status
    }

    /// The headers, if the server has answered.
    #[must_use]
    pub fn headers(&self) -> Option<&'a HeaderMap> {
        self.headers
    }

    /// What went wrong, where anything did. Another attempt may follow.
    #[must_use]
    pub fn error(&self) -> Option<&'a Error> {
        self.error
    }

    /// How long it took until the answer was there. On wasm32, which has no clock, it is zero.
    #[must_use]
    pub fn duration(&self) -> Duration {
        self.duration
    }
}

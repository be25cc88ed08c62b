//! The one error type.

mod display;
mod kind;
mod quote;

use std::error::Error as StdError;
use std::time::Duration;

use bytes::Bytes;
use http::HeaderMap;

pub use self::kind::ErrorKind;
use super::head::Head;
use super::retry::Policy;
use super::{Answer, ErrorBody, Json, Operation, ReadError, TransportError, json, retry};

/// The result of everything that can fail in this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a call failed. As big as a pointer.
///
/// The message is one line, and shows neither credentials nor a query; of an error answer, no more than the sentence that
/// it has for people. What lies behind it is the [`source`](StdError::source), which the message does not repeat.
pub struct Error(Box<Failure>);

struct Failure {
    kind: ErrorKind,
    /// What the kind alone does not say.
    detail: Option<String>,
    source: Option<Box<dyn StdError + Send + Sync>>,
    answer: Option<(Head, Bytes)>,
    operation: Option<&'static Operation>,
    attempts: u32,
}

impl Error {
    /// What went wrong.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The status code, if the server has answered.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.head().map(|head| head.status.as_u16())
    }

    /// The headers, if the server has answered.
    #[must_use]
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.head().map(|head| &head.headers)
    }

    /// The name that the server gave this request: what its makers ask for when something is wrong.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.head().and_then(Head::request_id)
    }

    /// The body, if the server has answered; no more of it than the client keeps.
    #[must_use]
    pub fn body(&self) -> Option<&[u8]> {
        self.0.answer.as_ref().map(|(_, body)| &**body)
    }

    /// The body as JSON, where it is the JSON form of that type.
    #[must_use]
    pub fn json<T: Json>(&self) -> Option<T> {
        json::from_slice(self.body()?).ok()
    }

    /// The body as the description declares it for the errors of an operation. `None` unless the kind is
    /// [`Status`](ErrorKind::Status): an answer of success that cannot be read is no error answer.
    #[must_use]
    pub fn typed<E: ErrorBody>(&self) -> Option<E> {
        if self.kind() != ErrorKind::Status {
            return None;
        }
        let (head, body) = self.0.answer.as_ref()?;
        E::read(&Answer::new(head, body))
    }

    /// The operation id, if the error comes from an operation.
    #[must_use]
    pub fn operation(&self) -> Option<&'static str> {
        self.0.operation.map(|operation| operation.id)
    }

    /// How many requests were sent for the call.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// Whether the failure may go away by itself. Whether it is safe to send the request again is another question:
    /// unless the kind is [`Connect`](ErrorKind::Connect), the server may have acted on it.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self.0.kind {
            ErrorKind::Connect | ErrorKind::Timeout | ErrorKind::Transport => true,
            ErrorKind::Status => self.status().is_some_and(|status| self.policy().allows_status(status)),
            _ => false,
        }
    }

    /// How long the server asks to wait before another try.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.headers().and_then(retry::retry_after)
    }

    fn policy(&self) -> &'static Policy {
        self.0.operation.map_or(&Policy::DEFAULT, |operation| operation.retries)
    }

    fn head(&self) -> Option<&Head> {
        self.0.answer.as_ref().map(|(head, _)| head)
    }
}

/// How the runtime makes errors.
impl Error {
    pub(crate) fn new(kind: ErrorKind) -> Self {
        Self(Box::new(Failure {
            kind,
            detail: None,
            source: None,
            answer: None,
            operation: None,
            attempts: 0,
        }))
    }

    pub(crate) fn build(detail: impl Into<String>) -> Self {
        Self::new(ErrorKind::Build).with_detail(detail)
    }

    /// What was received is larger than so many bytes.
    pub(crate) fn too_large(most: usize) -> Self {
        Self::new(ErrorKind::BodyTooLarge).with_detail(format!("more than {most} bytes"))
    }

    pub(crate) fn transport(error: TransportError) -> Self {
        let mut this = Self::new(error.kind);
        this.0.source = Some(error.source);
        this
    }

    /// The message of a read error is all there is to say, so it becomes the detail, and what lies behind it the source.
    pub(crate) fn decode(error: ReadError) -> Self {
        let mut this = Self::new(ErrorKind::Decode).with_detail(error.to_string());
        this.0.source = error.into_syntax().map(Into::into);
        this
    }

    pub(crate) fn with_detail(mut self, detail: impl Into<String>) -> Self {
        self.0.detail = Some(detail.into());
        self
    }

    pub(crate) fn with_source(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.0.source = Some(source.into());
        self
    }

    pub(crate) fn with_answer(mut self, head: Head, body: Bytes) -> Self {
        self.0.answer = Some((head, body));
        self
    }

    pub(crate) fn of(mut self, operation: &'static Operation, attempts: u32) -> Self {
        self.0.operation = Some(operation);
        self.0.attempts = attempts;
        self
    }
}

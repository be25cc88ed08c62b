//! A transport that plays a script. On a paused clock nothing takes time but what the client waits for, so every time is
//! exact.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use api_token_sdk::{Body, BodySource, BoxFuture, Request, Transport, TransportError, TransportResponse};
use bytes::Bytes;
use http::{HeaderName, HeaderValue, StatusCode};
use tokio::time::Instant;

/// What happens to one request.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    /// It is answered, with a status, headers and a body.
    Answer(u16, Vec<(&'static str, String)>, &'static str),
    /// No connection is made.
    Refuse,
    /// The connection breaks after the request was sent.
    Break,
    /// Nothing happens, ever.
    Hang,
    /// It is answered with status 200, and a body that never comes.
    Stall,
}

/// An answer with a status and nothing else.
pub(crate) fn status(status: u16) -> Step {
    Step::Answer(status, Vec::new(), "")
}

/// An answer with a status and one header.
pub(crate) fn with_header(status: u16, name: &'static str, value: &str) -> Step {
    Step::Answer(status, vec![(name, value.to_owned())], "")
}

/// Plays its steps in turn, and refuses when there are no more.
#[derive(Clone, Debug)]
pub(crate) struct Scripted(Arc<Mutex<State>>);

#[derive(Debug)]
struct State {
    steps: VecDeque<Step>,
    seen: Vec<(Instant, Request)>,
}

impl Scripted {
    pub(crate) fn new(steps: impl IntoIterator<Item = Step>) -> Self {
        Self(Arc::new(Mutex::new(State {
            steps: steps.into_iter().collect(),
            seen: Vec::new(),
        })))
    }

    /// The requests so far.
    pub(crate) fn requests(&self) -> Vec<Request> {
        let state = self.0.lock().unwrap();
        state.seen.iter().map(|(_, request)| request.clone()).collect()
    }

    /// The times between the requests so far.
    pub(crate) fn waits(&self) -> Vec<Duration> {
        let state = self.0.lock().unwrap();
        state.seen.windows(2).map(|pair| pair[1].0 - pair[0].0).collect()
    }
}

impl Transport for Scripted {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<TransportResponse, TransportError>> {
        let step = {
            let mut state = self.0.lock().unwrap();
            state.seen.push((Instant::now(), request));
            state.steps.pop_front().unwrap_or(Step::Refuse)
        };
        Box::pin(async move {
            match step {
                Step::Answer(status, headers, body) => Ok(answer(status, headers, body)),
                Step::Refuse => Err(TransportError::connect("refused")),
                Step::Break => Err(TransportError::interrupted("reset")),
                Step::Hang => std::future::pending().await,
                Step::Stall => Ok(TransportResponse::new(StatusCode::OK, Body::new(Never))),
            }
        })
    }
}

fn answer(status: u16, headers: Vec<(&'static str, String)>, body: &'static str) -> TransportResponse {
    let header = |(name, value): (_, String)| (HeaderName::from_static(name), HeaderValue::try_from(value).unwrap());
    let headers = headers.into_iter().map(header).collect();
    TransportResponse::new(StatusCode::from_u16(status).unwrap(), body).with_headers(headers)
}

/// A body that never comes.
struct Never;

impl BodySource for Never {
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        Box::pin(std::future::pending())
    }
}

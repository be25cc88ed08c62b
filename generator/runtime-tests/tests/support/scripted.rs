//! A transport that plays a script, for tests on a paused clock.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue};
use oasmith_runtime::{Body, BodySource, BoxFuture, Request, Transport, TransportError, TransportResponse};
use tokio::time::{Instant, sleep};

use super::pets::{Client, ClientBuilder};

/// What happens to one request.
#[derive(Clone, Debug)]
pub enum Step {
    /// A status, with headers and a body.
    Answer(u16, Vec<(&'static str, String)>, &'static str),
    /// An answer of success that comes piece by piece.
    Stream(Vec<Piece>),
    /// No connection is made.
    Refuse,
    /// The connection breaks after the request was sent.
    Break,
    /// Nothing happens, ever.
    Hang,
}

/// A piece of an answer.
#[derive(Clone, Debug)]
pub enum Piece {
    Chunk(Vec<u8>),
    /// The server takes its time.
    Pause(Duration),
    /// The connection breaks.
    Break,
}

/// An answer in one chunk.
pub fn chunk(bytes: impl AsRef<[u8]>) -> Piece {
    Piece::Chunk(bytes.as_ref().to_vec())
}

/// The pieces of an answer that are still to come.
struct Pieces(VecDeque<Piece>);

impl BodySource for Pieces {
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        Box::pin(async move {
            loop {
                match self.0.pop_front() {
                    Some(Piece::Chunk(bytes)) => return Ok(Some(bytes.into())),
                    Some(Piece::Pause(time)) => sleep(time).await,
                    Some(Piece::Break) => return Err(TransportError::interrupted("reset")),
                    None => return Ok(None),
                }
            }
        })
    }
}

/// An answer with a status and nothing else.
pub fn status(status: u16) -> Step {
    Step::Answer(status, Vec::new(), "")
}

/// An answer with a status and one header.
pub fn with_header(status: u16, name: &'static str, value: impl ToString) -> Step {
    Step::Answer(status, vec![(name, value.to_string())], "")
}

/// The page that `list` reads.
pub fn page() -> Step {
    Step::Answer(200, Vec::new(), r#"{"data":[],"total":0}"#)
}

/// Plays its steps in turn, and refuses when there are no more.
#[derive(Clone, Debug)]
pub struct Scripted(Arc<Mutex<State>>);

#[derive(Debug)]
struct State {
    steps: VecDeque<Step>,
    seen: Vec<(Instant, Request)>,
}

impl Scripted {
    pub fn new(steps: impl IntoIterator<Item = Step>) -> Self {
        Self(Arc::new(Mutex::new(State {
            steps: steps.into_iter().collect(),
            seen: Vec::new(),
        })))
    }

    /// A client over this transport.
    pub fn client(&self) -> Client {
        self.client_with(|builder| builder)
    }

    pub fn client_with(&self, choose: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Client {
        choose(Client::builder().transport(self.clone())).build().unwrap()
    }

    /// The requests so far.
    pub fn requests(&self) -> Vec<Request> {
        self.0
            .lock()
            .unwrap()
            .seen
            .iter()
            .map(|(_, request)| request.clone())
            .collect()
    }

    /// The times between the requests so far.
    pub fn waits(&self) -> Vec<Duration> {
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
                Step::Stream(pieces) => Ok(TransportResponse::new(200, Body::new(Pieces(pieces.into())))),
                Step::Refuse => Err(TransportError::connect("refused")),
                Step::Break => Err(TransportError::interrupted("reset")),
                Step::Hang => std::future::pending().await,
            }
        })
    }
}

fn answer(status: u16, headers: Vec<(&'static str, String)>, body: &'static str) -> TransportResponse {
    let mut map = HeaderMap::new();
    for (name, value) in headers {
        map.append(HeaderName::from_static(name), HeaderValue::from_str(&value).unwrap());
    }
    TransportResponse::new(status, body).with_headers(map)
}

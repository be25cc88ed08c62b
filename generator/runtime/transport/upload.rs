//! Bodies of requests that are streams.

#[cfg(not(target_arch = "wasm32"))]
mod outgoing;

use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;

#[cfg(not(target_arch = "wasm32"))]
pub(super) use self::outgoing::outgoing;
use super::{Body, BodySource, TransportError};
use crate::runtime::BoxFuture;
#[cfg(target_arch = "wasm32")]
use crate::runtime::Request;
use crate::runtime::clock::Stopwatch;
use crate::runtime::request_body::RequestBody;

impl From<Body> for RequestBody {
    fn from(body: Body) -> Self {
        match body.into_bytes() {
            Ok(bytes) => bytes.into(),
            Err(body) => Self {
                bytes: Bytes::new(),
                upload: Some(Upload::new(body)),
            },
        }
    }
}

/// A body that is sent once, as its chunks come. Clones share it.
#[derive(Clone)]
pub(crate) struct Upload {
    length: Option<u64>,
    /// `None` once somebody has begun to read it.
    body: Arc<Mutex<Option<Body>>>,
    /// Runs from when its last chunk was taken, or its end was seen.
    progress: Arc<Mutex<Option<Stopwatch>>>,
}

impl Upload {
    pub(crate) fn new(body: Body) -> Self {
        Self {
            length: body.length(),
            body: Arc::new(Mutex::new(Some(body))),
            progress: Arc::default(),
        }
    }

    // only where used: multipart
    pub(in crate::runtime) fn length(&self) -> Option<u64> {
        self.length
    }
    // end: multipart

    pub(crate) fn is_begun(&self) -> bool {
        self.body.lock().unwrap_or_else(PoisonError::into_inner).is_none()
    }

    /// For how long no chunk of it was taken; `None` where none was taken yet.
    pub(in crate::runtime) fn idle(&self) -> Option<Duration> {
        let progress = self.progress.lock().unwrap_or_else(PoisonError::into_inner);
        progress.map(Stopwatch::elapsed)
    }

    /// The chunks. The stream counts as begun when the first of them is asked for.
    pub(crate) fn open(&self) -> Body {
        let body = Body::new(Opened {
            upload: self.clone(),
            body: None,
        });
        match self.length {
            Some(length) => body.with_length(length),
            None => body,
        }
    }

    fn begin(&self) -> Result<Body, TransportError> {
        let body = self.body.lock().unwrap_or_else(PoisonError::into_inner).take();
        body.ok_or_else(|| TransportError::build("the body is a stream, which has been sent already"))
    }
}

struct Opened {
    upload: Upload,
    body: Option<Body>,
}

impl BodySource for Opened {
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        Box::pin(async {
            let body = match &mut self.body {
                Some(body) => body,
                none => none.insert(self.upload.begin()?),
            };
            let chunk = body.next().await;
            *self.upload.progress.lock().unwrap_or_else(PoisonError::into_inner) = Some(Stopwatch::start());
            chunk
        })
    }
}

impl Body {
    /// A body that comes from a stream, such as a file that is read while it is sent.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn from_stream<S, C, E>(stream: S) -> Self
    where
        S: Stream<Item = Result<C, E>> + Send + 'static,
        C: Into<Bytes>,
        E: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        Self::new(Streamed(Box::pin(stream)))
    }

    /// A body that comes from a stream. In a browser it is sent when all of it is there.
    #[cfg(target_arch = "wasm32")]
    pub fn from_stream<S, C, E>(stream: S) -> Self
    where
        S: Stream<Item = Result<C, E>> + 'static,
        C: Into<Bytes>,
        E: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        Self::new(Streamed(Box::pin(stream)))
    }
}

struct Streamed<S>(Pin<Box<S>>);

impl<S: Stream<Item = Result<C, E>>, C: Into<Bytes>, E: Into<Box<dyn std::error::Error + Send + Sync>>> Streamed<S> {
    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Result<Option<Bytes>, TransportError>> {
        let item = ready!(self.0.as_mut().poll_next(context)).transpose();
        Poll::Ready(match item {
            Ok(chunk) => Ok(chunk.map(Into::into)),
            Err(error) => Err(TransportError::interrupted(error)),
        })
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl<S, C, E> BodySource for Streamed<S>
where
    S: Stream<Item = Result<C, E>> + Send + 'static,
    C: Into<Bytes>,
    E: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        Box::pin(std::future::poll_fn(|context| self.poll(context)))
    }
}

#[cfg(target_arch = "wasm32")]
impl<S, C, E> BodySource for Streamed<S>
where
    S: Stream<Item = Result<C, E>> + 'static,
    C: Into<Bytes>,
    E: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        Box::pin(std::future::poll_fn(|context| self.poll(context)))
    }
}

/// The request with its body in one piece: a browser takes no other.
#[cfg(target_arch = "wasm32")]
pub(super) async fn collected(request: Request) -> Result<Request, TransportError> {
    let Some(upload) = &request.body.upload else {
        return Ok(request);
    };
    let mut body = upload.open();
    let mut whole = Vec::new();
    while let Some(chunk) = body.next().await? {
        whole.extend_from_slice(&chunk);
    }
    let body = Bytes::from(whole).into();
    Ok(Request { body, ..request })
}

//! A body as `reqwest` sends it, chunk by chunk. A browser cannot.

use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Frame, SizeHint};

use super::Upload;
use crate::runtime::{Body, BoxFuture, TransportError};

/// The body as `reqwest` takes it.
pub(crate) fn outgoing(upload: &Upload) -> ::reqwest::Body {
    ::reqwest::Body::wrap(Outgoing {
        length: upload.length,
        // A lock that nobody else knows: the way to be `Sync` with what is not.
        state: Mutex::new(State::Waiting(upload.open())),
    })
}

struct Outgoing {
    length: Option<u64>,
    state: Mutex<State>,
}

enum State {
    /// Nobody waits for a chunk.
    Waiting(Body),
    /// The next chunk is on its way, and the body comes back with it.
    Reading(BoxFuture<'static, (Body, Chunk)>),
    /// There is nothing more to come.
    Done,
}

type Chunk = Result<Option<Bytes>, TransportError>;

impl http_body::Body for Outgoing {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        let state = self.get_mut().state.get_mut().unwrap_or_else(PoisonError::into_inner);
        let mut reading = match std::mem::replace(state, State::Done) {
            State::Waiting(body) => Box::pin(read(body)),
            State::Reading(reading) => reading,
            State::Done => return Poll::Ready(None),
        };
        let Poll::Ready((body, chunk)) = reading.as_mut().poll(context) else {
            *state = State::Reading(reading);
            return Poll::Pending;
        };
        if let Ok(Some(_)) = chunk {
            *state = State::Waiting(body);
        }
        Poll::Ready(chunk.transpose().map(|chunk| chunk.map(Frame::data)))
    }

    fn size_hint(&self) -> SizeHint {
        self.length.map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}

async fn read(mut body: Body) -> (Body, Chunk) {
    let chunk = body.next().await;
    (body, chunk)
}

//! Reading a body.

use std::time::Duration;

use bytes::{Bytes, BytesMut};

use crate::runtime::clock::Deadline;
use crate::runtime::{Body, Error, ErrorKind, Result};

/// How many bytes of a body are wanted, and what a larger one means. Counted while reading, after decompression: what a
/// server says about the length is not to be trusted.
#[derive(Clone, Copy)]
pub(crate) enum Limit {
    /// A larger body is an error.
    Refuse(usize),
    /// The rest of a larger body is not read.
    Cut(usize),
}

/// How long reading may take.
#[derive(Clone, Copy)]
pub(crate) struct Time {
    /// When all of it has to be done.
    pub(crate) deadline: Deadline,
    /// How long a single read may take.
    pub(crate) each_read: Option<Duration>,
}

impl Time {
    pub(super) fn until(deadline: Deadline) -> Self {
        Self {
            deadline,
            each_read: None,
        }
    }
}

/// What was read, and why it is not everything.
pub(crate) struct Read {
    pub(crate) bytes: Bytes,
    problem: Option<Error>,
}

impl Read {
    /// The whole body.
    pub(crate) fn result(self) -> Result<Bytes> {
        self.problem.map_or(Ok(self.bytes), Err)
    }
}

/// Reads a body until it ends, fails, is too large, or takes too long.
pub(crate) async fn read_body(mut body: Body, limit: Limit, time: Time) -> Read {
    let mut chunks = Chunks::default();
    let problem = loop {
        match read_chunk(&mut body, time).await {
            Ok(Some(chunk)) => chunks.push(chunk),
            Ok(None) => break None,
            Err(error) => break Some(error),
        }
        match limit {
            Limit::Refuse(most) if chunks.len() > most => {
                break Some(Error::too_large(most));
            }
            Limit::Cut(most) if chunks.len() >= most => {
                chunks.truncate(most);
                break None;
            }
            _ => {}
        }
    };
    Read {
        bytes: chunks.into_bytes(),
        problem,
    }
}

/// Reads the next chunk; `None` at the end.
pub(crate) async fn read_chunk(body: &mut Body, time: Time) -> Result<Option<Bytes>> {
    let deadline = time
        .deadline
        .or_earlier(time.each_read.map_or(Deadline::NEVER, Deadline::after));
    match deadline.limit(body.next()).await {
        Ok(chunk) => chunk.map_err(Error::transport),
        Err(_) => Err(Error::new(ErrorKind::Timeout)),
    }
}

/// The chunks so far. Most answers come in one, which is then not copied.
#[derive(Default)]
struct Chunks {
    first: Bytes,
    joined: BytesMut,
}

impl Chunks {
    fn len(&self) -> usize {
        self.first.len() + self.joined.len()
    }

    fn push(&mut self, chunk: Bytes) {
        if self.len() == 0 {
            self.first = chunk;
        } else {
            self.joined.extend_from_slice(&std::mem::take(&mut self.first));
            self.joined.extend_from_slice(&chunk);
        }
    }

    fn truncate(&mut self, length: usize) {
        self.first.truncate(length);
        self.joined.truncate(length);
    }

    fn into_bytes(self) -> Bytes {
        if self.joined.is_empty() {
            self.first
        } else {
            self.joined.freeze()
        }
    }
}

//! What events and lines have in common: an answer that is cut into frames.

use bytes::Bytes;

use crate::runtime::send::{self, Limit, read_body};
use crate::runtime::{Call, Error, RawResponse, ReadError, Result};

/// An answer that is cut into frames.
pub(super) struct Frames {
    pub(super) response: RawResponse,
    /// What has come and is not cut yet.
    pub(super) chunk: Bytes,
    /// How much an error keeps of what cannot be read, in bytes.
    max_error_size: usize,
}

impl Frames {
    /// Sends a call. An answer that claims to be one of the media types that are refused is no stream: it is a page of a
    /// proxy, or a value in the place of a stream. The error has its body.
    pub(super) async fn open(call: Call, is_refused: fn(&str) -> bool) -> Result<Self> {
        let max_error_size = call.client.0.settings.max_error_size;
        let response = send::open(call).await?;
        let content_type = response.head.header("content-type").unwrap_or_default();
        let media_type = content_type.split(';').next().unwrap_or_default();
        let media_type = media_type.trim().to_ascii_lowercase();
        if !is_refused(&media_type) {
            return Ok(Self {
                response,
                chunk: Bytes::new(),
                max_error_size,
            });
        }
        let problem = format!("expected a stream, found {}", media_type.escape_debug());
        let body = read_body(response.body, Limit::Cut(max_error_size), response.time).await;
        Err(Error::decode(ReadError::new(problem))
            .with_answer(response.head, body.bytes)
            .of(response.operation, response.attempts))
    }

    /// Waits for more; `false` at the end.
    pub(super) async fn more(&mut self) -> Result<bool> {
        match self.response.chunk().await? {
            Some(chunk) => {
                self.chunk = chunk;
                Ok(true)
            }
            None => Ok(false),
        }
    }

    /// The error of a frame that cannot be read. It keeps the frame in the place of the body.
    pub(super) fn unreadable(&self, error: ReadError, frame: &[u8]) -> Error {
        let kept = frame.get(..self.max_error_size).unwrap_or(frame);
        let response = &self.response;
        Error::decode(error)
            .with_answer(response.head.clone(), Bytes::copy_from_slice(kept))
            .of(response.operation, response.attempts)
    }

    /// The error of a frame that is larger than the client allows.
    pub(super) fn too_large(&self) -> Error {
        let response = &self.response;
        Error::too_large(response.max_size).of(response.operation, response.attempts)
    }
}

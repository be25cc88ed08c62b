//! What happens when the connection of an event stream breaks.

use std::mem::take;

use http::HeaderValue;

use super::{Source, is_refused};
use crate::runtime::stream::frames::Frames;
use crate::runtime::{Error, Result, clock, retry};

const NO_CONTENT: u16 = 204;

impl<T> Source<T> {
    /// Waits for more, on a new connection if need be; `false` at the end.
    pub(super) async fn more(&mut self) -> Result<bool> {
        match self.frames.more().await {
            Err(error) if error.is_retryable() => self.reconnect(error).await,
            other => other,
        }
    }

    /// Goes on where the connection broke, or says that it broke: what may do something when it is sent again is not.
    async fn reconnect(&mut self, error: Error) -> Result<bool> {
        let most = self
            .call
            .retries
            .or(self.call.client.0.settings.retries)
            .unwrap_or(retry::RETRIES);
        if self.call.operation.method != "GET" || self.breaks >= most {
            return Err(error);
        }
        self.breaks += 1;
        let deadline = self.frames.response.time.deadline;
        let asked_for = self.parser.retry.map(|wait| wait.min(retry::LONGEST_RETRY_AFTER));
        let wait = asked_for.unwrap_or_else(|| self.call.operation.retries.backoff(self.breaks, retry::fraction()));
        if deadline.is_within(wait) {
            return Err(error);
        }
        clock::sleep(wait).await;
        let mut call = self.call.clone();
        // An id that no header can have was not meant to come back.
        let id = HeaderValue::from_bytes(self.parser.last_id.as_bytes()).ok();
        if let Some(id) = id.filter(|id| !id.is_empty()) {
            call.headers.insert("last-event-id", id);
        }
        self.frames = Frames::open(call, is_refused).await?;
        // The time for all of it began with the first connection.
        self.frames.response.time.deadline = deadline;
        self.parser = take(&mut self.parser).reconnected();
        Ok(self.frames.response.status() != NO_CONTENT)
    }
}

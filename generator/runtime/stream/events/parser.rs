//! The lines of an event stream to events (WHATWG HTML, section 9.2.6).

use std::mem::take;
use std::time::Duration;

use bytes::{Buf, Bytes};

/// An event as it comes.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Message {
    pub(super) event: Option<String>,
    /// The last id that was given, to this event or to one before it.
    pub(super) id: Option<String>,
    pub(super) data: String,
}

/// A line, or the data of an event, is larger than it may be.
#[derive(Debug)]
pub(super) struct TooLarge;

/// What has come of the event that is not complete yet, and what outlives it.
#[derive(Debug, Default)]
pub(super) struct Parser {
    /// The line that is not complete.
    line: Vec<u8>,
    /// A line feed that comes next belongs to the carriage return before it.
    is_after_return: bool,
    /// A byte order mark can only stand before the first line.
    is_behind_first_line: bool,
    event: String,
    data: Option<String>,
    /// The id that the next event will have.
    id: String,
    /// The last event that was complete had this id, or one before it; empty where the server gives none.
    pub(super) last_id: String,
    /// How long the server asks to wait before a new connection.
    pub(super) retry: Option<Duration>,
}

impl Parser {
    /// A parser for a new connection: what was not complete is gone.
    pub(super) fn reconnected(self) -> Self {
        Self {
            id: self.last_id.clone(),
            last_id: self.last_id,
            retry: self.retry,
            ..Self::default()
        }
    }

    /// The next event of a chunk, if it is complete; what is behind it stays in the chunk.
    pub(super) fn next(&mut self, chunk: &mut Bytes, limit: usize) -> Result<Option<Message>, TooLarge> {
        while chunk.has_remaining() {
            if take(&mut self.is_after_return) && chunk[0] == b'\n' {
                chunk.advance(1);
                continue;
            }
            let end = chunk.iter().position(|byte| matches!(byte, b'\r' | b'\n'));
            let line = chunk.split_to(end.unwrap_or(chunk.len()));
            let size = self.line.len() + line.len() + self.data.as_ref().map_or(0, String::len);
            if size > limit {
                return Err(TooLarge);
            }
            self.line.extend_from_slice(&line);
            if end.is_some() {
                self.is_after_return = chunk.get_u8() == b'\r';
                if let Some(message) = self.end_of_line() {
                    return Ok(Some(message));
                }
            }
        }
        Ok(None)
    }

    fn end_of_line(&mut self) -> Option<Message> {
        let line = take(&mut self.line);
        let line = if self.is_behind_first_line {
            &line
        } else {
            line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&line)
        };
        self.is_behind_first_line = true;
        if line.is_empty() {
            return self.end_of_event();
        }
        let line = String::from_utf8_lossy(line);
        let (field, value) = line.split_once(':').unwrap_or((&line, ""));
        self.field(field, value.strip_prefix(' ').unwrap_or(value));
        None
    }

    /// A field that nobody knows says nothing; a comment is one without a name.
    fn field(&mut self, field: &str, value: &str) {
        match field {
            "event" => value.clone_into(&mut self.event),
            "data" => match &mut self.data {
                Some(data) => {
                    data.push('\n');
                    data.push_str(value);
                }
                None => self.data = Some(value.to_owned()),
            },
            "id" if !value.contains('\0') => value.clone_into(&mut self.id),
            "retry" if value.bytes().all(|byte| byte.is_ascii_digit()) => {
                self.retry = value.parse().ok().map(Duration::from_millis).or(self.retry);
            }
            _ => {}
        }
    }

    /// Without data it is no event, though its id counts.
    fn end_of_event(&mut self) -> Option<Message> {
        self.last_id.clone_from(&self.id);
        let named = |text: String| Some(text).filter(|text| !text.is_empty());
        let event = named(take(&mut self.event));
        let data = self.data.take()?;
        let id = named(self.last_id.clone());
        Some(Message { event, id, data })
    }
}

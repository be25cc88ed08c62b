//! How an error is shown.

use std::error::Error as StdError;
use std::fmt;

use super::quote::quote;
use super::{Error, ErrorKind};

/// `list_tokens (GET /api/v1/token): the server answered with an error: 503 Service Unavailable, "try later", after 3 attempts`
impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let failure = &*self.0;
        if let Some(operation) = failure.operation {
            // The template, not the path that was sent: its values could be anything. And the description could have put
            // anything into its own words.
            let (id, path) = (operation.id.escape_debug(), operation.path.escape_debug());
            write!(formatter, "{id} ({} {path}): ", operation.method)?;
        }
        formatter.write_str(failure.kind.what_happened())?;
        if let Some(detail) = &failure.detail {
            write!(formatter, ": {detail}")?;
        }
        if let (ErrorKind::Status, Some((head, body))) = (failure.kind, &failure.answer) {
            write!(formatter, ": {}", head.status)?;
            if let Some(body) = quote(body) {
                write!(formatter, ", {body}")?;
            }
        }
        if failure.attempts > 1 {
            write!(formatter, ", after {} attempts", failure.attempts)?;
        }
        Ok(())
    }
}

/// Without the values of headers and the whole body: a session cookie could be among them.
impl fmt::Debug for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = formatter.debug_struct("Error");
        shown
            .field("kind", &self.kind())
            .field("message", &format_args!("{self}"));
        if let Some(request_id) = self.request_id() {
            shown.field("request_id", &request_id);
        }
        if let Some(source) = &self.0.source {
            shown.field("source", source);
        }
        shown.finish()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}

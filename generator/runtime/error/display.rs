//! How an error is shown.

use std::error::Error as StdError;
use std::fmt;

use super::quote::quote_message;
use super::{Error, ErrorKind};
use crate::runtime::Operation;

/// `list_tokens (GET /api/v1/token): the server answered with an error: 503 Service Unavailable, "try later", after 3 attempts`
impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let failure = &*self.0;
        match (failure.operation, failure.kind) {
            (Some(operation), kind) => write!(formatter, "{}: {}", name(operation), kind.what_happened())?,
            // What is built for no operation is a client.
            (None, ErrorKind::Build) => formatter.write_str("the client cannot be built")?,
            (None, kind) => formatter.write_str(kind.what_happened())?,
        }
        if let Some(detail) = &failure.detail {
            write!(formatter, ": {detail}")?;
        }
        if let (ErrorKind::Status, Some((head, body))) = (failure.kind, &failure.answer) {
            write!(formatter, ": {}", head.status)?;
            if let Some(message) = quote_message(body) {
                write!(formatter, ", {message}")?;
            }
        }
        if failure.attempts > 1 {
            write!(formatter, ", after {} attempts", failure.attempts)?;
        }
        Ok(())
    }
}

/// `list_tokens (GET /api/v1/token)`; the route alone, where the description gives no operation id and the route stands for
/// it.
///
/// The route is the template, not the path that was sent: its values could be anything. And the description could have put
/// anything into its own words.
fn name(operation: &Operation) -> String {
    let route = format!("{} {}", operation.method, operation.path);
    if operation.id == route {
        route.escape_debug().to_string()
    } else {
        format!("{} ({})", operation.id.escape_debug(), route.escape_debug())
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

//! From a request to a response.

mod body;
mod error;
mod reqwest;
mod response;

pub use self::body::{Body, BodySource};
pub use self::error::TransportError;
pub(crate) use self::reqwest::ReqwestTransport;
pub use self::response::TransportResponse;

use super::{BoxFuture, Request};

/// Anything that turns a request into a response. The default one is a `reqwest` client; another one serves tests without
/// a server, or an HTTP library of your own.
///
/// A transport sends each request once, follows no redirects, and does not treat an error status as a failure. Timeouts
/// and retries are applied around it, by the timer of `tokio`.
pub trait Transport: Send + Sync + 'static {
    /// Sends one request. The future ends when the headers of the response are there.
    fn send(&self, request: Request) -> BoxFuture<'_, Result<TransportResponse, TransportError>>;
}

//! From a request to a response.

mod body;
mod error;
mod reqwest;
mod response;

pub use self::body::{Body, BodySource};
pub use self::error::TransportError;
pub(crate) use self::reqwest::ReqwestTransport;
pub use self::response::TransportResponse;

// only where used: upload
mod upload;
pub(crate) use self::upload::Upload;
// end: upload

use super::{BoxFuture, Request};

/// Anything that turns a request into a response. The default one is a `reqwest` client; another one serves tests without
/// a server, or an HTTP library of your own.
///
/// A transport sends each request once, follows no redirects, and does not treat an error status as a failure. Timeouts
/// and retries are applied around it, by the timer of `tokio`.
///
/// Ten lines stand for a server. The crate root has all of these types:
///
/// ```text
/// struct Canned;
///
/// impl Transport for Canned {
///     fn send(&self, request: Request) -> BoxFuture<'_, Result<TransportResponse, TransportError>> {
///         let (status, body) = match request.url() {
///             url if url.ends_with("/pets") => (200, r#"{"data": [], "total": 7}"#),
///             _ => (404, ""),
///         };
///         Box::pin(async move { Ok(TransportResponse::new(status, body)) })
///     }
/// }
///
/// let client = Client::builder().transport(Canned).build()?;
/// ```
pub trait Transport: Send + Sync + 'static {
    /// Sends one request. The future ends when the headers of the response are there.
    fn send(&self, request: Request) -> BoxFuture<'_, Result<TransportResponse, TransportError>>;
}

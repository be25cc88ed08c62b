//! The transport that is used by default.

use std::time::Duration;

use bytes::Bytes;

use super::{Body, BodySource, Transport, TransportError, TransportResponse};
use crate::runtime::{BoxFuture, Request};

/// Sends with a `reqwest` client.
#[derive(Clone, Debug)]
pub(crate) struct ReqwestTransport(::reqwest::Client);

impl ReqwestTransport {
    pub(crate) fn new(client: ::reqwest::Client) -> Self {
        Self(client)
    }

    /// A client that follows no redirects and sends no referrer: both can carry a secret to another host.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn with_connect_timeout(timeout: Duration) -> ::reqwest::Result<Self> {
        let redirects = ::reqwest::redirect::Policy::none();
        let client = ::reqwest::Client::builder()
            .redirect(redirects)
            .referer(false)
            .connect_timeout(timeout);
        client.build().map(Self)
    }

    /// The browser connects and follows redirects by its own rules.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn with_connect_timeout(_timeout: Duration) -> ::reqwest::Result<Self> {
        ::reqwest::Client::builder().build().map(Self)
    }
}

impl Transport for ReqwestTransport {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<TransportResponse, TransportError>> {
        Box::pin(async move {
            // only where used: upload
            #[cfg(target_arch = "wasm32")]
            let request = super::upload::collected(request).await?;
            // end: upload
            let mut response = self.0.execute(to_reqwest(request)).await.map_err(classify)?;
            let status = response.status();
            let headers = std::mem::take(response.headers_mut());
            let body = Body::new(ResponseBody::from(response));
            Ok(TransportResponse::new(status, body).with_headers(headers))
        })
    }
}

fn to_reqwest(request: Request) -> ::reqwest::Request {
    let mut converted = ::reqwest::Request::new(request.method, request.url);
    *converted.headers_mut() = request.headers;
    if !request.body.bytes.is_empty() {
        *converted.body_mut() = Some(request.body.bytes.into());
    }
    // only where used: upload
    #[cfg(not(target_arch = "wasm32"))]
    if let Some(upload) = &request.body.upload {
        *converted.body_mut() = Some(super::upload::outgoing(upload));
    }
    // end: upload
    converted
}

/// Tells apart what `reqwest` does not: a truncated body claims to be a decoding error, a reset after sending a request
/// error. And takes away the URL, since the message would show its query.
fn classify(error: ::reqwest::Error) -> TransportError {
    let error = error.without_url();
    if is_connect(&error) {
        TransportError::connect(error)
    } else if error.is_timeout() {
        TransportError::timeout(error)
    } else if error.is_builder() {
        TransportError::build(error)
    } else {
        TransportError::interrupted(error)
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn is_connect(error: &::reqwest::Error) -> bool {
    error.is_connect()
}

/// A browser does not tell.
#[cfg(target_arch = "wasm32")]
fn is_connect(_error: &::reqwest::Error) -> bool {
    false
}

#[cfg(not(target_arch = "wasm32"))]
struct ResponseBody(::reqwest::Response);

#[cfg(not(target_arch = "wasm32"))]
impl From<::reqwest::Response> for ResponseBody {
    fn from(response: ::reqwest::Response) -> Self {
        Self(response)
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl BodySource for ResponseBody {
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        Box::pin(async { self.0.chunk().await.map_err(classify) })
    }
}

/// In a browser, a body comes at once.
#[cfg(target_arch = "wasm32")]
struct ResponseBody(Option<::reqwest::Response>);

#[cfg(target_arch = "wasm32")]
impl From<::reqwest::Response> for ResponseBody {
    fn from(response: ::reqwest::Response) -> Self {
        Self(Some(response))
    }
}

#[cfg(target_arch = "wasm32")]
impl BodySource for ResponseBody {
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        let response = self.0.take();
        Box::pin(async {
            match response {
                Some(response) => response.bytes().await.map(Some).map_err(classify),
                None => Ok(None),
            }
        })
    }
}

//! The request that is sent.

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, Method};

use super::Body;
use super::head::header_names;
use super::request_body::RequestBody;

/// A finished request: what a transport sends. `Debug` shows the values of neither headers nor query, and not the body: any
/// of them can be a secret.
#[derive(Clone)]
pub struct Request {
    pub(crate) method: Method,
    pub(crate) url: reqwest::Url,
    pub(crate) headers: HeaderMap,
    pub(crate) body: RequestBody,
}

impl Request {
    /// The method.
    #[must_use]
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// The whole URL. Its query can hold a credential.
    #[must_use]
    pub fn url(&self) -> &str {
        self.url.as_str()
    }

    /// The headers. Those that hold a credential are marked as sensitive.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The headers, for a hook that adds some.
    pub fn headers_mut(&mut self) -> &mut HeaderMap {
        &mut self.headers
    }

    /// The body; empty where there is none, and where it is a stream: [`open_body`](Self::open_body) reads that.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body.bytes
    }

    /// The body chunk by chunk, for a transport that sends it. Bytes can be read any number of times, a stream once: reading
    /// it again gives an error.
    #[must_use]
    pub fn open_body(&self) -> Body {
        self.body.open()
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut url = self.url.clone();
        url.set_query(None);
        let query: Vec<_> = self.url.query_pairs().map(|(name, _)| name).collect();
        formatter
            .debug_struct("Request")
            .field("method", &self.method)
            .field("url", &url.as_str())
            .field("query", &query)
            .field("headers", &header_names(&self.headers))
            .field("body", &self.body)
            .finish()
    }
}

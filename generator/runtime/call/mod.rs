//! One call of an operation, as plain data.

mod accept;
mod body;
mod debug;
mod options;
mod parameters;

// only where used: multipart
mod multipart;
// end: multipart
// only where used: pages
mod pages;
// end: pages
// only where used: upload
mod upload;
// end: upload
// only where used: xml
mod xml;
// end: xml

use std::time::Duration;

use http::{HeaderMap, HeaderValue};

use super::credential::Granted;
use super::request_body::RequestBody;
use super::{Answer, Client, Operation, RawResponse, ReadError, Request, Response, Result, credential, send};

/// What a request type holds: everything about one call that the description leaves open.
///
/// What is wrong with an input is kept and told when the request is built or sent.
#[derive(Clone)]
pub struct Call {
    pub(super) client: Client,
    pub(super) operation: &'static Operation,
    /// Encoded values.
    pub(super) path: Vec<(&'static str, String)>,
    pub(super) query: Vec<Pair>,
    pub(super) cookies: Vec<Pair>,
    pub(super) headers: HeaderMap,
    pub(super) body: Option<Payload>,
    pub(super) credentials: Vec<Granted>,
    pub(super) timeout: Option<Duration>,
    pub(super) retries: Option<u32>,
    pub(super) idempotency_key: Option<String>,
    // only where used: pages
    /// Where the next page is, in the place of path and query.
    pub(super) next_page: Option<reqwest::Url>,
    // end: pages
    /// The first thing that is wrong.
    pub(super) problem: Option<String>,
}

/// One `name=value`, encoded.
#[derive(Clone)]
pub(super) struct Pair {
    /// The declared parameter that it is of; `None` for one that was added.
    parameter: Option<&'static str>,
    pub(super) text: String,
}

/// What is sent, and what it is.
#[derive(Clone)]
pub(super) struct Payload {
    pub(super) content_type: HeaderValue,
    pub(super) body: RequestBody,
}

impl Call {
    /// A call without inputs.
    #[must_use]
    pub fn new(client: &Client, operation: &'static Operation) -> Self {
        Self {
            client: client.clone(),
            operation,
            path: Vec::new(),
            query: Vec::new(),
            cookies: Vec::new(),
            headers: HeaderMap::new(),
            body: None,
            credentials: Vec::new(),
            timeout: None,
            retries: None,
            idempotency_key: None,
            // only where used: pages
            next_page: None,
            // end: pages
            problem: None,
        }
    }

    /// Sends the request and reads the answer. All but the reading is the same code for every operation.
    ///
    /// # Errors
    ///
    /// Every kind there is.
    pub async fn send<T>(self, read: fn(&Answer<'_>) -> Result<T, ReadError>) -> Result<Response<T>> {
        send::complete(self).await?.decode(read)
    }

    /// Sends the request and leaves the answer alone.
    ///
    /// # Errors
    ///
    /// When no answer came.
    pub async fn send_raw(self) -> Result<RawResponse> {
        send::raw(self).await
    }

    /// The request that would be sent, without the credentials that come from a provider.
    ///
    /// # Errors
    ///
    /// When an input is wrong.
    pub fn build(&self) -> Result<Request> {
        send::prepare(self, &credential::at_hand(self)?)
    }

    fn fail(&mut self, problem: String) {
        self.problem.get_or_insert(problem);
    }
}

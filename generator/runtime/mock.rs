//! A transport for tests of programs that use this crate, behind the feature `mock`.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use http::{HeaderMap, HeaderName, HeaderValue};
use serde::Serialize;

use super::{BoxFuture, Request, Transport, TransportError, TransportResponse};

/// Answers requests from a list, without a server. Clones share it, so a test can keep one to look at the requests.
///
/// ```text
/// let mock = Mock::new().on("GET", "/pets/{id}", Reply::json(200, &json!({"id": 1, "name": "Tom"})));
/// let client = Client::builder().transport(mock.clone()).build()?;
/// client.pets().show(1).send().await?;
/// assert_eq!(mock.requests().len(), 1);
/// ```
///
/// A request that nothing is listed for fails, and says which it was.
#[derive(Clone, Debug, Default)]
pub struct Mock(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    routes: Vec<Route>,
    requests: Vec<Request>,
}

#[derive(Debug)]
struct Route {
    method: String,
    path: String,
    /// The last one is given again and again.
    replies: VecDeque<Reply>,
}

impl Mock {
    /// A transport that answers nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Answers requests of this method and path. A segment in braces stands for any; what the base URL has before the path
    /// does not matter. More than one reply for a route are given in turn, and the last one to all further requests.
    #[must_use]
    pub fn on(self, method: &str, path: &str, reply: Reply) -> Self {
        let mut state = self.state();
        let known = state.routes.iter_mut();
        let mut known = known.filter(|route| route.method == method && route.path == path);
        if let Some(route) = known.next() {
            route.replies.push_back(reply);
        } else {
            state.routes.push(Route {
                method: method.to_owned(),
                path: path.to_owned(),
                replies: VecDeque::from([reply]),
            });
        }
        drop(state);
        self
    }

    /// The requests so far.
    #[must_use]
    pub fn requests(&self) -> Vec<Request> {
        self.state().requests.clone()
    }

    /// A test that has panicked elsewhere leaves a sound state.
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn reply(&self, request: Request) -> Reply {
        let mut state = self.state();
        let path = request.url.path().to_owned();
        let method = request.method.as_str().to_owned();
        state.requests.push(request);
        let routes = state.routes.iter_mut().filter(|route| route.method == method);
        // The one that says most about the path.
        let route = routes
            .filter(|route| is_end_of(&route.path, &path))
            .max_by_key(|route| {
                let segments = route.path.split('/').filter(|segment| !segment.starts_with('{'));
                segments.map(str::len).sum::<usize>()
            });
        match route.map(|route| &mut route.replies) {
            Some(replies) if replies.len() > 1 => replies.pop_front().unwrap_or_else(Reply::refuse),
            Some(replies) => replies.front().cloned().unwrap_or_else(Reply::refuse),
            None => Reply(Kind::Unknown(format!("the mock has no reply for {method} {path}"))),
        }
    }
}

/// Whether a path ends as a template says, segment by segment.
fn is_end_of(template: &str, path: &str) -> bool {
    let wanted: Vec<&str> = template.trim_start_matches('/').split('/').collect();
    let given: Vec<&str> = path.split('/').skip(1).collect();
    let Some(given) = given
        .len()
        .checked_sub(wanted.len())
        .and_then(|start| given.get(start..))
    else {
        return false;
    };
    let is_same = |(wanted, given): (&&str, &&str)| wanted.starts_with('{') && wanted.ends_with('}') || wanted == given;
    wanted.iter().zip(given).all(is_same)
}

impl Transport for Mock {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<TransportResponse, TransportError>> {
        let reply = self.reply(request);
        Box::pin(async move { reply.respond() })
    }
}

/// What a [`Mock`] answers.
#[derive(Clone, Debug)]
pub struct Reply(Kind);

#[derive(Clone, Debug)]
enum Kind {
    Answer {
        status: u16,
        headers: HeaderMap,
        body: Vec<u8>,
    },
    Refuse,
    Unknown(String),
    /// Why there is no answer.
    Wrong(String),
}

impl Reply {
    /// A status with a body of JSON, from anything that serde can write: a model, or `serde_json::json!`.
    #[must_use]
    pub fn json(status: u16, body: &(impl Serialize + ?Sized)) -> Self {
        match serde_json::to_vec(body) {
            Ok(body) => Self::bytes(status, body).header("content-type", "application/json"),
            Err(error) => Self(Kind::Wrong(format!("the reply cannot be written: {error}"))),
        }
    }

    /// A status with a body of bytes or text, and without a content type.
    #[must_use]
    pub fn bytes(status: u16, body: impl Into<Vec<u8>>) -> Self {
        Self(Kind::Answer {
            status,
            headers: HeaderMap::new(),
            body: body.into(),
        })
    }

    /// A status without a body.
    #[must_use]
    pub fn status(status: u16) -> Self {
        Self::bytes(status, Vec::new())
    }

    /// No connection: what a call meets when the server is down.
    #[must_use]
    pub fn refuse() -> Self {
        Self(Kind::Refuse)
    }

    /// Adds a header to an answer.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        if let Kind::Answer { headers, .. } = &mut self.0 {
            match (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(value)) {
                (Ok(name), Ok(value)) => drop(headers.append(name, value)),
                _ => self.0 = Kind::Wrong(format!("the header {name:?} of the reply cannot be sent")),
            }
        }
        self
    }

    fn respond(self) -> Result<TransportResponse, TransportError> {
        match self.0 {
            Kind::Answer { status, headers, body } => Ok(TransportResponse::new(status, body).with_headers(headers)),
            Kind::Refuse => Err(TransportError::connect("the mock refuses the connection")),
            Kind::Unknown(problem) | Kind::Wrong(problem) => Err(TransportError::build(problem)),
        }
    }
}

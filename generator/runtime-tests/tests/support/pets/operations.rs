use oasmith_runtime::runtime;
use oasmith_runtime::{Credential, Map};

use super::client::{BASIC, BEARER, COOKIE_KEY, HEADER_KEY, OAUTH, QUERY_KEY};
use super::models::{Login, Order, Page, Pet, Problem};

#[derive(Clone, Debug)]
pub struct Pets {
    client: runtime::Client,
}

impl Pets {
    pub(super) fn new(client: &runtime::Client) -> Self {
        Self { client: client.clone() }
    }

    pub fn list(&self) -> ListRequest {
        ListRequest(runtime::Call::new(&self.client, &LIST))
    }

    pub fn show(&self, id: impl Into<String>) -> ShowRequest {
        ShowRequest(runtime::Call::new(&self.client, &SHOW).path::<String>("id", id))
    }

    pub fn create(&self, body: &Pet) -> CreateRequest {
        CreateRequest(runtime::Call::new(&self.client, &CREATE).json(body))
    }

    pub fn order(&self, body: &Order) -> OrderRequest {
        OrderRequest(runtime::Call::new(&self.client, &ORDER).json(body))
    }

    pub fn remove(&self, id: i64) -> RemoveRequest {
        RemoveRequest(runtime::Call::new(&self.client, &REMOVE).path::<i64>("id", id))
    }

    pub fn photo(&self) -> PhotoRequest {
        PhotoRequest(runtime::Call::new(&self.client, &PHOTO))
    }

    pub fn motto(&self) -> MottoRequest {
        MottoRequest(runtime::Call::new(&self.client, &MOTTO))
    }

    pub fn submit(&self, body: &Login) -> SubmitRequest {
        SubmitRequest(runtime::Call::new(&self.client, &SUBMIT).form(body))
    }

    pub fn untagged(&self, id: i64) -> UntaggedRequest {
        UntaggedRequest(runtime::Call::new(&self.client, &UNTAGGED).path::<i64>("id", id))
    }

    pub fn any(&self) -> AnyRequest {
        AnyRequest(runtime::Call::new(&self.client, &ANY))
    }
}

static LIST: runtime::Operation = runtime::Operation {
    id: "list_pets",
    method: "GET",
    path: "/pets",
    security: &[
        &[&BEARER],
        &[&HEADER_KEY, &QUERY_KEY],
        &[&BASIC],
        &[&COOKIE_KEY],
        &[&OAUTH],
    ],
    ..runtime::Operation::DEFAULT
};

#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ListRequest(runtime::Call);

impl ListRequest {
    pub fn limit(self, value: impl Into<i64>) -> Self {
        self.maybe_limit(Some(value))
    }

    pub fn maybe_limit(self, value: Option<impl Into<i64>>) -> Self {
        Self(self.0.query::<i64>("limit", value))
    }

    pub fn tags(self, value: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let value: Vec<String> = value.into_iter().map(Into::into).collect();
        Self(
            self.0
                .query_as::<Vec<String>>("tags", runtime::Style::PipeDelimited, Some(value)),
        )
    }

    pub fn filter(self, value: Map<String>) -> Self {
        Self(
            self.0
                .query_as::<Map<String>>("filter", runtime::Style::DeepObject, Some(value)),
        )
    }

    pub fn weight(self, value: f64) -> Self {
        Self(self.0.query::<f64>("weight", Some(value)))
    }

    pub fn trace(self, value: impl Into<String>) -> Self {
        Self(self.0.header::<String>("X-Trace", Some(value)))
    }

    pub fn maybe_theme(self, value: Option<impl Into<String>>) -> Self {
        Self(self.0.cookie::<String>("theme", value))
    }

    pub fn bearer(self, token: impl Into<Credential>) -> Self {
        Self(self.0.credential(&BEARER, token.into()))
    }

    pub fn cookie_key(self, key: impl Into<Credential>) -> Self {
        Self(self.0.credential(&COOKIE_KEY, key.into()))
    }
}

runtime::request!(ListRequest -> Page);

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ListError {
    Status404,
    Status422(Problem),
}

impl runtime::ErrorBody for ListError {
    fn read(answer: &runtime::Answer<'_>) -> Option<Self> {
        match answer.status() {
            404 => Some(Self::Status404),
            422 => answer.json().ok().map(Self::Status422),
            _ => None,
        }
    }
}

static SHOW: runtime::Operation = runtime::Operation {
    id: "show_pet",
    path: "/pets/{id}/profile",
    ..runtime::Operation::DEFAULT
};

#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ShowRequest(runtime::Call);

runtime::request!(ShowRequest -> Pet);

static CREATE: runtime::Operation = runtime::Operation {
    id: "create_pet",
    method: "POST",
    path: "/pets",
    security: &[&[], &[&BEARER]],
    ..runtime::Operation::DEFAULT
};

#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct CreateRequest(runtime::Call);

runtime::request!(CreateRequest -> Pet);

static ORDER: runtime::Operation = runtime::Operation {
    id: "order_pet",
    method: "POST",
    path: "/orders",
    idempotency_header: Some("Idempotency-Key"),
    ..runtime::Operation::DEFAULT
};

#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct OrderRequest(runtime::Call);

runtime::request!(OrderRequest -> ());
runtime::idempotency_key!(OrderRequest);

static REMOVE: runtime::Operation = runtime::Operation {
    id: "remove_pet",
    method: "DELETE",
    path: "/pets/{id}",
    ..runtime::Operation::DEFAULT
};

#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct RemoveRequest(runtime::Call);

runtime::request!(RemoveRequest -> ());

static PHOTO: runtime::Operation = runtime::Operation {
    id: "get_photo",
    path: "/photo",
    accept: "image/png",
    servers: &[runtime::Server {
        url: "https://photos.pets.example",
        variables: &[],
    }],
    ..runtime::Operation::DEFAULT
};

#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct PhotoRequest(runtime::Call);

runtime::request!(PhotoRequest as download);

static MOTTO: runtime::Operation = runtime::Operation {
    id: "get_motto",
    path: "/motto",
    accept: "text/plain",
    ..runtime::Operation::DEFAULT
};

#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct MottoRequest(runtime::Call);

runtime::request!(MottoRequest -> String as text);

static SUBMIT: runtime::Operation = runtime::Operation {
    id: "submit",
    method: "POST",
    path: "/submit",
    ..runtime::Operation::DEFAULT
};

#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct SubmitRequest(runtime::Call);

runtime::request!(SubmitRequest -> Submitted as by_status);

#[derive(Clone, Debug, PartialEq)]
pub enum Submitted {
    Status200(Problem),
    Status202,
}

impl runtime::Output for Submitted {
    fn read(answer: &runtime::Answer<'_>) -> Result<Self, runtime::ReadError> {
        match answer.status() {
            200 => answer.json().map(Self::Status200),
            202 => Ok(Self::Status202),
            _ => Err(answer.undeclared()),
        }
    }
}

/// Without an operation id: the route stands for it.
static UNTAGGED: runtime::Operation = runtime::Operation {
    id: "GET /untagged/{id}",
    path: "/untagged/{id}",
    ..runtime::Operation::DEFAULT
};

#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct UntaggedRequest(runtime::Call);

runtime::request!(UntaggedRequest -> ());

static ANY: runtime::Operation = runtime::Operation {
    id: "any",
    path: "/any",
    ..runtime::Operation::DEFAULT
};

#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct AnyRequest(runtime::Call);

runtime::request!(AnyRequest -> serde_json::Value);

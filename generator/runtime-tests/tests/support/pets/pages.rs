use oasmith_runtime::{Credential, runtime};
use serde_json::Value;

use super::client::{BEARER, HEADER_KEY, QUERY_KEY};

/// Lists in pages, each by another habit.
#[derive(Clone, Debug)]
pub struct Pages {
    client: runtime::Client,
}

impl Pages {
    pub(super) fn new(client: &runtime::Client) -> Self {
        Self { client: client.clone() }
    }

    pub fn by_cursor(&self) -> CursorRequest {
        CursorRequest(runtime::Call::new(&self.client, &GET))
    }

    pub fn by_last_item(&self) -> LastItemRequest {
        LastItemRequest(runtime::Call::new(&self.client, &GET))
    }

    pub fn by_offset(&self) -> OffsetRequest {
        OffsetRequest(runtime::Call::new(&self.client, &GET))
    }

    pub fn by_number(&self) -> NumberRequest {
        NumberRequest(runtime::Call::new(&self.client, &GET))
    }

    pub fn by_count(&self) -> CountRequest {
        CountRequest(runtime::Call::new(&self.client, &GET))
    }

    pub fn by_url(&self) -> UrlRequest {
        UrlRequest(runtime::Call::new(&self.client, &GET))
    }

    pub fn by_link(&self) -> LinkRequest {
        LinkRequest(runtime::Call::new(&self.client, &GET))
    }

    pub fn in_body(&self, body: &Value) -> BodyRequest {
        BodyRequest(runtime::Call::new(&self.client, &SEARCH).json(body))
    }
}

static GET: runtime::Operation = runtime::Operation {
    id: "pages",
    path: "/pages",
    security: &[&[&BEARER, &HEADER_KEY, &QUERY_KEY], &[]],
    ..runtime::Operation::DEFAULT
};

static SEARCH: runtime::Operation = runtime::Operation {
    id: "search",
    method: "POST",
    path: "/search",
    idempotency_header: Some("Idempotency-Key"),
    ..runtime::Operation::DEFAULT
};

macro_rules! requests {
    ($($request:ident)*) => {
        $(
            #[derive(Clone, Debug)]
            #[must_use = "a request does nothing until it is sent"]
            pub struct $request(runtime::Call);

            runtime::request!($request -> Value);
        )*
    };
}

requests!(CursorRequest LastItemRequest OffsetRequest NumberRequest CountRequest UrlRequest LinkRequest BodyRequest);

/// Parameters that are no business of pages.
macro_rules! filter {
    ($($request:ident)*) => {
        $(
            impl $request {
                pub fn filter(self, value: impl Into<String>) -> Self {
                    Self(self.0.query::<String>("filter", Some(value)))
                }
            }
        )*
    };
}

filter!(CursorRequest OffsetRequest UrlRequest);

impl OffsetRequest {
    pub fn offset(self, value: i64) -> Self {
        Self(self.0.query::<i64>("offset", Some(value)))
    }
}

impl UrlRequest {
    pub fn query_key(self, key: impl Into<Credential>) -> Self {
        Self(self.0.credential(&QUERY_KEY, key.into()))
    }
}

runtime::pages!(CursorRequest -> Value, items "/data" as i64, by cursor("cursor", "/meta/next~1cursor"));
runtime::pages!(
    LastItemRequest -> Value, items "/data" as Value, by last_item("starting_after", "/id").more("/has_more")
);
runtime::pages!(OffsetRequest -> Value, items "/data" as i64, by offset("offset", 0));
runtime::pages!(NumberRequest -> Value, items "/data" as i64, by number("page", 1).total("/pages"));
runtime::pages!(UrlRequest -> Value, items "/results" as i64, by url("/next"));
// A page that is no list.
runtime::pages!(CountRequest -> Value, by number("page", 1).total("/pages"));
runtime::pages!(LinkRequest -> Vec<i64>, items "" as i64, by link());
runtime::pages!(BodyRequest -> Value, items "/data" as i64, by cursor("/page/cursor", "/next").in_body());
runtime::idempotency_key!(BodyRequest);

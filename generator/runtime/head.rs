//! What comes before the body of a response.

use std::fmt;

use http::{HeaderMap, HeaderName, StatusCode};

/// Status and headers of a response.
#[derive(Clone)]
pub(crate) struct Head {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
}

/// Where servers put the name they give a request, most specific first.
const REQUEST_ID: [&str; 4] = ["x-request-id", "request-id", "x-amzn-requestid", "x-correlation-id"];

impl Head {
    /// A header as text, where it is there and is text.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    pub(crate) fn request_id(&self) -> Option<&str> {
        REQUEST_ID.iter().find_map(|name| self.header(name))
    }
}

/// What everything with a field `head` tells of it.
macro_rules! head_accessors {
    () => {
        /// The status code.
        #[must_use]
        pub fn status(&self) -> u16 {
            self.head.status.as_u16()
        }

        /// The headers.
        #[must_use]
        pub fn headers(&self) -> &::http::HeaderMap {
            &self.head.headers
        }

        /// The name that the server gave this request: what its makers ask for when something is wrong.
        #[must_use]
        pub fn request_id(&self) -> Option<&str> {
            self.head.request_id()
        }
    };
}
pub(crate) use head_accessors;

impl fmt::Debug for Head {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Head")
            .field("status", &self.status)
            .field("headers", &header_names(&self.headers))
            .finish()
    }
}

/// What `Debug` shows of headers: a value can be a secret, also where nobody has marked it as one.
pub(crate) fn header_names(headers: &HeaderMap) -> Vec<&HeaderName> {
    headers.keys().collect()
}

//! What a description says, as plain data: emitted as statics, never changed.

use super::retry::Policy;

/// An API: what all its operations have in common.
#[derive(Debug)]
pub struct Api {
    /// Its title.
    pub name: &'static str,
    /// Its servers; the first is the default.
    pub servers: &'static [Server],
    /// The `User-Agent` of the crate: `name/version`.
    pub user_agent: &'static str,
}

/// A server object.
#[derive(Debug)]
pub struct Server {
    /// Its URL, with `{variable}` in it. Without a scheme it stands relative to the place of the description, which a
    /// client does not know: then a base URL has to be given.
    pub url: &'static str,
    /// The variables in the URL.
    pub variables: &'static [ServerVariable],
}

/// A server variable object.
#[derive(Debug)]
pub struct ServerVariable {
    /// Its name in the URL.
    pub name: &'static str,
    /// The value that is used unless another is given.
    pub default: &'static str,
    /// The values that it may have; empty where it may have any.
    pub values: &'static [&'static str],
}

/// An operation.
#[derive(Debug)]
pub struct Operation {
    /// Its operation id, for errors.
    pub id: &'static str,
    /// The HTTP method, in capitals.
    pub method: &'static str,
    /// The path template: `/pets/{id}`.
    pub path: &'static str,
    /// The security requirement: any one of these sets of schemes. An empty list asks for nothing; an empty set in the
    /// list allows a request without credentials.
    pub security: &'static [&'static [&'static SecurityScheme]],
    /// The media types of the answers, as an `Accept` header.
    pub accept: &'static str,
    /// The header that carries an idempotency key, where the description declares one.
    pub idempotency_header: Option<&'static str>,
    /// How long one attempt may take, in milliseconds, where the description says so.
    pub timeout: Option<u64>,
    /// Whether and how fast it is tried again.
    pub retries: &'static Policy,
    /// Servers of this operation alone; empty where it uses those of the API.
    pub servers: &'static [Server],
}

impl Operation {
    /// What holds for most operations.
    pub const DEFAULT: Self = Self {
        id: "",
        method: "GET",
        path: "/",
        security: &[],
        accept: "application/json",
        idempotency_header: None,
        timeout: None,
        retries: &Policy::DEFAULT,
        servers: &[],
    };
}

/// A security scheme.
#[derive(Debug)]
pub struct SecurityScheme {
    /// Its name in the description.
    pub name: &'static str,
    /// How its credential travels.
    pub kind: SchemeKind,
}

/// How the credential of a security scheme travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchemeKind {
    /// `Authorization: Bearer <token>` (RFC 6750). OAuth 2.0 and `openIdConnect` use it too.
    Bearer,
    /// As [`Bearer`](Self::Bearer), with a token that a client can ask for itself (RFC 6749 section 4.4).
    OAuth2 {
        /// Where it asks.
        token_url: &'static str,
    },
    /// `Authorization: Basic <user name and password>` (RFC 7617).
    Basic,
    /// A header of that name.
    ApiKeyHeader(&'static str),
    /// A query parameter of that name.
    ApiKeyQuery(&'static str),
    /// A cookie of that name.
    ApiKeyCookie(&'static str),
}

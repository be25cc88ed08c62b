use crate::source::Place;

/// The index of a scheme in [`super::Api::security_schemes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchemeId(pub usize);

/// A way to prove who one is (OpenAPI 3.0.4, section 4.7.27).
#[derive(Clone, Debug)]
pub struct SecurityScheme {
    /// Where it stands.
    pub place: Place,
    /// Its key in the components.
    pub name: String,
    /// What it is for, in CommonMark.
    pub description: Option<String>,
    /// What travels, and where.
    pub kind: SecuritySchemeKind,
}

/// What a security scheme sends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SecuritySchemeKind {
    /// `Authorization: Bearer TOKEN`; access tokens of OAuth 2 and OpenID Connect travel the same way.
    Bearer,
    /// An access token of OAuth 2 that a client can get for itself, with its own credentials (RFC 6749, section 4.4).
    OAuth2 {
        /// Where it asks for one.
        token_url: String,
        /// What it can ask for: scopes with what they allow.
        scopes: Vec<(String, String)>,
    },
    /// `Authorization: Basic ...` (RFC 7617).
    Basic,
    /// A key in the header field of this name.
    ApiKeyHeader(String),
    /// A key in the query parameter of this name.
    ApiKeyQuery(String),
    /// A key in the cookie of this name.
    ApiKeyCookie(String),
}

/// Schemes that are needed together; none for "no credentials are fine too".
pub type SecurityRequirement = Vec<SchemeId>;

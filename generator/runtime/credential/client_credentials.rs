//! The client credentials of OAuth 2.0 (RFC 6749 section 4.4).

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, USER_AGENT};
use http::{HeaderMap, HeaderValue, Method};
use tokio::sync::Mutex;

use super::provider::{Provide, unavailable};
use super::{Credential, Kind};
use crate::runtime::client::Shared;
use crate::runtime::clock::Deadline;
use crate::runtime::send::Exchange;
use crate::runtime::send::retrying::complete;
use crate::runtime::url::base::is_safe;
use crate::runtime::{
    Answer, BoxFuture, ClientBuilder, Error, Escape, Operation, ReadError, Request, Result, SchemeKind, Secret,
    SecurityScheme,
};

/// An id and a secret that are exchanged for access tokens, at the token URL that the description names.
///
/// A token is asked for when the first request needs one, and again before it expires: a minute before, or at nine tenths
/// of its time where that is later. However many requests wait for it, it is asked for once. When the server refuses a
/// token with the status 401, the request is sent once more with a new one.
#[derive(Clone, Debug)]
pub struct ClientCredentials {
    id: String,
    secret: Secret,
    scopes: Vec<String>,
    parameters: Vec<(String, String)>,
    token_url: Option<String>,
    is_in_body: bool,
}

impl ClientCredentials {
    /// An id and a secret, without scopes: the server decides what the tokens allow.
    pub fn new(id: impl Into<String>, secret: impl Into<Secret>) -> Self {
        Self {
            id: id.into(),
            secret: secret.into(),
            scopes: Vec::new(),
            parameters: Vec::new(),
            token_url: None,
            is_in_body: false,
        }
    }

    /// Asks for a scope.
    #[must_use]
    pub fn scope(mut self, scope: impl Into<String>) -> Self {
        self.scopes.push(scope.into());
        self
    }

    /// Adds a parameter to the request for a token, such as `audience` or `resource`.
    #[must_use]
    pub fn parameter(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.parameters.push((name.into(), value.into()));
        self
    }

    /// Asks here for tokens, instead of where the description says. The URL must be `https`, as a base URL must.
    #[must_use]
    pub fn token_url(self, url: impl Into<String>) -> Self {
        Self {
            token_url: Some(url.into()),
            ..self
        }
    }

    /// Sends id and secret in the body, for servers that do not take them as basic authentication (RFC 6749 section 2.3.1).
    #[must_use]
    pub fn secret_in_body(self) -> Self {
        Self {
            is_in_body: true,
            ..self
        }
    }

    fn request(&self, client: &Shared, scheme: &SecurityScheme) -> Result<Request, String> {
        let declared = match scheme.kind {
            SchemeKind::OAuth2 { token_url } => Some(token_url),
            _ => None,
        };
        let url = self.token_url.as_deref().or(declared);
        let url = url.ok_or("the description names no token URL: give one")?;
        // A relative one stands beside the servers of the API. Messages do not repeat it.
        let url = client.base.join(url);
        let url = url.map_err(|error| format!("the token URL is not valid: {error}"))?;
        is_safe(&url, client.settings.allow_plain_http).map_err(|problem| format!("the token URL {problem}"))?;
        Ok(Request {
            method: Method::POST,
            headers: self.headers(client.api.user_agent)?,
            body: Bytes::from(self.form()).into(),
            url,
        })
    }

    fn headers(&self, user_agent: &'static str) -> Result<HeaderMap, String> {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        headers.insert(
            CONTENT_TYPE,
            HeaderValue::from_static("application/x-www-form-urlencoded"),
        );
        if let Ok(user_agent) = HeaderValue::from_str(user_agent) {
            headers.insert(USER_AGENT, user_agent);
        }
        if !self.is_in_body {
            let pair = format!("{}:{}", encode(&self.id), encode(self.secret.expose()));
            let basic = format!("Basic {}", STANDARD.encode(pair));
            let mut basic = HeaderValue::from_str(&basic).map_err(|error| error.to_string())?;
            basic.set_sensitive(true);
            headers.insert(AUTHORIZATION, basic);
        }
        Ok(headers)
    }

    fn form(&self) -> String {
        let scopes = self.scopes.join(" ");
        let mut fields = vec![("grant_type", "client_credentials")];
        if !scopes.is_empty() {
            fields.push(("scope", &scopes));
        }
        if self.is_in_body {
            fields.push(("client_id", &self.id));
            fields.push(("client_secret", self.secret.expose()));
        }
        let more = self.parameters.iter();
        fields.extend(more.map(|(name, value)| (name.as_str(), value.as_str())));
        let fields: Vec<String> = fields
            .into_iter()
            .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
            .collect();
        fields.join("&")
    }
}

/// For forms, and for the two parts of the basic authentication of a client (RFC 6749 appendix B).
fn encode(text: &str) -> String {
    Escape::Reserved.apply(text)
}

impl From<ClientCredentials> for Credential {
    fn from(credentials: ClientCredentials) -> Self {
        if credentials.id.is_empty() || credentials.secret.expose().is_empty() {
            return Self(Kind::Unusable("has no id or no secret"));
        }
        Self(Kind::Provided(Arc::new(Tokens {
            credentials,
            token: Mutex::new(None),
        })))
    }
}

impl ClientBuilder {
    /// The id and the secret that the variables `VARIABLE_CLIENT_ID` and `VARIABLE_CLIENT_SECRET` hold, if both are set; or
    /// else the token that `VARIABLE` holds.
    #[must_use]
    pub fn client_credentials_from_env(self, scheme: &'static SecurityScheme, variable: &str) -> Self {
        let id = std::env::var(format!("{variable}_CLIENT_ID"));
        let secret = std::env::var(format!("{variable}_CLIENT_SECRET"));
        match (id, secret) {
            (Ok(id), Ok(secret)) => self.credential(scheme, ClientCredentials::new(id, secret).into()),
            _ => self.credential_from_env(scheme, variable),
        }
    }
}

/// What is exchanged, and what for.
struct Tokens {
    credentials: ClientCredentials,
    /// Locked while a token is asked for, so that the others wait for it.
    token: Mutex<Option<Token>>,
}

struct Token {
    secret: Secret,
    /// When to ask for another one.
    renewal: Deadline,
    expiry: Deadline,
}

/// The answer of a token endpoint (RFC 6749 section 5.1).
struct TokenAnswer {
    access_token: String,
    /// In seconds.
    expires_in: Option<i64>,
}

crate::runtime::object!(TokenAnswer {
    access_token: "access_token",
    expires_in: "expires_in",
});

impl fmt::Debug for TokenAnswer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("TokenAnswer")
    }
}

static TOKEN: Operation = Operation {
    id: "access token",
    method: "POST",
    path: "",
    ..Operation::DEFAULT
};

const AHEAD: Duration = Duration::from_secs(60);

impl Token {
    fn new(answer: TokenAnswer) -> Self {
        let lifetime = answer.expires_in.and_then(|seconds| u64::try_from(seconds).ok());
        let lifetime = lifetime.map(Duration::from_secs);
        let deadline = |time: Option<Duration>| time.map_or(Deadline::NEVER, Deadline::after);
        Self {
            secret: answer.access_token.into(),
            renewal: deadline(lifetime.map(|time| time.saturating_sub(AHEAD).max(time.mul_f64(0.9)))),
            expiry: deadline(lifetime),
        }
    }
}

fn exchange(client: &Shared, request: Request) -> Exchange<'_> {
    let deadline = client.settings.total_timeout;
    Exchange {
        client,
        operation: &TOKEN,
        request,
        timeout: client.settings.timeout,
        retries: client.settings.retries,
        retry_until: Deadline::NEVER,
        deadline: deadline.map_or(Deadline::NEVER, Deadline::after),
        is_repeatable: true,
        credentials: Vec::new(),
    }
}

fn read(answer: &Answer<'_>) -> Result<TokenAnswer, ReadError> {
    answer.json()
}

fn is_over(deadline: Deadline) -> bool {
    deadline.is_within(Duration::ZERO)
}

impl Tokens {
    async fn ask(&self, client: &Shared, scheme: &SecurityScheme) -> Result<Token> {
        let request = self.credentials.request(client, scheme).map_err(Error::build)?;
        let answer = complete(&exchange(client, request)).await?;
        let answer = answer.decode(read)?.into_value();
        if answer.access_token.is_empty() {
            return Err(unavailable(scheme).with_source("the access token is empty"));
        }
        Ok(Token::new(answer))
    }
}

impl Provide for Tokens {
    fn secret<'a>(&'a self, client: &'a Shared, scheme: &'static SecurityScheme) -> BoxFuture<'a, Result<Secret>> {
        Box::pin(async move {
            let mut token = self.token.lock().await;
            if let Some(token) = token.as_ref().filter(|token| !is_over(token.renewal)) {
                return Ok(token.secret.clone());
            }
            match (self.ask(client, scheme).await, token.as_ref()) {
                (Ok(fresh), _) => Ok(token.insert(fresh).secret.clone()),
                // The one at hand still serves, and the next call asks again.
                (Err(_), Some(token)) if !is_over(token.expiry) => Ok(token.secret.clone()),
                (Err(error), _) => Err(unavailable(scheme).with_source(error)),
            }
        })
    }

    fn refused<'a>(&'a self, secret: &'a Secret) -> BoxFuture<'a, bool> {
        Box::pin(async move {
            let mut token = self.token.lock().await;
            // Another call may have renewed it already.
            if token
                .as_ref()
                .is_some_and(|token| token.secret.expose() == secret.expose())
            {
                *token = None;
            }
            true
        })
    }
}

//! From choices to a client.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::{HeaderName, HeaderValue};
use reqwest::Url;

use super::{Client, Settings, Shared};
use crate::runtime::credential::{Credential, Granted, grant};
use crate::runtime::retry::Budget;
use crate::runtime::transport::ReqwestTransport;
use crate::runtime::url::{base_url, server_url};
use crate::runtime::{Api, Error, Hook, Result, SecurityScheme, Transport};

/// Makes a [`Client`]. What is wrong with a choice is told by [`build`](Self::build).
#[derive(Clone)]
pub struct ClientBuilder {
    api: &'static Api,
    /// Of [`Api::servers`].
    server: usize,
    base_url: Option<String>,
    settings: Settings,
    credentials: Vec<Granted>,
    transport: Option<Arc<dyn Transport>>,
    /// The first thing that is wrong.
    problem: Option<String>,
}

impl ClientBuilder {
    /// A builder with the defaults.
    #[must_use]
    pub fn new(api: &'static Api) -> Self {
        let (settings, credentials) = (Settings::default(), Vec::new());
        Self {
            api,
            server: 0,
            base_url: None,
            settings,
            credentials,
            transport: None,
            problem: None,
        }
    }

    /// The credential for a security scheme.
    #[must_use]
    pub fn credential(mut self, scheme: &'static SecurityScheme, credential: Credential) -> Self {
        grant(&mut self.credentials, scheme, credential);
        self
    }

    /// Another server than the first, by its index in [`Api::servers`].
    #[must_use]
    pub fn server(self, index: usize) -> Self {
        Self { server: index, ..self }
    }

    /// The value of a server variable.
    #[must_use]
    pub fn server_variable(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.settings.server_variables.push((name, value.into()));
        self
    }

    /// The base URL, instead of a server of the description.
    #[must_use]
    pub fn base_url(self, url: String) -> Self {
        Self {
            base_url: Some(url),
            ..self
        }
    }

    /// Whether a base URL that is not a loopback address may be plain `http`.
    #[must_use]
    pub fn allow_plain_http(mut self, allow: bool) -> Self {
        self.settings.allow_plain_http = allow;
        self
    }

    /// The time limit of one attempt.
    // only where used: upload
    ///
    /// While a body is sent that is a stream, it begins anew with each chunk, however large the body is. Bytes that are all
    /// there are sent within one time limit.
    // end: upload
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.settings.timeout = timeout;
        self
    }

    /// The time limit of connecting.
    #[must_use]
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.settings.connect_timeout = timeout;
        self
    }

    /// The time limit of a call with all its attempts.
    #[must_use]
    pub fn total_timeout(mut self, timeout: Duration) -> Self {
        self.settings.total_timeout = Some(timeout);
        self
    }

    /// How often a call is tried again.
    #[must_use]
    pub fn retries(mut self, retries: u32) -> Self {
        self.settings.retries = Some(retries);
        self
    }

    /// How many retries the client may spend while nothing succeeds.
    #[must_use]
    pub fn retry_budget(mut self, retries: u32) -> Self {
        self.settings.retry_budget = retries;
        self
    }

    /// The largest body of an answer, in bytes.
    #[must_use]
    pub fn max_response_size(mut self, bytes: usize) -> Self {
        self.settings.max_response_size = bytes;
        self
    }

    /// How much of the body of an error answer is kept, in bytes.
    #[must_use]
    pub fn max_error_size(mut self, bytes: usize) -> Self {
        self.settings.max_error_size = bytes;
        self
    }

    /// A header for every request. Setting it again replaces it.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        match (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(value)) {
            (Ok(name), Ok(value)) => {
                self.settings.headers.insert(name, value);
            }
            (Err(_), _) => self.fail(format!("{name:?} is not a header name")),
            (_, Err(_)) => self.fail(format!(
                "the header `{name}`: it has a character that a header cannot have"
            )),
        }
        self
    }

    /// Shows each attempt to this hook, after those that were given before.
    #[must_use]
    pub fn hook(mut self, hook: impl Hook) -> Self {
        self.settings.hooks.push(Arc::new(hook));
        self
    }

    /// Sends with this HTTP client.
    #[must_use]
    pub fn reqwest_client(self, client: reqwest::Client) -> Self {
        self.transport(ReqwestTransport::new(client))
    }

    /// Sends with this transport.
    #[must_use]
    pub fn transport(self, transport: impl Transport) -> Self {
        Self {
            transport: Some(Arc::new(transport)),
            ..self
        }
    }

    /// Makes the client.
    ///
    /// # Errors
    ///
    /// When a choice is not valid.
    pub fn build(self) -> Result<Client> {
        if let Some(problem) = self.problem {
            return Err(Error::build(problem));
        }
        let is_base_given = self.base_url.is_some();
        let base = self.base().map_err(Error::build)?;
        let transport = match self.transport {
            Some(transport) => transport,
            None => default_transport(self.settings.connect_timeout)?,
        };
        let budget = Budget::new(self.settings.retry_budget);
        let (api, settings, credentials) = (self.api, self.settings, self.credentials);
        Ok(Client(Arc::new(Shared {
            api,
            base,
            is_base_given,
            settings,
            credentials,
            transport,
            budget,
        })))
    }

    fn base(&self) -> Result<Url, String> {
        let url = match (&self.base_url, self.api.servers.get(self.server)) {
            (Some(url), _) => url.clone(),
            (None, Some(server)) => server_url(server, &self.settings.server_variables)?,
            (None, None) => String::new(),
        };
        if url.is_empty() || url.starts_with('/') {
            return Err("the description names no server with a full URL: give a base URL".to_owned());
        }
        base_url(&url, self.settings.allow_plain_http)
    }

    fn fail(&mut self, problem: String) {
        self.problem.get_or_insert(problem);
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Without the base URL: before it has been checked, it can hold a password.
        formatter
            .debug_struct("ClientBuilder")
            .field("api", &self.api.name)
            .field("credentials", &self.credentials)
            .field("settings", &self.settings)
            .field("problem", &self.problem)
            .finish_non_exhaustive()
    }
}

fn default_transport(connect_timeout: Duration) -> Result<Arc<dyn Transport>> {
    match ReqwestTransport::with_connect_timeout(connect_timeout) {
        Ok(transport) => Ok(Arc::new(transport)),
        Err(error) => Err(Error::build("the HTTP client cannot be made").with_source(error)),
    }
}

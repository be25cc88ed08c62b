//! The choices that every client has, with their defaults.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderMap;

use crate::runtime::Hook;
use crate::runtime::head::header_names;

/// Limits and headers for all requests.
#[derive(Clone)]
pub(crate) struct Settings {
    pub(crate) connect_timeout: Duration,
    /// Of one attempt.
    pub(crate) timeout: Duration,
    /// Of a call with all its attempts.
    pub(crate) total_timeout: Option<Duration>,
    pub(crate) retries: Option<u32>,
    pub(crate) retry_budget: u32,
    /// In bytes.
    pub(crate) max_response_size: usize,
    /// In bytes.
    pub(crate) max_error_size: usize,
    pub(crate) allow_plain_http: bool,
    pub(crate) server_variables: Vec<(&'static str, String)>,
    pub(crate) headers: HeaderMap,
    pub(crate) hooks: Vec<Arc<dyn Hook>>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            connect_timeout: Duration::from_secs(5),
            timeout: Duration::from_secs(60),
            total_timeout: None,
            retries: None,
            retry_budget: 50,
            max_response_size: 64 * 1024 * 1024,
            max_error_size: 64 * 1024,
            allow_plain_http: false,
            server_variables: Vec::new(),
            headers: HeaderMap::new(),
            hooks: Vec::new(),
        }
    }
}

impl fmt::Debug for Settings {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Settings")
            .field("connect_timeout", &self.connect_timeout)
            .field("timeout", &self.timeout)
            .field("total_timeout", &self.total_timeout)
            .field("retries", &self.retries)
            .field("retry_budget", &self.retry_budget)
            .field("max_response_size", &self.max_response_size)
            .field("max_error_size", &self.max_error_size)
            .field("allow_plain_http", &self.allow_plain_http)
            .field("server_variables", &self.server_variables)
            .field("headers", &header_names(&self.headers))
            .field("hooks", &self.hooks.len())
            .finish()
    }
}

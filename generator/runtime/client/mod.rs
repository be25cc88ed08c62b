//! What all requests share.

mod builder;
mod settings;

use std::fmt;
use std::sync::Arc;

use reqwest::Url;

pub use self::builder::ClientBuilder;
pub(crate) use self::settings::Settings;
use super::credential::Granted;
use super::retry::Budget;
use super::{Api, Transport};

/// A client of an API. Cheap to clone: clones share everything.
#[derive(Clone)]
pub struct Client(pub(crate) Arc<Shared>);

pub(crate) struct Shared {
    pub(crate) api: &'static Api,
    pub(crate) base: Url,
    /// The base was given, and so stands for the servers of single operations too.
    pub(crate) is_base_given: bool,
    pub(crate) settings: Settings,
    pub(crate) credentials: Vec<Granted>,
    pub(crate) transport: Arc<dyn Transport>,
    pub(crate) budget: Budget,
}

impl fmt::Debug for Client {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Client")
            .field("api", &self.0.api.name)
            .field("base_url", &self.0.base.as_str())
            .field("credentials", &self.0.credentials)
            .field("settings", &self.0.settings)
            .finish_non_exhaustive()
    }
}

//! Credentials from environment variables.

use super::Credential;
use crate::runtime::{ClientBuilder, SecurityScheme};

impl ClientBuilder {
    /// The credential that an environment variable holds, if it is set.
    #[must_use]
    pub fn credential_from_env(self, scheme: &'static SecurityScheme, variable: &str) -> Self {
        match std::env::var(variable) {
            Ok(token) => self.credential(scheme, Credential::token(token)),
            Err(_) => self,
        }
    }
}

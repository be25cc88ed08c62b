//! What a single request can have other than its client.

use std::time::Duration;

use super::Call;
use crate::runtime::SecurityScheme;
use crate::runtime::credential::{Credential, grant};

impl Call {
    /// The credential for a security scheme.
    #[must_use]
    pub fn credential(mut self, scheme: &'static SecurityScheme, credential: Credential) -> Self {
        grant(&mut self.credentials, scheme, credential);
        self
    }

    /// How long one attempt may take.
    #[must_use]
    pub fn timeout(self, timeout: Duration) -> Self {
        Self {
            timeout: Some(timeout),
            ..self
        }
    }

    /// How often the request is tried again.
    #[must_use]
    pub fn retries(self, retries: u32) -> Self {
        Self {
            retries: Some(retries),
            ..self
        }
    }

    /// The idempotency key, sent where the operation declares a header for it.
    #[must_use]
    pub fn idempotency_key(self, key: String) -> Self {
        Self {
            idempotency_key: Some(key),
            ..self
        }
    }
}

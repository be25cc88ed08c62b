//! User name and password.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::Credential;
use crate::runtime::Secret;

impl Credential {
    /// A user name and a password, joined and encoded as RFC 7617 section 2 says.
    pub fn basic(username: impl Into<String>, password: impl Into<Secret>) -> Self {
        let (username, password) = (username.into(), password.into());
        // Some services take only one of the two, but none takes nothing.
        let problem = if username.is_empty() && password.expose().is_empty() {
            Some("is empty")
        } else {
            username.contains(':').then_some("has a user name with a colon")
        };
        Self {
            secret: STANDARD.encode(format!("{username}:{}", password.expose())).into(),
            problem,
        }
    }
}

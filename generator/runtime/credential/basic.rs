//! User name and password.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::Credential;
use crate::runtime::Secret;

impl Credential {
    /// A user name and a password, joined and encoded as RFC 7617 section 2 says.
    pub fn basic(username: impl Into<String>, password: impl Into<Secret>) -> Self {
        let (username, password) = (username.into(), password.into());
        let is_ambiguous = username.contains(':');
        Self {
            secret: STANDARD.encode(format!("{username}:{}", password.expose())).into(),
            problem: is_ambiguous.then_some("a user name must not contain a colon"),
        }
    }
}

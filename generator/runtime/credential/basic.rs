//! User name and password.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::{Credential, Kind};
use crate::runtime::{ClientBuilder, Secret, SecurityScheme};

impl Credential {
    /// A user name and a password, joined and encoded as RFC 7617 section 2 says.
    pub fn basic(username: impl Into<String>, password: impl Into<Secret>) -> Self {
        let (username, password) = (username.into(), password.into());
        // Some services take only one of the two, but none takes nothing.
        Self(if username.is_empty() && password.expose().is_empty() {
            Kind::Unusable("is empty")
        } else if username.contains(':') {
            Kind::Unusable("has a user name with a colon")
        } else {
            Kind::Fixed(STANDARD.encode(format!("{username}:{}", password.expose())).into())
        })
    }
}

impl ClientBuilder {
    /// The user name and the password that the variables `VARIABLE_USERNAME` and `VARIABLE_PASSWORD` hold, if both are set.
    #[must_use]
    pub fn basic_from_env(self, scheme: &'static SecurityScheme, variable: &str) -> Self {
        let name = std::env::var(format!("{variable}_USERNAME"));
        let password = std::env::var(format!("{variable}_PASSWORD"));
        match (name, password) {
            (Ok(name), Ok(password)) => self.credential(scheme, Credential::basic(name, password)),
            _ => self,
        }
    }
}

//! Credentials, and which of them a request carries.

mod apply;
// only where used: basic
mod basic;
// end: basic
// only where used: client_credentials
mod client_credentials;
// end: client_credentials
mod env;
mod obtain;
mod provider;
mod select;

use std::fmt;
use std::sync::Arc;

use super::{Secret, SecurityScheme};

pub(crate) use self::apply::{Carried, apply};
// only where used: client_credentials
pub use self::client_credentials::ClientCredentials;
// end: client_credentials
pub(crate) use self::obtain::{Obtained, at_hand, obtain};
pub use self::provider::ProviderFuture;
pub(crate) use self::select::select;

use self::provider::Provide;

/// What proves who is calling: a token, a key, user name and password, or something that provides a token when one is
/// needed. `Debug` shows nothing of it.
///
/// A text becomes one where it is asked for; see [`provider`](Self::provider) for tokens that change.
#[derive(Clone)]
pub struct Credential(Kind);

#[derive(Clone)]
enum Kind {
    /// The same for each request.
    Fixed(Secret),
    /// Asked for before each request.
    Provided(Arc<dyn Provide>),
    /// Why it cannot be used, as what follows on "the credential".
    Unusable(&'static str),
}

impl Credential {
    /// A token or a key.
    pub fn token(token: impl Into<Secret>) -> Self {
        let token: Secret = token.into();
        Self(if token.expose().is_empty() {
            // An environment variable that is not set, most often. Without a word here, the server would say something else.
            Kind::Unusable("is empty")
        } else {
            Kind::Fixed(token)
        })
    }
}

impl fmt::Debug for Credential {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("[redacted]")
    }
}

impl From<Secret> for Credential {
    fn from(token: Secret) -> Self {
        Self::token(token)
    }
}

impl From<String> for Credential {
    fn from(token: String) -> Self {
        Self::token(token)
    }
}

impl From<&String> for Credential {
    fn from(token: &String) -> Self {
        Self::token(token)
    }
}

impl From<&str> for Credential {
    fn from(token: &str) -> Self {
        Self::token(token)
    }
}

/// A credential for a security scheme.
pub(crate) type Granted = (&'static SecurityScheme, Credential);

/// Adds a credential, or replaces the one for the same scheme.
pub(crate) fn grant(granted: &mut Vec<Granted>, scheme: &'static SecurityScheme, credential: Credential) {
    granted.retain(|(known, _)| known.name != scheme.name);
    granted.push((scheme, credential));
}

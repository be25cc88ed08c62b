//! Credentials, and which of them a request carries.

mod apply;
// only where used: basic
mod basic;
// end: basic
mod select;

use super::{Secret, SecurityScheme};

pub(crate) use self::apply::{Carried, apply};
pub(crate) use self::select::select;

/// What proves who is calling: a token, a key, or user name and password. `Debug` shows nothing of it.
#[derive(Clone, Debug)]
pub struct Credential {
    secret: Secret,
    /// Why it cannot be used, as what follows on "the credential".
    problem: Option<&'static str>,
}

impl Credential {
    /// A token or a key.
    pub fn token(token: impl Into<Secret>) -> Self {
        let secret: Secret = token.into();
        // An environment variable that is not set, most often. Without a word here, the server would say something else.
        let problem = secret.expose().is_empty().then_some("is empty");
        Self { secret, problem }
    }
}

/// A credential for a security scheme.
pub(crate) type Granted = (&'static SecurityScheme, Credential);

/// Adds a credential, or replaces the one for the same scheme.
pub(crate) fn grant(granted: &mut Vec<Granted>, scheme: &'static SecurityScheme, credential: Credential) {
    granted.retain(|(known, _)| known.name != scheme.name);
    granted.push((scheme, credential));
}

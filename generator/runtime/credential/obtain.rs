//! From credentials to the secrets that a request carries.

use std::sync::Arc;

use super::provider::Provide;
use super::{Credential, Kind, select};
use crate::runtime::{Call, Error, Result, Secret, SecurityScheme};

/// A secret for a security scheme, and what has provided it, if anything has.
pub(crate) struct Obtained {
    pub(crate) scheme: &'static SecurityScheme,
    pub(crate) secret: Secret,
    provider: Option<Arc<dyn Provide>>,
}

impl Obtained {
    /// Notes that the server has refused the secret. Whether another one can be had now.
    pub(crate) async fn refused(&self) -> bool {
        match &self.provider {
            Some(provider) => provider.refused(&self.secret).await,
            None => false,
        }
    }
}

/// The secrets for a call, those of providers included.
pub(crate) async fn obtain(call: &Call) -> Result<Vec<Obtained>> {
    let mut obtained = Vec::new();
    for (scheme, credential) in chosen(call) {
        if let Kind::Provided(provider) = &credential.0 {
            obtained.push(provided(call, scheme, provider).await?);
        } else {
            obtained.extend(fixed(call, scheme, credential)?);
        }
    }
    Ok(obtained)
}

async fn provided(call: &Call, scheme: &'static SecurityScheme, provider: &Arc<dyn Provide>) -> Result<Obtained> {
    let secret = provider.secret(&call.client.0, scheme).await;
    Ok(Obtained {
        scheme,
        secret: secret.map_err(|error| error.of(call.operation, 0))?,
        provider: Some(Arc::clone(provider)),
    })
}

/// The secrets that a call has without asking a provider.
pub(crate) fn at_hand(call: &Call) -> Result<Vec<Obtained>> {
    let mut obtained = Vec::new();
    for (scheme, credential) in chosen(call) {
        obtained.extend(fixed(call, scheme, credential)?);
    }
    Ok(obtained)
}

fn chosen(call: &Call) -> Vec<(&'static SecurityScheme, &Credential)> {
    select(call.operation.security, &call.credentials, &call.client.0.credentials)
}

fn fixed(call: &Call, scheme: &'static SecurityScheme, credential: &Credential) -> Result<Option<Obtained>> {
    match &credential.0 {
        Kind::Fixed(secret) => Ok(Some(Obtained {
            scheme,
            secret: secret.clone(),
            provider: None,
        })),
        Kind::Provided(_) => Ok(None),
        Kind::Unusable(problem) => {
            let problem = format!("the credential for `{}` {problem}", scheme.name);
            Err(Error::build(problem).of(call.operation, 0))
        }
    }
}

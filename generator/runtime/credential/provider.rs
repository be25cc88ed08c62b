//! Credentials that change while a program runs.

use std::error::Error as StdError;
use std::sync::Arc;

use super::{Credential, Kind};
use crate::runtime::client::Shared;
use crate::runtime::{BoxFuture, Error, ErrorKind, Result, Secret, SecurityScheme};

/// Something that has a secret when one is needed.
pub(crate) trait Provide: Send + Sync + 'static {
    /// The secret for the next request of a client.
    fn secret<'a>(&'a self, client: &'a Shared, scheme: &'static SecurityScheme) -> BoxFuture<'a, Result<Secret>>;

    /// Notes that the server has refused a secret with the status 401. Whether another one can be had now.
    fn refused<'a>(&'a self, secret: &'a Secret) -> BoxFuture<'a, bool>;
}

impl Credential {
    /// A function that gives the token or key for each request: from a file that is rotated, a vault, or a token exchange
    /// of your own. It is called for each call, so it should keep what stays valid.
    ///
    /// ```text
    /// Credential::provider(|| async { vault.read("pets/token").await })
    /// ```
    pub fn provider<F, R, S, E>(provide: F) -> Self
    where
        F: Fn() -> R + Send + Sync + 'static,
        R: ProviderFuture<Output = std::result::Result<S, E>> + 'static,
        S: Into<Secret>,
        E: Into<Box<dyn StdError + Send + Sync>>,
    {
        Self(Kind::Provided(Arc::new(Function(provide))))
    }
}

/// The future of a [`Credential::provider`]. It can move between threads, except on wasm32, which has none.
#[cfg(not(target_arch = "wasm32"))]
pub trait ProviderFuture: Future + Send {}

#[cfg(not(target_arch = "wasm32"))]
impl<T: Future + Send> ProviderFuture for T {}

/// The future of a [`Credential::provider`].
#[cfg(target_arch = "wasm32")]
pub trait ProviderFuture: Future {}

#[cfg(target_arch = "wasm32")]
impl<T: Future> ProviderFuture for T {}

struct Function<F>(F);

impl<F, R, S, E> Provide for Function<F>
where
    F: Fn() -> R + Send + Sync + 'static,
    R: ProviderFuture<Output = std::result::Result<S, E>> + 'static,
    S: Into<Secret>,
    E: Into<Box<dyn StdError + Send + Sync>>,
{
    fn secret<'a>(&'a self, _: &'a Shared, scheme: &'static SecurityScheme) -> BoxFuture<'a, Result<Secret>> {
        let secret = (self.0)();
        Box::pin(async move {
            let secret: Secret = match secret.await {
                Ok(secret) => secret.into(),
                Err(error) => return Err(unavailable(scheme).with_source(error)),
            };
            if secret.expose().is_empty() {
                return Err(unavailable(scheme).with_source("it is empty"));
            }
            Ok(secret)
        })
    }

    /// The function is asked for each call anyway.
    fn refused<'a>(&'a self, _: &'a Secret) -> BoxFuture<'a, bool> {
        Box::pin(async { false })
    }
}

/// The error of a credential that cannot be had.
pub(crate) fn unavailable(scheme: &SecurityScheme) -> Error {
    Error::new(ErrorKind::Credential).with_detail(format!("`{}`", scheme.name))
}

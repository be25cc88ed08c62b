//! The credentials that a request accepts.

/// `credential!(ListRequest, http_bearer: token for client::HTTP_BEARER, "HTTPBearer")`: a setter of a request for the
/// credential of one security scheme, whose name in the description stands last. `key` is an API key, and `basic` a user name
/// with a password.
#[doc(hidden)]
#[macro_export]
macro_rules! __credential {
    ($request:ident, $setter:ident: token for $scheme:path, $name:literal) => {
        $crate::runtime::credential!(@ $request, $setter, $scheme, $name, token);
    };
    ($request:ident, $setter:ident: key for $scheme:path, $name:literal) => {
        $crate::runtime::credential!(@ $request, $setter, $scheme, $name, key);
    };
    // only where used: basic
    ($request:ident, $setter:ident: basic for $scheme:path, $name:literal) => {
        impl $request {
            #[doc = concat!("The credential for `", $name, "`, instead of the client's.")]
            pub fn $setter(
                self,
                username: impl ::core::convert::Into<::std::string::String>,
                password: impl ::core::convert::Into<$crate::Secret>,
            ) -> Self {
                Self(self.0.credential(&$scheme, $crate::runtime::Credential::basic(username, password)))
            }
        }
    };
    // end: basic
    (@ $request:ident, $setter:ident, $scheme:path, $name:literal, $secret:ident) => {
        impl $request {
            #[doc = concat!("The credential for `", $name, "`, instead of the client's.")]
            pub fn $setter(self, $secret: impl ::core::convert::Into<$crate::Credential>) -> Self {
                Self(self.0.credential(&$scheme, $secret.into()))
            }
        }
    };
}

//! `Debug` for models with secrets.

/// `redacted_debug!(Login, ["password"])`: `Debug` like the derived one, but without the values of the named members.
///
/// It goes through `Object`, so each of the other members shows itself by its own `Debug`, and hides its own secrets.
#[doc(hidden)]
#[macro_export]
macro_rules! __redacted_debug {
    ($name:ident, [$($secret:literal),*]) => {
        impl ::core::fmt::Debug for $name {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::runtime::debug_object(self, ::core::stringify!($name), &[$($secret),*], formatter)
            }
        }
    };
}

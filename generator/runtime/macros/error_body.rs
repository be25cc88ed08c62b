//! Failures with a typed body.

/// `error_body!(CreateError { 400 => Status400, 500..=599 => Status5Xx, _ => Default })`: the variant that each status is read
/// into. The first entry that a status fits counts.
#[doc(hidden)]
#[macro_export]
macro_rules! __error_body {
    ($name:ident { $($status:pat => $variant:ident),* $(,)? }) => {
        impl $crate::runtime::ErrorBody for $name {
            fn read(answer: &$crate::runtime::Answer<'_>) -> ::core::option::Option<Self> {
                $(if ::core::matches!(answer.status(), $status) {
                    return answer.json().ok().map(Self::$variant);
                })*
                ::core::option::Option::None
            }
        }
    };
}

//! Failures with a typed body.

/// `error_body!(CreateError { 400 => Status400, 500..=599 => Status5Xx, _ => Default })`: the variant that each status is read
/// into. The first entry that a status fits counts. A body of XML has a table: `404 => Status404 as xml by xml::PROBLEM`.
#[doc(hidden)]
#[macro_export]
macro_rules! __error_body {
    ($name:ident { $($status:pat => $variant:ident $(as xml by $table:path)?),* $(,)? }) => {
        impl $crate::runtime::ErrorBody for $name {
            fn read(answer: &$crate::runtime::Answer<'_>) -> ::core::option::Option<Self> {
                $(if ::core::matches!(answer.status(), $status) {
                    return $crate::runtime::error_body!(@read answer $($table)?).ok().map(Self::$variant);
                })*
                ::core::option::Option::None
            }
        }
    };
    (@read $answer:ident) => {
        $answer.json()
    };
    // only where used: xml
    (@read $answer:ident $table:path) => {
        $answer.xml(&$table)
    };
    // end: xml
}

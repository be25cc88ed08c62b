//! Setters of models.

/// `setters!(CreatePet { name: impl Into<String>, limit: impl Into<i64> = "`10`", tags: impl IntoIterator<Item = String> as list })`:
/// a setter for each of the fields, which may be left out, with what it takes. After `=` stands what the server takes where
/// there is nothing. `as` says how the value is made where `Into` is not all: `list`, `map`, `utc` for a moment, `boxed`, and
/// `nullable` for a field that can be `null`.
#[doc(hidden)]
#[macro_export]
macro_rules! __setters {
    ($name:ident { $($field:ident: $ty:ty $(as $how:ident)? $(= $default:literal)?),* $(,)? }) => {
        impl $name {
            $(
                #[doc = concat!(
                    "Sets [`", stringify!($field), "`](Self#structfield.", stringify!($field), ")",
                    $("; the server takes ", $default, " where it is left out",)?
                    ".",
                )]
                pub fn $field(self, value: $ty) -> Self {
                    Self { $field: $crate::runtime::setters!(@ value $($how)?), ..self }
                }
            )*
        }
    };
    (@ $value:ident) => {
        ::core::option::Option::Some($value.into())
    };
    (@ $value:ident boxed) => {
        ::core::option::Option::Some(::std::boxed::Box::new($value.into()))
    };
    (@ $value:ident nullable) => {
        $value.into()
    };
    (@ $value:ident utc) => {
        ::core::option::Option::Some($value.to_utc())
    };
    (@ $value:ident list) => {
        ::core::option::Option::Some($value.into_iter().map(::core::convert::Into::into).collect())
    };
    (@ $value:ident map) => {
        ::core::option::Option::Some(
            $value.into_iter().map(|(key, value)| (key.into(), value.into())).collect(),
        )
    };
}

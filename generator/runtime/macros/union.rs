//! Unions without a discriminator.

/// `union!(Owner { Person, Company, ..Unknown })`: a union whose variants are told apart by what can be read; the most specific
/// one comes first, and the last one keeps what none of them can hold.
#[doc(hidden)]
#[macro_export]
macro_rules! __union {
    ($name:ident { $($variant:ident,)* ..$unknown:ident }) => {
        impl $crate::runtime::Json for $name {
            fn known_members(value: &$crate::runtime::Value<'_>) -> usize {
                $crate::runtime::known_members(value, &$crate::runtime::variants!(Self { $($variant),* }))
            }

            fn read(value: &$crate::runtime::Value<'_>) -> $crate::runtime::ReadResult<Self> {
                $crate::runtime::first_match(value, $crate::runtime::variants!(Self { $($variant),* }))
                    .or_else(|_| value.keep(Self::$unknown))
            }

            fn write(&self, writer: &mut $crate::runtime::Writer) {
                match self {
                    $(Self::$variant(value) => $crate::runtime::Json::write(value, writer),)*
                    Self::$unknown(value) => $crate::runtime::Json::write(value, writer),
                }
            }
        }

        $crate::runtime::json!($name);
    };
}

/// `variants!(Self { Person, Company })`: variants of a union, to be tried in turn.
#[doc(hidden)]
#[macro_export]
macro_rules! __variants {
    ($union:ident { $($variant:ident),* $(,)? }) => {
        [$(
            $crate::runtime::Alternative::new(::core::stringify!($variant), $union::$variant, |value| {
                $crate::runtime::Json::read(value).map($union::$variant)
            })
        ),*]
    };
}

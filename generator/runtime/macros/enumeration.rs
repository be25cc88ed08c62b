//! Open enumerations.

/// `string_enum!(Status { InProgress: "in-progress", ..Unknown })`: the text of each variant, and the variant that keeps any
/// other text.
///
/// `string_enum!(Status)`: what a type that implements `StringEnum` can do besides.
#[doc(hidden)]
#[macro_export]
macro_rules! __string_enum {
    ($name:ident { $($variant:ident: $text:literal,)* ..$unknown:ident }) => {
        impl $crate::runtime::StringEnum for $name {
            fn from_text(text: ::std::borrow::Cow<'_, str>) -> Self {
                match &*text {
                    $($text => Self::$variant,)*
                    _ => Self::$unknown(text.into_owned()),
                }
            }

            fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::$unknown(text) => text,
                }
            }
        }

        $crate::runtime::string_enum!($name);
    };
    ($name:ident) => {
        impl $name {
            /// The text of this value, as it is sent and received.
            #[must_use]
            pub fn as_str(&self) -> &str {
                $crate::runtime::StringEnum::as_str(self)
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                formatter.pad(self.as_str())
            }
        }

        impl ::core::convert::From<&str> for $name {
            fn from(text: &str) -> Self {
                $crate::runtime::StringEnum::from_text(text.into())
            }
        }

        impl ::core::convert::From<::std::string::String> for $name {
            fn from(text: ::std::string::String) -> Self {
                $crate::runtime::StringEnum::from_text(text.into())
            }
        }

        impl ::core::str::FromStr for $name {
            type Err = ::core::convert::Infallible;

            fn from_str(text: &str) -> ::core::result::Result<Self, Self::Err> {
                ::core::result::Result::Ok(text.into())
            }
        }

        impl $crate::runtime::Json for $name {
            fn read(value: &$crate::runtime::Value<'_>) -> ::core::result::Result<Self, $crate::runtime::ReadError> {
                value
                    .text()
                    .map(|text| $crate::runtime::StringEnum::from_text(text.clone()))
            }

            fn write(&self, writer: &mut $crate::runtime::Writer) {
                writer.scalar(self.as_str());
            }
        }

        $crate::runtime::json!($name);
    };
}

/// `integer_enum!(Level { N1: 1, ..Unknown })`: the integer of each variant, and the variant that keeps any other integer.
///
/// `integer_enum!(Level)`: what a type that implements `IntegerEnum` can do besides.
#[doc(hidden)]
#[macro_export]
macro_rules! __integer_enum {
    ($name:ident { $($variant:ident: $integer:literal,)* ..$unknown:ident }) => {
        impl $crate::runtime::IntegerEnum for $name {
            fn from_integer(integer: i64) -> Self {
                match integer {
                    $($integer => Self::$variant,)*
                    _ => Self::$unknown(integer),
                }
            }

            fn as_integer(&self) -> i64 {
                match self {
                    $(Self::$variant => $integer,)*
                    Self::$unknown(integer) => *integer,
                }
            }
        }

        $crate::runtime::integer_enum!($name);
    };
    ($name:ident) => {
        impl $name {
            /// The integer of this value, as it is sent and received.
            #[must_use]
            pub fn as_integer(&self) -> i64 {
                $crate::runtime::IntegerEnum::as_integer(self)
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.as_integer(), formatter)
            }
        }

        impl ::core::convert::From<i64> for $name {
            fn from(integer: i64) -> Self {
                $crate::runtime::IntegerEnum::from_integer(integer)
            }
        }

        impl $crate::runtime::Json for $name {
            fn read(value: &$crate::runtime::Value<'_>) -> ::core::result::Result<Self, $crate::runtime::ReadError> {
                <i64 as $crate::runtime::Json>::read(value).map($crate::runtime::IntegerEnum::from_integer)
            }

            fn write(&self, writer: &mut $crate::runtime::Writer) {
                writer.scalar(&self.as_integer());
            }
        }

        $crate::runtime::json!($name);
    };
}

/// `mixed_enum!(Size)`: what a type that implements `MixedEnum` can do besides.
#[doc(hidden)]
#[macro_export]
macro_rules! __mixed_enum {
    ($name:ident) => {
        impl $name {
            /// This value, as it is sent and received.
            #[must_use]
            pub fn to_value(&self) -> ::serde_json::Value {
                $crate::runtime::MixedEnum::to_value(self)
            }
        }

        impl ::core::convert::From<::serde_json::Value> for $name {
            fn from(value: ::serde_json::Value) -> Self {
                $crate::runtime::MixedEnum::from_value(value)
            }
        }

        impl $crate::runtime::Json for $name {
            fn read(value: &$crate::runtime::Value<'_>) -> ::core::result::Result<Self, $crate::runtime::ReadError> {
                ::core::result::Result::Ok($crate::runtime::MixedEnum::from_value(value.to_json()))
            }

            fn write(&self, writer: &mut $crate::runtime::Writer) {
                $crate::runtime::Json::write(&self.to_value(), writer);
            }
        }

        $crate::runtime::json!($name);
    };
}

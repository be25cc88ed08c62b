//! Bodies of several parts.

/// `multipart!(UploadForm { file: "file", code: secret "code", ..additional_properties })`: the part of each field, and
/// `Debug`, which does not show the value of a `secret` one.
///
/// `multipart!(Source as Part { File, Link })`: an enum is what its variant is, be it a part or all of the parts.
#[doc(hidden)]
#[macro_export]
macro_rules! __multipart {
    ($name:ident { $($field:ident: $($secret:ident)? $part:literal),* $(,)? $(..$rest:ident)? }) => {
        impl $crate::runtime::Multipart for $name {
            fn parts(&self, form: &mut $crate::runtime::Form) {
                $($crate::runtime::Part::add(&self.$field, $part, form);)*
                $(form.entries(&self.$rest);)?
            }
        }

        impl ::core::fmt::Debug for $name {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                formatter
                    .debug_struct(::core::stringify!($name))
                    $(.field(::core::stringify!($field), $crate::runtime::multipart!(@ $($secret)? self.$field)))*
                    $(.field(::core::stringify!($rest), &self.$rest))?
                    .finish()
            }
        }
    };
    ($name:ident as Multipart { $($variant:ident),* }) => {
        impl $crate::runtime::Multipart for $name {
            fn parts(&self, form: &mut $crate::runtime::Form) {
                // A call as a method goes through the `Box` of a large variant.
                match self {
                    $(Self::$variant(value) => value.parts(form),)*
                }
            }
        }
    };
    ($name:ident as Part { $($variant:ident),* }) => {
        impl $crate::runtime::Part for $name {
            fn add(&self, name: &str, form: &mut $crate::runtime::Form) {
                match self {
                    $(Self::$variant(value) => $crate::runtime::Part::add(value, name, form),)*
                }
            }
        }

        $crate::runtime::multipart!(@ containers of $name);
    };
    (@ containers of $name:ident) => {
        impl $crate::runtime::Part for ::core::option::Option<$name> {
            fn add(&self, name: &str, form: &mut $crate::runtime::Form) {
                if let ::core::option::Option::Some(part) = self {
                    $crate::runtime::Part::add(part, name, form);
                }
            }
        }

        impl $crate::runtime::Part for ::std::vec::Vec<$name> {
            fn add(&self, name: &str, form: &mut $crate::runtime::Form) {
                for part in self {
                    $crate::runtime::Part::add(part, name, form);
                }
            }
        }

        impl $crate::runtime::Part for ::core::option::Option<::std::vec::Vec<$name>> {
            fn add(&self, name: &str, form: &mut $crate::runtime::Form) {
                if let ::core::option::Option::Some(parts) = self {
                    $crate::runtime::Part::add(parts, name, form);
                }
            }
        }
    };
    (@ secret $self:ident.$field:ident) => {
        &::core::format_args!("[redacted]")
    };
    (@ $self:ident.$field:ident) => {
        &$self.$field
    };
}

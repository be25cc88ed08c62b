//! Models.

/// `object!(Token { id: "id", owner: required "Owner", ..additional_properties })`: how an object is read and written. Each
/// field has the name that its member has in JSON. `required` is a member that is written as `null` where it is `None`, and
/// `..` is the field for the members that have none of their own.
///
/// `object!(Token)`: `Json`, `Serialize` and `Deserialize` for a type that implements `Object`.
#[doc(hidden)]
#[macro_export]
macro_rules! __object {
    ($name:ident {}) => {
        impl $crate::runtime::Object for $name {
            fn read(_: &mut $crate::runtime::ObjectReader<'_, '_>) -> $crate::runtime::ReadResult<Self> {
                ::core::result::Result::Ok(Self {})
            }

            fn fields(&self, _: &mut $crate::runtime::ObjectWriter<'_>) {}
        }

        $crate::runtime::object!($name);
    };
    ($name:ident { $($field:ident: $($required:ident)? $member:literal),* $(,)? $(..$rest:ident)? }) => {
        impl $crate::runtime::Object for $name {
            const MEMBERS: &'static [&'static str] = &[$($member),*];

            fn read(object: &mut $crate::runtime::ObjectReader<'_, '_>) -> $crate::runtime::ReadResult<Self> {
                ::core::result::Result::Ok(Self {
                    $($field: object.get($member)?,)*
                    $($rest: object.rest()?,)?
                })
            }

            fn fields(&self, object: &mut $crate::runtime::ObjectWriter<'_>) {
                $(object$(.$required())?.field($member, &self.$field);)*
                $(object.entries(&self.$rest);)?
            }
        }

        $crate::runtime::object!($name);
    };
    ($name:ident) => {
        impl $crate::runtime::Json for $name {
            fn known_members(value: &$crate::runtime::Value<'_>) -> usize {
                value.count(<Self as $crate::runtime::Object>::MEMBERS)
            }

            fn read(value: &$crate::runtime::Value<'_>) -> ::core::result::Result<Self, $crate::runtime::ReadError> {
                <Self as $crate::runtime::Object>::read(&mut value.object()?)
            }

            fn write(&self, writer: &mut $crate::runtime::Writer) {
                writer.object(|object| $crate::runtime::Object::fields(self, object));
            }
        }

        $crate::runtime::json!($name);
    };
}

/// `json!(Pet)`: `Serialize` and `Deserialize` for a type that implements `Json`.
#[doc(hidden)]
#[macro_export]
macro_rules! __json {
    ($name:ident) => {
        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::runtime::serialize(self, serializer)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                $crate::runtime::deserialize(deserializer)
            }
        }
    };
}

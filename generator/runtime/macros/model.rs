//! Models.

/// `object!(Token)`: `Json`, `Serialize` and `Deserialize` for a type that implements `Object`.
#[doc(hidden)]
#[macro_export]
macro_rules! __object {
    ($name:ident) => {
        impl $crate::runtime::Json for $name {
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

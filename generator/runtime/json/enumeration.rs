//! Enumerations that stay open: a value that the description does not know is kept and written back as it was.

use std::borrow::Cow;

/// An enumeration of strings. The macro `string_enum!` makes the other impls from it.
pub trait StringEnum: Sized {
    /// The variant of a text; the one that keeps the text, where it is none of the known ones.
    fn from_text(text: Cow<'_, str>) -> Self;

    /// The text of a variant.
    fn as_str(&self) -> &str;
}

/// An enumeration of strings, numbers and booleans. The macro `mixed_enum!` makes the other impls from it.
pub trait MixedEnum: Sized {
    /// The variant of a value; the one that keeps the value, where it is none of the known ones.
    fn from_value(value: serde_json::Value) -> Self;

    /// The value of a variant.
    fn to_value(&self) -> serde_json::Value;
}

/// An enumeration of integers. The macro `integer_enum!` makes the other impls from it.
pub trait IntegerEnum: Sized {
    /// The variant of an integer; the one that keeps it, where it is none of the known ones.
    fn from_integer(integer: i64) -> Self;

    /// The integer of a variant.
    fn as_integer(&self) -> i64;
}

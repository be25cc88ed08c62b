//! Reading and writing JSON.
//!
//! Models do not derive serde. They are read from a borrowed tree ([`Tree`]) and write themselves as text ([`Writer`]).
//! That compiles several times faster for a large description, puts the path into every error (`data[3].expires_at`),
//! and keeps what servers do differently from their descriptions (dates without a zone, integers sent as strings) in one
//! place. The text itself is parsed by `serde_json`, whose limit on nesting (128) stays on: so the tree can be walked and
//! dropped by recursion.

use std::fmt::Debug;

mod containers;
mod dynamic;
mod enumeration;
mod nullable;
mod number;
mod object_reader;
mod object_writer;
mod parse;
mod primitives;
mod read_error;
mod serde;
mod tree;
mod tuples;
mod union;
mod value;
mod writer;

// only where used: base64
mod base64;
pub use self::base64::Base64;
// end: base64
// only where used: chrono
mod chrono;
pub use self::chrono::{Date, DateTime};
// end: chrono
// only where used: uuid
mod uuid;
// end: uuid

pub use self::containers::Map;
pub use self::enumeration::{IntegerEnum, MixedEnum, StringEnum};
pub use self::nullable::Nullable;
pub use self::number::Number;
pub use self::object_reader::ObjectReader;
pub use self::object_writer::{ObjectWriter, debug_object};
pub(crate) use self::parse::parse;
pub use self::read_error::{ReadError, ReadResult};
pub use self::serde::{deserialize, serialize};
pub use self::tree::Tree;
pub use self::union::{Alternative, first_match, known_members};
pub use self::value::Value;
pub use self::writer::Writer;

/// A type with a JSON form.
pub trait Json: Debug + Sized {
    /// How many members of a value the type has fields for: what knows most is what is meant. None for a type that is no
    /// object.
    #[must_use]
    fn known_members(_value: &Value<'_>) -> usize {
        0
    }

    /// Reads the type from a JSON value.
    ///
    /// # Errors
    ///
    /// When the value is not one of this type. The error says where, what was expected, and what was found.
    fn read(value: &Value<'_>) -> Result<Self, ReadError>;

    /// Writes the JSON form: exactly one value.
    fn write(&self, writer: &mut Writer);

    /// What stands for a member that an object does not have; `None` where the member must be there.
    #[must_use]
    fn missing() -> Option<Self> {
        None
    }

    /// Whether a member of this value is left out of its object.
    fn is_missing(&self) -> bool {
        false
    }
}

/// A type whose JSON form is an object with known members.
///
/// Kept apart from [`Json`] so that an object can be read and written as a part of another one: `allOf`, and the tag of a
/// union. The macro `object!` makes the impl of [`Json`] from it.
pub trait Object: Sized {
    /// The names of the members that there are fields for.
    const MEMBERS: &'static [&'static str] = &[];

    /// Reads the members.
    ///
    /// # Errors
    ///
    /// When a member is missing or is not of its type.
    fn read(object: &mut ObjectReader<'_, '_>) -> Result<Self, ReadError>;

    /// Writes the members, in the order of the description.
    fn fields(&self, object: &mut ObjectWriter<'_>);
}

/// Reads a type from JSON text. A byte order mark before it is skipped.
///
/// # Errors
///
/// When the text is not JSON, or not the JSON form of the type.
pub fn from_slice<T: Json>(text: &[u8]) -> Result<T, ReadError> {
    T::read(&Value::of(&parse(text)?))
}

/// Writes a value as JSON text.
///
/// # Errors
///
/// When the value has no JSON form, with the reason: a number that is not finite.
pub fn to_vec<T: Json>(value: &T) -> Result<Vec<u8>, &'static str> {
    let mut writer = Writer::new();
    value.write(&mut writer);
    writer.finish()
}

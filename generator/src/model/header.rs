use super::SchemaId;
use crate::source::Place;

/// A header that some answer declares (OpenAPI 3.0.4, section 4.7.21). Headers of one name are one header.
#[derive(Clone, Debug)]
pub struct Header {
    /// Where it stands; the first of several places.
    pub place: Place,
    /// Its name, as it is written there.
    pub name: String,
    /// What it is for, in CommonMark.
    pub description: Option<String>,
    /// What its value is.
    pub kind: HeaderKind,
}

/// What the value of a header is, and how it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeaderKind {
    /// A single value.
    Single(Scalar),
    /// `blue,black,brown`
    List(Scalar),
    /// The members of an object.
    Object {
        /// What the object is.
        schema: SchemaId,
        /// `R=100,G=200` in the place of `R,100,G,200`.
        explode: bool,
    },
    /// JSON text: a header with `content`.
    Json(SchemaId),
}

/// What a single value in a header is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scalar {
    /// `true` or `false`.
    Boolean,
    /// An integer.
    Integer,
    /// A number.
    Number,
    /// Any text.
    Text,
}

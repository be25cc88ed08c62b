use serde_json::Value;

use super::SchemaId;
use crate::source::Place;

/// An input beside the body (OpenAPI 3.0.4, section 4.7.12).
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Where it stands.
    pub place: Place,
    /// The wire name.
    pub name: String,
    /// Where it travels.
    pub location: In,
    /// How its value becomes text.
    pub style: Style,
    /// What becomes of the reserved characters in its value.
    pub reserved: Reserved,
    /// Whether a list or an object with nothing in it travels as an empty value: `allowEmptyValue`.
    pub allow_empty: bool,
    /// Whether a request without it is wrong.
    pub required: bool,
    /// Whether it should no longer be used.
    pub deprecated: bool,
    /// What it is for, in CommonMark.
    pub description: Option<String>,
    /// What its value may be.
    pub schema: SchemaId,
    /// A value as an example.
    pub example: Option<Value>,
    /// The smallest number that it may be, where the description says so.
    pub minimum: Option<i64>,
}

/// What becomes of the reserved characters of RFC 3986 in a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reserved {
    /// They are percent-encoded.
    Encoded,
    /// They travel as they are: `allowReserved`.
    Kept,
}

/// Where a parameter travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum In {
    /// In a segment of the path.
    Path,
    /// In the query.
    Query,
    /// As the whole query: `querystring` (OpenAPI 3.2.0).
    QueryString,
    /// In a header field.
    Header,
    /// In the `Cookie` header field.
    Cookie,
}

/// How the value of a parameter becomes text (OpenAPI 3.0.4, section 4.7.12.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `blue,black`
    Simple {
        /// Objects as `R=100,G=200` in the place of `R,100,G,200`.
        explode: bool,
    },
    /// `.blue.black`
    Label {
        /// As for the other styles.
        explode: bool,
    },
    /// `;color=blue,black`
    Matrix {
        /// `;color=blue;color=black`
        explode: bool,
    },
    /// `color=blue,black`
    Form {
        /// `color=blue&color=black`
        explode: bool,
    },
    /// `color=blue; color=black`, nothing of it encoded (OpenAPI 3.2.0).
    Cookie {
        /// `color=blue,black` where it is not set.
        explode: bool,
    },
    /// `color=blue%20black`
    SpaceDelimited {
        /// As [`Form`](Self::Form) writes it.
        explode: bool,
    },
    /// `color=blue%7Cblack`
    PipeDelimited {
        /// As [`Form`](Self::Form) writes it.
        explode: bool,
    },
    /// `color=blue%09black`: `collectionFormat: tsv` of Swagger 2.0.
    TabDelimited,
    /// `color[R]=100&color[G]=200`
    DeepObject,
    /// The value as JSON text: a parameter with `content`.
    Json,
    /// The value as the text of a form: a parameter with `content`.
    UrlEncoded,
    /// The value as text: a parameter with `content` of any other media type.
    Text,
}

//! From the JSON form of a parameter to the text that travels.
//!
//! The rules are those of the specification (OAS 3.1.1, sections "Style Values" and "Style Examples"), which takes them from
//! RFC 6570. What it leaves open is settled here: a value inside a list or an object that is itself a list or an object
//! travels as JSON text; `null` inside of one is left out, as RFC 6570 section 2.3 does with undefined values; and a list or
//! an object with nothing in it is as good as none, as that section says.

mod inline;
mod pairs;
mod percent;
mod shape;

pub use self::inline::inline;
pub use self::pairs::{pairs, query_string};
pub use self::percent::Escape;
pub(super) use self::shape::is_empty;

/// How a parameter becomes text: `style` and `explode` of a parameter object, or `content`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `blue,black` and `R,100,G,200`. The default for path and header.
    Simple,
    /// `blue,black` and `R=100,G=200`
    SimpleExplode,
    /// `.blue,black` and `.R,100,G,200`
    Label,
    /// `.blue.black` and `.R=100.G=200`
    LabelExplode,
    /// `;color=blue,black` and `;color=R,100,G,200`
    Matrix,
    /// `;color=blue;color=black` and `;R=100;G=200`
    MatrixExplode,
    /// `color=blue,black` and `color=R,100,G,200`
    Form,
    /// `color=blue&color=black` and `R=100&G=200`. The default for query and cookie.
    FormExplode,
    /// `color=blue; color=black`, and nothing is encoded: what travels is what was given (OAS 3.2.0, section "Style Values").
    Cookie,
    /// `color=blue,black`, and nothing is encoded.
    CookieJoined,
    /// `color=blue%20black` and `color=R%20100%20G%20200`. Exploded, it is the same as [`FormExplode`](Self::FormExplode).
    SpaceDelimited,
    /// `color=blue%7Cblack` and `color=R%7C100%7CG%7C200`. Exploded, it is the same as [`FormExplode`](Self::FormExplode).
    PipeDelimited,
    /// `color=blue%09black`: `collectionFormat: tsv` of Swagger 2.0.
    TabDelimited,
    /// `color[R]=100&color[G]=200`, with the brackets encoded. Objects inside add brackets with their keys, arrays with
    /// their indices: `color[0]=blue`. The specification leaves both open, and most servers that read brackets read these.
    DeepObject,
    /// JSON text: `content` with the media type `application/json`.
    Json,
    /// A string as it is, and anything else as JSON text: `content` with any other media type.
    Text,
    /// The text of a form, as one value: `content` with the media type `application/x-www-form-urlencoded`.
    UrlEncoded,
}

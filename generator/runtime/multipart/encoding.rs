//! How a part is written.

use crate::runtime::Style;

/// How the part of one member is written, where that is not as usual: an encoding object (OpenAPI 3.0.4, section 4.7.15).
///
/// Usual is: text and numbers as they are, an object as JSON, each item of a list as a part of its own.
#[derive(Clone, Copy, Debug)]
pub struct Encoding {
    /// The member.
    pub name: &'static str,
    /// The media type of the part.
    pub content_type: Option<&'static str>,
    /// The style by which the value becomes text, as in a query.
    pub style: Option<Style>,
    /// Headers of the part.
    pub headers: &'static [(&'static str, &'static str)],
}

impl Encoding {
    /// What is usual.
    pub const DEFAULT: Self = Self {
        name: "",
        content_type: None,
        style: None,
        headers: &[],
    };
}

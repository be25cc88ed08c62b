use super::Content;
use crate::source::Place;

/// What an operation answers (OpenAPI 3.0.4, section 4.7.17).
#[derive(Clone, Debug)]
pub struct Response {
    /// Where it stands.
    pub place: Place,
    /// The status that it goes with.
    pub status: Status,
    /// What it means, in CommonMark.
    pub description: Option<String>,
    /// What it holds; `None` where it has no body.
    pub content: Option<Content>,
    /// Whether it declares a `Link` header (RFC 8288).
    pub has_links: bool,
}

/// The status that a response goes with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// One status: `404`.
    Code(u16),
    /// Each status that begins with this digit and has no response of its own: `4XX`.
    Range(u8),
    /// Each status that has no response of its own.
    Default,
}

impl Status {
    /// The status, where it is one.
    #[must_use]
    pub fn code(self) -> Option<u16> {
        match self {
            Self::Code(code) => Some(code),
            Self::Range(_) | Self::Default => None,
        }
    }
}

impl std::fmt::Display for Status {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Code(code) => write!(f, "{code}"),
            Self::Range(digit) => write!(f, "{digit}XX"),
            Self::Default => f.write_str("default"),
        }
    }
}

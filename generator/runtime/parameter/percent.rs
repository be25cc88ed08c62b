//! Percent-encoding (RFC 3986 section 2.1).

/// Which characters of a value are encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Escape {
    /// None: in headers, and in cookies of the style `cookie`.
    Nothing,
    /// All but the unreserved ones (RFC 3986 section 2.3).
    Reserved,
    /// `allowReserved`: also the reserved ones stay, as do percent-encoded triples. But `#`, `[` and `]` may not stand in a
    /// query, `&` would end the value, and servers read `+` as a space: these are encoded still.
    AllowReserved,
    /// `allowReserved` in a path: the reserved characters that may stand in a segment (RFC 3986 section 3.3) stay. A `%` is
    /// encoded, so that no value makes a segment of dots.
    AllowReservedInPath,
}

impl Escape {
    /// Encodes a text.
    #[must_use]
    pub fn apply(self, text: &str) -> String {
        let mut encoded = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let (now, later) = rest.split_at(c.len_utf8());
            if self.keeps(c) || (self == Self::AllowReserved && is_triple(rest)) {
                encoded.push(c);
            } else {
                encoded.extend(now.bytes().map(|byte| format!("%{byte:02X}")));
            }
            rest = later;
        }
        encoded
    }

    fn keeps(self, c: char) -> bool {
        let is_unreserved = c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '~');
        match self {
            Self::Nothing => true,
            Self::Reserved => is_unreserved,
            Self::AllowReservedInPath => is_unreserved || ":@!$&'()*+,;=".contains(c),
            Self::AllowReserved => is_unreserved || ":/?@!$'()*,;=".contains(c),
        }
    }
}

/// Whether a text begins with a percent-encoded byte.
fn is_triple(text: &str) -> bool {
    let mut bytes = text.bytes();
    bytes.next() == Some(b'%') && bytes.by_ref().take(2).filter(u8::is_ascii_hexdigit).count() == 2
}

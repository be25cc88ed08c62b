//! The text of a reference (RFC 3986, section 4): which document it names, and what in it.

/// A reference in its two parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reference<'a> {
    /// What stands before the `#`; empty for the document that the reference itself stands in.
    pub(crate) document: &'a str,
    /// What stands after the `#`: a JSON pointer, or the name of an anchor.
    pub(crate) fragment: &'a str,
}

impl<'a> Reference<'a> {
    pub(crate) fn parse(text: &'a str) -> Self {
        let (document, fragment) = text.split_once('#').unwrap_or((text, ""));
        Self { document, fragment }
    }

    /// Whether it names another document by a URL with a scheme, and not by a path.
    pub(crate) fn is_url(&self) -> bool {
        // A scheme of one letter is a drive.
        self.document.split_once(':').is_some_and(|(scheme, _)| {
            scheme.len() > 1
                && scheme.starts_with(|first: char| first.is_ascii_alphabetic())
                && scheme
                    .chars()
                    .all(|char| char.is_ascii_alphanumeric() || "+-.".contains(char))
        }) || self.document.starts_with("//")
    }
}

/// The text with `%41` written as `A`; what is no valid escape stays as it is.
pub(crate) fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let escape = if *first == b'%' {
            tail.get(..2).and_then(hexadecimal)
        } else {
            None
        };
        bytes.push(escape.unwrap_or(*first));
        rest = if escape.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

fn hexadecimal(digits: &[u8]) -> Option<u8> {
    let digits = str::from_utf8(digits).ok()?;
    u8::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_decoded_and_the_rest_is_left_alone() {
        assert_eq!(percent_decoded("/components/schemas/A%20B"), "/components/schemas/A B");
        assert_eq!(percent_decoded("/100%/%zz/%4"), "/100%/%zz/%4");
        assert_eq!(percent_decoded("/%C3%A9"), "/é");
        assert_eq!(percent_decoded("/%ff"), "/%ff");
    }

    #[test]
    fn a_url_has_a_scheme() {
        for (text, is_url) in [
            ("https://example.com/a.yaml#/b", true),
            ("file:///etc/passwd", true),
            ("//example.com/a.yaml", true),
            ("urn:example:a", true),
            ("a.yaml#/b:c", false),
            ("./a:b/c.yaml", false),
            (r"C:\a.yaml", false),
            ("#/a", false),
        ] {
            assert_eq!(Reference::parse(text).is_url(), is_url, "{text}");
        }
    }
}

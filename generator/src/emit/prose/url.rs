//! What counts as a link to somewhere else.

use super::clean::is_hidden;

/// Whether a link with this target may stay. Everything else, above all a path, could name an item of the crate.
pub(super) fn is_kept(target: &str) -> bool {
    if target
        .chars()
        .any(|character| character.is_control() || is_hidden(character))
    {
        return false;
    }
    if let Some(address) = strip_prefix(target, "mailto:") {
        // Without a dot rustdoc reads `mailto:a@b` as the item `b`.
        return address.contains('@') && address.contains('.');
    }
    strip_scheme(target).is_some_and(|rest| !rest.is_empty())
}

/// A target as it stands in `[text](target)`.
pub(super) fn target(target: &str) -> String {
    let mut written = String::with_capacity(target.len() + 2);
    for character in target.chars() {
        match character {
            ' ' => written.push_str("%20"),
            '<' => written.push_str("%3C"),
            '>' => written.push_str("%3E"),
            '\\' => written.push_str("%5C"),
            '|' => written.push_str("%7C"),
            other => written.push(other),
        }
    }
    if written.contains(['(', ')']) {
        format!("<{written}>")
    } else {
        written
    }
}

/// The length of the web address that a text begins with, without the punctuation of the sentence around it.
///
/// A library (linkify) knows more about hosts and so leaves out addresses that rustdoc's lint does find.
pub(super) fn bare_len(text: &str) -> Option<usize> {
    let rest = strip_scheme(text)?;
    let scheme = text.len() - rest.len();
    let end = rest.find(|character: char| character.is_whitespace() || "<>\"`|".contains(character));
    let host_and_path = without_punctuation(&rest[..end.unwrap_or(rest.len())]);
    (!host_and_path.is_empty()).then_some(scheme + host_and_path.len())
}

/// Whether an address is one that can be followed, and not a pattern such as `https://{region}.example.com`.
pub(super) fn is_followable(address: &str) -> bool {
    !address.contains(['{', '}', '[', ']', '\\', '^', '*'])
}

/// Takes off full stops and the like, and brackets that were opened before the address.
fn without_punctuation(mut address: &str) -> &str {
    let mut open = [('(', ')'), ('[', ']'), ('{', '}')]
        .map(|(open, close)| (close, address.matches(open).count(), address.matches(close).count()));
    while let Some(last) = address.chars().next_back() {
        let unopened = open
            .iter_mut()
            .find(|(close, opened, closed)| *close == last && closed > opened);
        match unopened {
            Some((_, _, closed)) => *closed -= 1,
            None if ".,;:!?'*_~\\".contains(last) => {}
            None => break,
        }
        address = &address[..address.len() - last.len_utf8()];
    }
    address
}

fn strip_scheme(text: &str) -> Option<&str> {
    strip_prefix(text, "https://").or_else(|| strip_prefix(text, "http://"))
}

fn strip_prefix<'text>(text: &'text str, prefix: &str) -> Option<&'text str> {
    let start = text.get(..prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then(|| &text[prefix.len()..])
}

#[cfg(test)]
mod tests {
    use super::{bare_len, is_followable, is_kept, target};

    #[test]
    fn addresses_end_before_the_sentence_goes_on() {
        for (text, expected) in [
            ("https://a.b/c. Next", Some("https://a.b/c")),
            ("http://a.b, and", Some("http://a.b")),
            ("https://a.b/c_(d))", Some("https://a.b/c_(d)")),
            ("https://a.b/c](x)", Some("https://a.b/c](x)")),
            ("https://a.b?c=d&e=f>", Some("https://a.b?c=d&e=f")),
            ("HTTPS://A.B", Some("HTTPS://A.B")),
            ("https://{host}/x", Some("https://{host}/x")),
            ("https://a.b/名 x", Some("https://a.b/名")),
            ("https://...", None),
            ("https", None),
            ("ftp://a.b", None),
        ] {
            assert_eq!(bare_len(text).map(|len| &text[..len]), expected, "{text:?}");
        }
        assert!(is_followable("https://a.b/c_(d)"));
        assert!(!is_followable("https://{host}/x"));
    }

    #[test]
    fn only_the_web_and_mail_are_somewhere_else() {
        for (text, expected) in [
            ("https://a.b", true),
            ("HTTP://a", true),
            ("mailto:a@b.c", true),
            ("mailto:struct@Vec", false),
            ("https://", false),
            ("https://a\nb", false),
            ("https://a.b/\u{202e}", false),
            ("/docs", false),
            ("#anchor", false),
            ("Bar::baz", false),
            ("javascript:alert(1)", false),
            ("", false),
        ] {
            assert_eq!(is_kept(text), expected, "{text:?}");
        }
        assert_eq!(target("https://a.b/c"), "https://a.b/c");
        assert_eq!(target("https://a.b/c_(d) e"), "<https://a.b/c_(d)%20e>");
    }
}

//! The signs around a span of text.

use pulldown_cmark::TagEnd;

use super::literal::literal;

/// A footnote mark as text: footnotes would be numbered through the whole page, beyond this description.
pub(super) fn footnote(label: &str) -> String {
    format!("\\[^{}]", literal(label))
}

/// The signs around emphasized text, as the author wrote them.
pub(super) fn delimiter(end: TagEnd, source: &str) -> &str {
    let len = match end {
        TagEnd::Strong => 2,
        TagEnd::Strikethrough if source.starts_with("~~") => 2,
        _ => 1,
    };
    source.get(..len).unwrap_or_default()
}

/// Code between as many backticks as it needs.
pub(super) fn code_span(code: &str) -> String {
    if code.trim().is_empty() {
        return String::new();
    }
    let ticks = "`".repeat(longest_run(code) + 1);
    let needs_space = code.starts_with('`') || code.ends_with('`') || (code.starts_with(' ') && code.ends_with(' '));
    let space = if needs_space { " " } else { "" };
    format!("{ticks}{space}{code}{space}{ticks}")
}

/// The length of the longest row of backticks.
pub(super) fn longest_run(code: &str) -> usize {
    code.split(|character| character != '`')
        .map(str::len)
        .max()
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{code_span, footnote};

    #[test]
    fn code_has_as_many_backticks_as_it_needs() {
        for (code, expected) in [
            ("a", "`a`"),
            ("a`b", "``a`b``"),
            ("`a", "`` `a ``"),
            ("a``b`", "``` a``b` ```"),
            (" a ", "`  a  `"),
            (" a", "` a`"),
            (" ", ""),
        ] {
            assert_eq!(code_span(code), expected, "{code:?}");
        }
        assert_eq!(footnote("a_1]"), r"\[^a\_1\]]");
    }
}

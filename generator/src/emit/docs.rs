//! Doc attributes: foreign text, and what we know ourselves.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::prose;

/// Documentation that grows paragraph by paragraph.
#[derive(Clone, Debug, Default)]
pub(super) struct Docs {
    lines: Vec<String>,
}

impl Docs {
    /// A paragraph of our own, one line of Markdown.
    pub(super) fn ours(mut self, line: impl Into<String>) -> Self {
        self.begin_paragraph();
        self.lines.push(line.into());
        self
    }

    /// One more line of the last paragraph, of our own.
    pub(super) fn line(mut self, line: impl Into<String>) -> Self {
        self.lines.push(line.into());
        self
    }

    /// Paragraphs of the description.
    pub(super) fn theirs(mut self, text: Option<&str>) -> Self {
        let lines = text.map(prose::doc_lines).unwrap_or_default();
        if !lines.is_empty() {
            self.begin_paragraph();
            self.lines.extend(lines);
        }
        self
    }

    pub(super) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The attributes of an item.
    pub(super) fn outer(&self) -> TokenStream {
        let lines = self.lines.iter().map(|line| literal(line));
        quote!(#(#[doc = #lines])*)
    }

    /// The attributes of the file that they stand in.
    pub(super) fn inner(&self) -> TokenStream {
        let lines = self.lines.iter().map(|line| literal(line));
        quote!(#(#![doc = #lines])*)
    }

    fn begin_paragraph(&mut self) {
        if !self.lines.is_empty() {
            self.lines.push(String::new());
        }
    }
}

/// A line of a comment, with the space before it. Raw where that can be: most of what is emitted are comments, and nobody has
/// to write and to read escapes.
fn literal(line: &str) -> Literal {
    let gap = if line.is_empty() { "" } else { " " };
    let raw = (!line.contains('"')).then(|| format!("r\"{gap}{line}\"").parse().ok());
    raw.flatten()
        .unwrap_or_else(|| Literal::string(&format!("{gap}{line}")))
}

/// Text of a description as inline code: in backticks that it cannot end.
pub(super) fn code(text: &str) -> String {
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b'/');
    if !text.is_empty() && text.bytes().all(is_name) {
        return format!("`{text}`");
    }
    let text = prose::plain(text);
    let longest = text
        .split(|character| character != '`')
        .map(str::len)
        .max()
        .unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let gap = if text.is_empty() || text.starts_with('`') || text.ends_with('`') {
        " "
    } else {
        ""
    };
    format!("{fence}{gap}{text}{gap}{fence}")
}

#[cfg(test)]
mod tests {
    use super::code;

    #[test]
    fn code_cannot_be_ended_by_its_text() {
        assert_eq!(code("a"), "`a`");
        assert_eq!(code("a`b"), "``a`b``");
        assert_eq!(code("`"), "`` ` ``");
    }
}

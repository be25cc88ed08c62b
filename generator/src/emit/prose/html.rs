//! Blocks of HTML become Markdown.
//!
//! Markdown inside a block of HTML is not read as such until the HTML is gone, so this comes before everything else. Tags
//! inside a line (`<b>`, `<code>`, `<br>`) hide nothing and are left to `inline`.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag as Open, TagEnd as Close};

use super::dialect::OPTIONS;
use super::tag::{Kind, tag};

/// The text without blocks of HTML, or nothing if there is no end to them.
pub(super) fn flatten(text: String) -> Option<String> {
    let mut text = text;
    for _ in 0..ROUNDS {
        let edits = edits(&text);
        if edits.is_empty() {
            return Some(text);
        }
        text = apply(&text, &edits);
    }
    None
}

/// Taking a tag away can uncover another block of HTML. Real descriptions need three rounds at most.
const ROUNDS: usize = 8;

/// A part of the text and what takes its place.
type Edit = (Range<usize>, String);

fn apply(text: &str, edits: &[Edit]) -> String {
    let mut edited = String::with_capacity(text.len());
    let mut done = 0;
    for (range, replacement) in edits {
        edited.push_str(&text[done..range.start]);
        edited.push_str(replacement);
        done = range.end;
    }
    edited.push_str(&text[done..]);
    edited
}

fn edits(text: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut leaf = None;
    let mut is_single_line = false;
    for (event, range) in Parser::new_ext(text, OPTIONS).into_offset_iter() {
        match event {
            Event::Start(Open::HtmlBlock) => {
                let replacement = block(&text[range.clone()], &margin(text, range.start));
                edits.push((range, replacement));
            }
            Event::InlineHtml(markup) if !is_single_line => {
                let start = *leaf.get_or_insert(range.start);
                let found = tag(&markup).and_then(|tag| block_markup(tag.kind, &margin(text, start)));
                edits.extend(found.map(|replacement| (range, replacement)));
            }
            Event::Start(Open::Heading { .. } | Open::Table(_)) => is_single_line = true,
            Event::End(Close::Heading(_) | Close::Table) => is_single_line = false,
            Event::Start(Open::Paragraph | Open::Item | Open::List(_)) | Event::End(Close::Paragraph | Close::Item) => {
                leaf = None;
            }
            _ => _ = leaf.get_or_insert(range.start),
        }
    }
    edits
}

/// What a new line has to begin with to stay in the list items and quotes that the line at `start` is in.
fn margin(text: &str, start: usize) -> String {
    let line = text[..start].rfind('\n').map_or(0, |end| end + 1);
    let before = &text[line..start];
    if before.len() > WIDEST_MARGIN {
        return String::new();
    }
    before
        .chars()
        .map(|character| if character == '>' { '>' } else { ' ' })
        .collect()
}

/// Deeper nesting than any author means; it would only blow up the text.
const WIDEST_MARGIN: usize = 80;

/// The Markdown for a block of HTML.
fn block(html: &str, margin: &str) -> String {
    let mut markdown = String::with_capacity(html.len());
    let mut rest = html;
    let comments_end = html.rfind("-->").unwrap_or(0);
    while let Some(at) = rest.find('<') {
        markdown.push_str(&rest[..at]);
        rest = &rest[at..];
        let is_endless = rest.starts_with("<!--") && html.len() - rest.len() > comments_end;
        let Some(tag) = (if is_endless { None } else { tag(rest) }) else {
            markdown.push_str("\\<");
            rest = &rest[1..];
            continue;
        };
        let after = &rest[tag.text.len()..];
        match tag.kind {
            Kind::Unknown => {
                markdown.push_str("\\<");
                markdown.push_str(&tag.text[1..]);
            }
            // Alone on its line it would begin a block of HTML again.
            Kind::Break | Kind::Code | Kind::CodeEnd | Kind::Link(_) | Kind::LinkEnd if !is_alone(&markdown, after) => {
                markdown.push_str(tag.text);
            }
            kind => markdown.push_str(&block_markup(kind, margin).unwrap_or_default()),
        }
        rest = after;
    }
    markdown.push_str(rest);
    markdown
}

/// Whether there is nothing else on the line.
fn is_alone(before: &str, after: &str) -> bool {
    let before = before.trim_end_matches([' ', '>']);
    let after = after.trim_start_matches(' ');
    (before.is_empty() || before.ends_with('\n')) && (after.is_empty() || after.starts_with('\n'))
}

/// The Markdown for a tag that begins or ends a block.
fn block_markup(kind: Kind<'_>, margin: &str) -> Option<String> {
    match kind {
        Kind::Block => Some(format!("\n{margin}\n{margin}")),
        Kind::Item => Some(format!("\n{margin}- ")),
        Kind::Heading(level) => Some(format!("\n{margin}\n{margin}{} ", "#".repeat(level))),
        Kind::Preformatted => Some(format!("\n{margin}```\n{margin}")),
        Kind::Cell => Some(" ".to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::flatten;

    #[test]
    fn blocks_of_html_become_markdown() {
        for (text, expected) in [
            ("a < b <b>c</b>", "a < b <b>c</b>"),
            (
                "<p>One.</p><p>Two <code>x</code>.</p>",
                "\n\nOne.\n\n\n\nTwo <code>x</code>.\n\n",
            ),
            ("a<ul><li>b</li><li>c</li></ul>", "a\n\n\n- b</li>\n- c</li>\n\n"),
            ("<!-- gone\n\nall of it -->\nb", "\nb"),
            ("<pre>\n  a\n</pre>", "\n```\n\n  a\n\n```\n"),
            ("> <div>a\n> b", "> \n> \n> a\n> b"),
            ("- <div>a</div>", "- \n  \n  a\n  \n  "),
            ("<your-token>\n", "\\<your-token>\n"),
            ("<div\nb", "\\<div\nb"),
            ("`<p>`", "`<p>`"),
            ("<h2>A</h2>", "\n\n## A\n\n"),
        ] {
            assert_eq!(flatten(text.to_owned()).as_deref(), Some(expected), "{text:?}");
        }
    }
}

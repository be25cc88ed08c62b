//! Descriptions are foreign text. Here they become text that is safe in the output.
//!
//! A description is Markdown by a stranger, and the output is read by rustdoc, clippy and the doctest runner. Without
//! care a code sample in it would be compiled and run, `[id]` would be a broken link and a line separator would end the
//! comment. The author's own text is kept as it is, line by line, and only what is dangerous is edited, so that a changed
//! line of a description is a changed line of the output.
//!
//! ```text
//! clean    characters that nobody can see, every kind of line end
//! html     blocks of HTML become Markdown
//! block    quotes, lists, headings, code and tables, each with an even margin
//! inline   links, code and tags in a line (`run`: the plain text between them)
//! gate     a last look; text that does not pass is written with every sign escaped
//! ```

mod block;
mod clean;
mod dialect;
mod gate;
mod html;
mod inline;
mod literal;
mod margin;
mod memory;
mod run;
mod span;
mod summary;
mod tag;
mod unmarked;
mod url;

#[cfg(test)]
mod tests;

use literal::{Place, guard};
use unmarked::is_unmarked;

/// The lines of a doc comment, for `#[doc = " ..."]`, without the space before them.
///
/// They hold no code that is run, no HTML, no link but to the web or mail, nothing that rustdoc or clippy warns of, and no
/// structure that goes on in what is written after them. The first and the last line are not empty.
#[must_use]
pub fn doc_lines(text: &str) -> Vec<String> {
    if is_unmarked(text) {
        return tidy(text.lines().map(str::to_owned).collect());
    }
    memory::lines(text, edited)
}

fn edited(text: &str) -> Vec<String> {
    let clean = clean::clean(text);
    let lines = html::flatten(clean.clone())
        .and_then(|markdown| block::lines(&markdown))
        .map(tidy);
    lines
        .filter(|lines| gate::is_harmless(&lines.join("\n")))
        .unwrap_or_else(|| literal_lines(&clean))
}

/// The text for a Markdown page, which may be compiled into the docs and is as safe as [`doc_lines`].
#[must_use]
pub fn markdown(text: &str) -> String {
    doc_lines(text).join("\n")
}

/// The first sentence of the text as safe Markdown on one line, for list items and summaries. May be empty.
#[must_use]
pub fn one_line(text: &str) -> String {
    memory::sentence(text, |text| {
        summary::first_sentence(&markdown(text)).unwrap_or_default()
    })
}

/// The text, which is safe Markdown on one line, for a cell of a table: no vertical bar in it ends the cell.
#[must_use]
pub fn in_cell(safe: &str) -> String {
    literal::pipes(safe)
}

/// The whole text as safe Markdown on one line that begins no block, for titles and what is said around them.
///
/// What stands around a text has to be in it: a bracket in a title and one in a version could make a link together.
#[must_use]
pub fn line(text: &str) -> String {
    /// Keeps what follows in a paragraph.
    const WORD: &str = "x ";
    let plain = plain(text);
    match doc_lines(&format!("{WORD}{plain}")).as_slice() {
        [only] => guard(only.strip_prefix(WORD).unwrap_or_default().trim_start(), Place::First),
        _ => literal::literal(&plain),
    }
}

/// The text for a string literal, such as the note of a deprecation: all of it on one line, and no Markdown is read.
#[must_use]
pub fn plain(text: &str) -> String {
    clean::clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text with every sign escaped.
fn literal_lines(clean: &str) -> Vec<String> {
    tidy(clean.lines().map(|line| literal::literal(line.trim())).collect())
}

/// Takes away spaces at the ends of lines, empty lines at the ends of the text, and all but one of those in a row.
fn tidy(lines: Vec<String>) -> Vec<String> {
    let mut tidy: Vec<String> = Vec::with_capacity(lines.len());
    for line in lines {
        let line = line.trim_end();
        if !line.is_empty() || tidy.last().is_some_and(|former| !former.is_empty()) {
            tidy.push(line.to_owned());
        }
    }
    tidy.pop_if(|last| last.is_empty());
    tidy
}

//! A run of text, in the author's spelling with its escapes.

use super::url;

/// What decides how much of a run has to be edited.
#[derive(Clone, Copy, Debug)]
pub(super) struct Surroundings {
    /// It is the text of a link: brackets would end it, and addresses are links already.
    pub(super) is_link: bool,
    /// Where the last closing bracket of the block is, counted from the start of the run.
    pub(super) last_bracket: usize,
}

/// Writes a run, with backslashes where text could become a link, a tag or code, and with addresses as links.
pub(super) fn edit(run: &str, surroundings: Surroundings, out: &mut String) {
    let mut at = 0;
    while let Some(character) = run[at..].chars().next() {
        at += match character {
            '\\' => escape(&run[at..], out),
            'h' | 'H' if !surroundings.is_link => address(&run[at..], out),
            _ => {
                if is_dangerous(&run[at..], surroundings, at < surroundings.last_bracket) {
                    out.push('\\');
                }
                out.push(character);
                character.len_utf8()
            }
        };
    }
}

/// A backslash and what it escapes, which is to be left alone.
fn escape(text: &str, out: &mut String) -> usize {
    let escaped = text[1..].chars().next().filter(char::is_ascii_punctuation);
    let len = 1 + usize::from(escaped.is_some());
    out.push_str(&text[..len]);
    len
}

/// An address as a link, or as code if it cannot be followed; else one letter of text.
fn address(text: &str, out: &mut String) -> usize {
    let Some(len) = url::bare_len(text) else {
        out.push_str(&text[..1]);
        return 1;
    };
    let address = unescaped(&text[..len]);
    if out.ends_with('\\') && !ends_with_escape(out) {
        out.push('\\');
    }
    if url::is_followable(&address) {
        out.extend(["<", &address, ">"]);
    } else {
        out.extend(["`", &address, "`"]);
    }
    len
}

/// Whether the backslash that a text ends with is itself escaped.
fn ends_with_escape(text: &str) -> bool {
    (text.len() - text.trim_end_matches('\\').len()).is_multiple_of(2)
}

/// An address without the escapes that Markdown needs and links do not.
fn unescaped(address: &str) -> String {
    let mut unescaped = String::with_capacity(address.len());
    let mut characters = address.chars().peekable();
    while let Some(character) = characters.next() {
        if character != '\\' || !characters.peek().is_some_and(char::is_ascii_punctuation) {
            unescaped.push(character);
        }
    }
    unescaped.replace("&amp;", "&")
}

fn is_dangerous(text: &str, surroundings: Surroundings, is_before_bracket: bool) -> bool {
    let mut after = text.chars();
    match after.next() {
        Some('[') => surroundings.is_link || (is_before_bracket && !is_empty_bracket(after.as_str())),
        Some(']') => surroundings.is_link,
        Some('<') => after
            .next()
            .is_some_and(|next| next.is_ascii_alphabetic() || "/!?".contains(next)),
        Some('`') => true,
        _ => false,
    }
}

/// `[]` and `[ ]` can be no link.
fn is_empty_bracket(after: &str) -> bool {
    after.trim_start_matches(' ').starts_with(']')
}

//! Text that must not be read as Markdown.

/// A line with a backslash before every sign that Markdown could take for its own.
pub(super) fn literal(line: &str) -> String {
    let mut literal = String::with_capacity(line.len());
    for character in line.chars() {
        if character.is_ascii_punctuation() && !"\"'%,;?/".contains(character) {
            literal.push('\\');
        }
        literal.push(character);
    }
    literal
}

/// Text for a cell of a table, where a vertical bar would end the cell, in code too.
pub(super) fn pipes(text: &str) -> String {
    let mut cell = String::with_capacity(text.len());
    for character in text.chars() {
        if character == '|' && !cell.ends_with('\\') {
            cell.push('\\');
        }
        cell.push(character);
    }
    cell
}

/// A line of a paragraph, with a backslash where it would otherwise begin a block of another kind.
///
/// Authors seldom need this: it is for lines whose indentation or first tag, now gone, had kept them in the paragraph.
pub(super) fn guard(line: &str, place: Place) -> String {
    match block_start(line, place) {
        Some(at) => format!("{}\\{}", &line[..at], &line[at..]),
        None => line.to_owned(),
    }
}

/// Where in a paragraph a line stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Place {
    /// It begins the paragraph.
    First,
    /// It goes on with it, and fewer things can interrupt a paragraph than begin a block.
    Later,
}

/// Where the backslash goes, if the line begins a block.
fn block_start(line: &str, place: Place) -> Option<usize> {
    let first = line.chars().next()?;
    let run = line.len() - line.trim_start_matches(first).len();
    let after = line[run..].chars().next().unwrap_or(' ');
    let begins = match first {
        '#' => run <= 6 && after == ' ',
        '>' => true,
        '-' | '+' | '*' if run == 1 && after == ' ' => true,
        '=' => line.trim_end().len() == run,
        '`' => run >= 3 && !line[run..].contains('`'),
        '~' => run >= 3,
        '0'..='9' => return ordered_item(line, place),
        _ => is_rule(line, first),
    };
    (begins || (place == Place::Later && is_delimiter_row(line))).then_some(0)
}

/// `---`, `* * *`, `___`: a rule, or the underline of a heading, for which one hyphen is enough.
fn is_rule(line: &str, first: char) -> bool {
    let same = line.chars().filter(|character| *character == first).count();
    let is_uniform = line.chars().all(|character| character == first || character == ' ');
    is_uniform && (first == '-' || ("*_".contains(first) && same >= 3))
}

/// The row under the head of a table.
fn is_delimiter_row(line: &str) -> bool {
    line.contains('-') && line.chars().all(|character| "|:- ".contains(character))
}

/// The end of the number of a list item. Only an item numbered one can interrupt a paragraph.
fn ordered_item(line: &str, place: Place) -> Option<usize> {
    let digits = line.len() - line.trim_start_matches(|first: char| first.is_ascii_digit()).len();
    let mut after = line[digits..].chars();
    let is_item = digits <= 9 && matches!(after.next(), Some('.' | ')')) && matches!(after.next(), None | Some(' '));
    let can_begin = place == Place::First || line[..digits].parse() == Ok(1);
    (is_item && can_begin).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::{Place, guard, literal};

    #[test]
    fn lines_of_a_paragraph_begin_no_block() {
        for (line, first, later) in [
            ("plain", "plain", "plain"),
            ("# a", "\\# a", "\\# a"),
            ("#", "\\#", "\\#"),
            ("#1 in the list", "#1 in the list", "#1 in the list"),
            ("> a", "\\> a", "\\> a"),
            ("- a", "\\- a", "\\- a"),
            ("-1 is the last", "-1 is the last", "-1 is the last"),
            ("*a* b", "*a* b", "*a* b"),
            ("**a** b", "**a** b", "**a** b"),
            ("* * *", "\\* * *", "\\* * *"),
            ("___", "\\___", "\\___"),
            ("__a__", "__a__", "__a__"),
            ("==", "\\==", "\\=="),
            ("== a", "== a", "== a"),
            ("```rust", "\\```rust", "\\```rust"),
            ("``` a``b ```", "``` a``b ```", "``` a``b ```"),
            ("~~~", "\\~~~", "\\~~~"),
            ("~~a~~", "~~a~~", "~~a~~"),
            ("1. a", "1\\. a", "1\\. a"),
            ("2) a", "2\\) a", "2) a"),
            ("1.5 a", "1.5 a", "1.5 a"),
            ("|---|:-:|", "|---|:-:|", "\\|---|:-:|"),
        ] {
            assert_eq!(guard(line, Place::First), first, "{line:?}");
            assert_eq!(guard(line, Place::Later), later, "{line:?}");
        }
    }

    #[test]
    fn literal_text_has_no_markdown() {
        assert_eq!(literal("<your_token>, 50%"), r"\<your\_token\>, 50%");
    }
}

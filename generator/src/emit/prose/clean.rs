//! Characters that may stand in the output at all.

/// The text with `\n` as its only line end, spaces for tabs, and nothing that a reader cannot see.
///
/// Every character that some reader takes for a line end becomes one. A line separator once ended a doc comment in
/// another generator and the rest of the description became code (CVE-2026-59860).
pub(super) fn clean(text: &str) -> String {
    if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) && !text.starts_with(' ') {
        return text.to_owned();
    }
    let mut clean = String::with_capacity(text.len());
    let mut column = 0;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' if characters.peek() == Some(&'\n') => {}
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                clean.push('\n');
                column = 0;
            }
            '\t' => {
                let width = TAB_STOP - column % TAB_STOP;
                clean.extend(std::iter::repeat_n(' ', width));
                column += width;
            }
            hidden if is_hidden(hidden) => {}
            visible => {
                clean.push(visible);
                column += 1;
            }
        }
    }
    dedent(&clean)
}

/// Takes away the indentation that all lines share. It comes from the source that a description was copied out of, and
/// would make code of all of it.
fn dedent(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let indentation = lines
        .map(|line| line.len() - line.trim_start_matches(' ').len())
        .min()
        .unwrap_or(0);
    text.split('\n')
        .map(|line| line.get(indentation..).unwrap_or_default())
        .collect::<Vec<_>>()
        .join("\n")
}

/// Whether a character leaves no mark of its own: controls, and what Unicode calls default ignorable, which holds the
/// bidirectional controls, joiners, fillers and tags.
///
/// The two variation selectors that choose between a black-and-white and a coloured sign stay: they are in everyday use
/// and change nothing but that.
pub(super) fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'..='\u{1160}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0d}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}')
}

/// Markdown measures indentation as if tabs stopped every four columns.
const TAB_STOP: usize = 4;

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn only_visible_characters_stay() {
        for (text, expected) in [
            ("a\r\nb\rc\nd", "a\nb\nc\nd"),
            ("a\u{b}b\u{c}c\u{85}d\u{2028}e\u{2029}f", "a\nb\nc\nd\ne\nf"),
            ("\r\r\n\n", "\n\n\n"),
            ("a\0b\u{7}c\u{1b}[0md\u{7f}e\u{9f}", "abc[0mde"),
            ("\u{202e}left\u{2066}\u{200f}", "left"),
            ("\u{feff}so\u{ad}ft\u{200b}\u{2060}", "soft"),
            ("a\u{e0041}\u{e0100}b", "ab"),
            ("❤\u{fe0f} größe 名", "❤\u{fe0f} größe 名"),
            ("a\n\tb\n  \tc\td", "a\n    b\n    c   d"),
            ("\n    a\n\n      b\n  \n", "\na\n\n  b\n\n"),
        ] {
            assert_eq!(clean(text), expected, "{text:?}");
        }
    }
}

//! Text from descriptions, made harmless to a terminal: nothing in it can move the cursor, set colours or turn the
//! direction of reading.

use std::fmt::Write as _;

/// The most characters of one text from a description that are drawn.
const LONGEST: usize = 400;

/// Text for one line, cut where it is very long: `a\u{1b}[31mb`.
pub(crate) fn line(text: &str) -> String {
    let mut visible = String::with_capacity(text.len());
    for (count, char) in text.chars().enumerate() {
        if count == LONGEST {
            visible.push('…');
            break;
        }
        match char {
            '\n' => visible.push_str("\\n"),
            '\t' => visible.push(' '),
            char if is_hidden(char) => visible.extend(char.escape_unicode()),
            char => visible.push(char),
        }
    }
    visible
}

/// Text for several lines.
pub(crate) fn paragraph(text: &str) -> String {
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// Lines of a description. Each character stays one character, so that columns stay true.
pub(crate) fn source(text: &str) -> String {
    text.chars()
        .map(|char| {
            if is_hidden(char) && !matches!(char, '\n' | '\t') {
                '\u{FFFD}'
            } else {
                char
            }
        })
        .collect()
}

/// JSON text. What JSON itself lets pass inside strings is escaped.
pub(crate) fn json(text: &str) -> String {
    let mut visible = String::with_capacity(text.len());
    for char in text.chars() {
        if is_hidden(char) {
            // All of these are in the basic plane, where four digits are enough.
            let _ = write!(visible, "\\u{:04x}", u32::from(char));
        } else {
            visible.push(char);
        }
    }
    visible
}

/// Controls of the terminal, of the direction of reading, and of the line.
fn is_hidden(char: char) -> bool {
    char.is_control()
        || matches!(char, '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_reaches_the_terminal_raw() {
        assert_eq!(
            line("a\u{1b}[31m\u{202e}b\u{9b}c\nd\te"),
            "a\\u{1b}[31m\\u{202e}b\\u{9b}c\\nd e"
        );
        assert_eq!(paragraph("a\r\nb\u{7}"), "a\nb\\u{7}");
        assert_eq!(source("é\u{9b}x\t"), "é\u{FFFD}x\t");
        assert_eq!(json("\"\u{202e}é\""), "\"\\u202eé\"");
    }

    #[test]
    fn long_text_is_cut() {
        assert_eq!(line(&"é".repeat(1000)).chars().count(), LONGEST + 1);
    }
}

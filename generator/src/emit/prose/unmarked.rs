//! Text without any sign that means something to a reader of Markdown: most descriptions are nothing else.

/// Whether a text is nothing but paragraphs of plain words, which stay as they are.
///
/// No sign that could open a block, a span, a link or an entity stands in such a text, no character that could be hidden, and
/// no space that could mean something by where it stands. To say so costs a look at each byte; to read the text as Markdown
/// costs a hundred times that.
pub(super) fn is_unmarked(text: &str) -> bool {
    let is_words = |line: &str| {
        // A letter at the beginning opens no block.
        line.starts_with(|first: char| first.is_ascii_alphabetic()) && !line.ends_with(' ') && !line.contains("://")
    };
    text.bytes().all(is_unmarked_byte)
        && text.starts_with(|first: char| first != '\n')
        && text.split('\n').all(|line| line.is_empty() || is_words(line))
}

fn is_unmarked_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"\n .,:;?!'\"()/%$@{}+-=".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::is_unmarked;
    use crate::emit::prose::{edited, one_line, summary};

    #[test]
    fn unmarked_text_is_what_reading_it_as_markdown_would_give() {
        for text in [
            "The id of the pet.",
            "The id, e.g. of a pet. It is long!",
            "One line\nand another: (really) 50% of {it}\n\nA new paragraph\n\n\nand one more - yes.\n",
            "See a@b.com, a+b=c, it's \"so\". Is it? No",
            "a ! b . c",
            "A. b? C",
        ] {
            assert!(is_unmarked(text), "{text:?}");
            assert_eq!(super::super::doc_lines(text), edited(text), "{text:?}");
            let read = summary::read_sentence(&edited(text).join("\n"));
            assert_eq!(one_line(text), read.unwrap_or_default(), "{text:?}");
        }
    }

    #[test]
    fn marked_text_is_told() {
        for text in [
            "",
            " a",
            "a  \nb",
            "- a",
            "1. a",
            "a\n=",
            "a\n- b",
            "a_b_",
            "`a`",
            "a <b>",
            "a [b]",
            "a &amp; b",
            "http://a.b",
            "a\n\tb",
            "gr\u{f6}\u{df}e",
            "a | b",
            "a\\b",
            "a~b~",
            "a*b*",
            "#a",
            "a #",
        ] {
            assert!(!is_unmarked(text), "{text:?}");
        }
    }
}

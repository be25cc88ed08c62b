//! What becomes of descriptions, and that no tool trips over the result.

mod noise;
mod table;
mod toolchain;

use super::{doc_lines, gate, in_cell, line, markdown, one_line, plain};
use noise::noise;
use pulldown_cmark::{Event, Tag};
use table::{HOSTILE, TABLE};

#[test]
fn descriptions_become_safe_text() {
    let wrong: Vec<_> = TABLE
        .iter()
        .filter(|(text, expected)| markdown(text) != *expected)
        .collect();
    for (text, expected) in &wrong {
        println!("{text:?}\n  is     {:?}\n  not as {expected:?}", markdown(text));
    }
    assert!(wrong.is_empty());
}

#[test]
fn safe_text_stays_as_it_is() {
    let texts = TABLE
        .iter()
        .map(|(_, expected)| *expected)
        .chain(HOSTILE.iter().copied());
    // All but headings, which go down two levels each time.
    for text in texts.filter(|text| !text.contains('#')) {
        let once = markdown(text);
        assert_eq!(markdown(&once), once, "{text:?}");
    }
}

#[test]
fn lines_keep_their_promises() {
    let texts = TABLE
        .iter()
        .map(|(text, _)| *text)
        .chain(HOSTILE.iter().copied())
        .map(str::to_owned);
    for text in texts.chain(noise(5_000)) {
        let lines = doc_lines(&text);
        for line in &lines {
            assert_eq!(line, line.trim_end(), "{text:?}");
            assert!(!line.contains(super::clean::is_hidden), "{text:?}");
        }
        assert!(lines.first().is_none_or(|line| !line.is_empty()), "{text:?}");
        assert!(lines.last().is_none_or(|line| !line.is_empty()), "{text:?}");
        assert!(
            lines.windows(2).all(|pair| !(pair[0].is_empty() && pair[1].is_empty())),
            "{text:?}"
        );
        assert!(gate::is_harmless(&lines.join("\n")), "{text:?} {lines:?}");
    }
}

#[test]
fn very_long_text_comes_to_an_end_and_grows_little() {
    for unit in [
        "word ",
        "[",
        "[a](",
        "*a",
        "<a ",
        "<!--",
        "> ",
        "- ",
        "`",
        "a\n\n",
        "https://a.b/c ",
        "<p>",
        "|",
        "&amp;",
        "\\",
    ] {
        let lines = doc_lines(&unit.repeat(100_000 / unit.len()));
        assert!(lines.iter().map(String::len).sum::<usize>() < 1_000_000, "{unit:?}");
    }
    assert_eq!(doc_lines(&"word ".repeat(20_000)).len(), 1);
}

#[test]
fn summaries_are_one_sentence_on_one_line() {
    for (text, expected) in [
        ("Lists all tokens. Needs a key.", "Lists all tokens."),
        ("Lists all\ntokens of a user.\n\nMore.", "Lists all tokens of a user."),
        ("Without a stop\n\nMore.", "Without a stop"),
        (
            "Use e.g. Bearer, i.e. A token, etc. Then go. On.",
            "Use e.g. Bearer, i.e. A token, etc. Then go.",
        ),
        ("Version 1.2 is out. Really.", "Version 1.2 is out."),
        ("See [a. B](https://c.d). More.", "See [a. B](https://c.d)."),
        ("Calls `a. B`. More.", "Calls `a. B`."),
        ("# Title\n\nText.", "Title"),
        ("```\ncode\n```\n\n- [ ] First. Second.", "[ ] First."),
        ("| a |\n|---|\n| b |\n\nText.", "Text."),
        ("1\\. a", "1\\. a"),
        ("a|b `c|d`", "a|b `c|d`"),
        ("```\ncode\n```", ""),
        ("", ""),
    ] {
        assert_eq!(one_line(text), expected, "{text:?}");
    }
    assert_eq!(in_cell("a|b `c|d` e\\|f"), "a\\|b `c\\|d` e\\|f");
    assert_eq!(
        plain("Use `b`\u{2028}\tinstead\0 of\n\n\"a\" \u{202e}"),
        "Use `b` instead of \"a\""
    );
}

#[test]
fn titles_begin_no_block_and_hold_no_markup() {
    for (text, expected) in [
        ("Pets", "Pets"),
        ("Pets & more (v1), version 1.0.", "Pets & more (v1), version 1.0."),
        ("Pets\n\n# Dogs", "Pets # Dogs"),
        ("# Pets", "\\# Pets"),
        ("- a", "\\- a"),
        ("```rust fn main() {}", "\\`\\`\\`rust fn main() {}"),
        ("[a], version [b](c).", "\\[a], version b."),
        ("<b onclick=x>Pets</b>", "Pets"),
        ("<script>x</script>", "\\<script>x\\</script>"),
        ("", ""),
    ] {
        assert_eq!(line(text), expected, "{text:?}");
    }
    for text in HOSTILE.iter().map(|text| (*text).to_owned()).chain(noise(2_000)) {
        let line = line(&text);
        assert!(!line.contains('\n'), "{text:?}");
        assert!(gate::is_harmless(&line), "{text:?} {line:?}");
    }
}

#[test]
fn cells_stay_one_cell() {
    let texts = HOSTILE.iter().map(|text| (*text).to_owned()).chain(noise(5_000));
    for text in texts {
        let table = format!("| a | b |\n| --- | --- |\n| {} | end |", in_cell(&one_line(&text)));
        let mut cells = Vec::new();
        for event in pulldown_cmark::Parser::new_ext(&table, super::dialect::OPTIONS) {
            match event {
                Event::Start(Tag::TableCell) => cells.push(String::new()),
                Event::Text(text) => cells.last_mut().unwrap().push_str(&text),
                _ => {}
            }
        }
        assert_eq!(cells[3], "end", "{text:?} {table}");
    }
}

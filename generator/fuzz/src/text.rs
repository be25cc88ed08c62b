//! Texts that are made to hurt, between texts that meet each other.

use arbitrary::{Result, Unstructured};

/// Few, so that things refer to each other and collide.
const NAMES: &[&str] = &[
    "a", "b", "c", "A", "a-b", "a_b", "aB", "id", "type", "data", "cursor", "limit",
];

const CROOKED: &[&str] = &[
    "",
    " ",
    "0",
    "_",
    "-",
    "..",
    "../../x",
    "a/b",
    "a\\b",
    "~0~1",
    "%41%2F",
    "self",
    "Self",
    "crate",
    "super",
    "gen",
    "r#type",
    "CON",
    "mod",
    "lib",
    "main",
    "build",
    "models",
    "runtime",
    "client",
    "send",
    "new",
    "default",
    "Option",
    "String",
    "ß",
    "ﬁ",
    "é",
    "e\u{301}",
    "İ",
    "名前",
    "😀",
    "\u{200d}",
    "\u{202e}",
    "\u{2028}",
    "\u{85}",
    "\u{feff}",
    "\0",
    "a\r\nb",
    "\"#\"##",
    "*/ /*",
    "{}{{",
    "{a}{a}",
    "`` ` ```",
    "```\nfn f() {}\n```\n    code",
    "[a](b)[c][d] <b onclick=x> <!-- & &lt; https://x.y/z_",
    "> > - 1. # | a | b |\n|--|--|\n",
    "${X:?y}$(z)",
    "\n[dependencies]\nx = \"1\"",
    "#/components/schemas/a",
    "multipart/form-data",
    "text/event-stream",
    "a;b=\"c",
    "2XX",
    "9999999999999999999999",
    "2024-01-01T00:00:00Z",
];

/// One of few names.
pub(crate) fn name(u: &mut Unstructured<'_>) -> Result<String> {
    if u.ratio(1, 8)? {
        any(u)
    } else {
        Ok((*u.choose(NAMES)?).to_owned())
    }
}

/// A text of any kind.
pub(crate) fn any(u: &mut Unstructured<'_>) -> Result<String> {
    Ok(match u.int_in_range(0..=7)? {
        0 => u.arbitrary::<&str>()?.chars().take(40).collect(),
        1 => format!("{} {}", u.choose(CROOKED)?, u.choose(CROOKED)?),
        2 => (*u.choose(NAMES)?).to_owned(),
        3 => u.choose(CROOKED)?.repeat(u.int_in_range(1..=300)?),
        _ => (*u.choose(CROOKED)?).to_owned(),
    })
}

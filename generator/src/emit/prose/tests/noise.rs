//! Texts that nobody would write.

/// So many texts, put together at random but the same in each run.
pub(super) fn noise(count: usize) -> impl Iterator<Item = String> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = move |bound: usize| {
        // Xorshift: enough for this, and no dependency.
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % 1_000_003).unwrap() % bound
    };
    (0..count).map(move |_| {
        let len = 2 + next(12);
        (0..len).map(|_| PIECES[next(PIECES.len())]).collect()
    })
}

const PIECES: &[&str] = &[
    "a",
    "b c",
    " ",
    "  ",
    "    ",
    "\n",
    "\n\n",
    "\n    ",
    "\n> ",
    "\n- ",
    "\n1. ",
    "> ",
    "- ",
    "* ",
    "+ ",
    "1. ",
    "2) ",
    "# ",
    "===",
    "---",
    "```",
    "````",
    "~~~",
    "rust",
    "`",
    "``",
    "*",
    "**",
    "_",
    "~",
    "~~",
    "[",
    "]",
    "(",
    ")",
    "[a]",
    "[a](b)",
    "[^1]",
    "[^1]: ",
    "[a]: b",
    "![a](https://b.c)",
    "[a](https://b.c)",
    "https://a.bc/d",
    "http://{a}.bc",
    "<https://a.bc>",
    "<",
    ">",
    "<p>",
    "</p>",
    "<pre>",
    "</pre>",
    "<br>",
    "<code>",
    "</code>",
    "<a href='https://b.c'>",
    "</a>",
    "<x>",
    "<!--",
    "-->",
    "<script>",
    "<li>",
    "<h1>",
    "|",
    "| a |",
    "|---|",
    "\n|---|\n",
    "\\",
    "&amp;",
    "&#8232;",
    "&#91;",
    "!",
    ":",
    ".",
    "\t",
    "\u{202e}",
    "\u{2028}",
    "\r",
    "panic!()",
];

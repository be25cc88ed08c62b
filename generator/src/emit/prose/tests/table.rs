//! Descriptions and what they become.

/// A description and what it becomes.
pub(super) const TABLE: &[(&str, &str)] = &[
    // Everyday text is left alone.
    ("", ""),
    ("\n\n \t\n", ""),
    (
        "Timestamp when the token should expire, for example '2022-05-12T12:25:09+02:00'",
        "Timestamp when the token should expire, for example '2022-05-12T12:25:09+02:00'",
    ),
    ("a_b *not emphasis", "a_b *not emphasis"),
    ("1. list\n2. of two", "1. list\n2. of two"),
    ("50% < 100 && 7 > 3 | x", "50% < 100 && 7 > 3 | x"),
    (
        "It's (really) \"fine\"... C:\\dir, a[] & b {id} ~5 $x #1 @me",
        "It's (really) \"fine\"... C:\\dir, a[] & b {id} ~5 $x #1 @me",
    ),
    (
        "*a* **b** _c_ __d__ ~~e~~ ~f~ `g` ***h***",
        "*a* **b** _c_ __d__ ~~e~~ ~f~ `g` ***h***",
    ),
    ("one\ntwo\n\nthree", "one\ntwo\n\nthree"),
    (
        "\\*a\\* \\[b\\] \\\\ &lt;c&gt; &copy;",
        "\\*a\\* \\[b\\] \\\\ &lt;c&gt; &copy;",
    ),
    ("größe 名 ❤\u{fe0f}", "größe 名 ❤\u{fe0f}"),
    // Space.
    ("a  \nb\\\nc   ", "a\\\nb\\\nc"),
    ("a\n\n\n\nb", "a\n\nb"),
    (
        "a\r\nb\rc\u{85}d\u{2028}e\u{2029}f\u{b}g\u{c}h",
        "a\nb\nc\nd\ne\nf\ng\nh",
    ),
    ("a\0\u{202e}\u{2066}\u{200b}b &#8238;c", "ab c"),
    // Code.
    ("```\nlet a;\n```", "```text\nlet a;\n```"),
    ("```rust,no_run\nlet a;\n```\nb", "```text\nlet a;\n```\nb"),
    ("~~~ json\n{}\n~~~", "```text\n{}\n```"),
    ("````\n```\na\n```\n````", "````text\n```\na\n```\n````"),
    ("~~~\n```\n~~~", "````text\n```\n````"),
    (
        "a\n\n    let b;\n\n      c\n\nd",
        "a\n\n```text\nlet b;\n\n  c\n```\n\nd",
    ),
    ("a\n\n\tlet b;", "a\n\n```text\nlet b;\n```"),
    (
        "\n        All of it\n\n        is indented.\n    ",
        "All of it\n\nis indented.",
    ),
    ("- a\n  ```rust\n  b\n  ```\n- c", "- a\n  ```text\n  b\n  ```\n- c"),
    ("-     a\n\n      b", "- ```text\n  a\n\n  b\n  ```"),
    ("> ```\n> a\n>\n> b", "> ```text\n> a\n>\n> b\n> ```"),
    (">     a", "> ```text\n> a\n> ```"),
    ("1. a\n\n       b", "1. a\n\n   ```text\n   b\n   ```"),
    ("a\n\n```rust\nunclosed", "a\n\n```text\nunclosed\n```"),
    ("```\n\n```", ""),
    ("`` a`b `` ` c", "``a`b`` \\` c"),
    ("`a\nb`", "`a b`"),
    // Addresses and links.
    (
        "See https://a.b/c_(d), or http://e.f.",
        "See <https://a.b/c_(d)>, or <http://e.f>.",
    ),
    (
        "(https://a.b/?c=d&amp;e=f) **https://g.h/i_j_k**",
        "(<https://a.b/?c=d&e=f>) **<https://g.h/i_j_k>**",
    ),
    (
        "https://a.b/c\\_d <https://e.f> `https://g.h`",
        "<https://a.b/c_d> <https://e.f> `https://g.h`",
    ),
    ("https://api.{region}.b.com/{id}.", "`https://api.{region}.b.com/{id}`."),
    (
        "[a](https://b.c \"d\") [e](<https://f.g/(h>)",
        "[a](https://b.c) [e](<https://f.g/(h>)",
    ),
    ("[a](/b) [c](#d) [e](Bar::baz) [](x)y", "a c e y"),
    (
        "[foo] [`foo`] [a][b] [c][] a[0] and b[1] [ ]",
        "\\[foo] \\[`foo`] \\[a]\\[b] \\[c][] a\\[0] and b\\[1] [ ]",
    ),
    (
        "[[foo]] [a [b] c](https://d.e) [ only",
        "\\[\\[foo]] [a \\[b\\] c](https://d.e) [ only",
    ),
    (
        "[a] [b][a]\n\n[a]: https://c.d \"e\"\n[f]: /g",
        "[a](https://c.d) [b](https://c.d)",
    ),
    (
        "a@b.c <a@b.c> <mailto:a@b.c> <a@b> <std::vec>",
        "a@b.c <a@b.c> <mailto:a@b.c> \\<a\\@b\\> \\<std\\:\\:vec\\>",
    ),
    (
        "[a](mailto:b@c.d) [e](mailto:f@g) [h](javascript:i)",
        "[a](mailto:b@c.d) e h",
    ),
    (
        "![a](https://b.c/d.png) !![e](https://f.g) ![h](i.png)",
        "[a](https://b.c/d.png) \\![e](https://f.g) h",
    ),
    ("[![a](https://b.c)](https://d.e)", "[a](https://d.e)"),
    (
        "a[^1]\n\n[^1]: note https://b.c\n\n    code?",
        "a\\[^1]\n\n\\[^1]:\nnote <https://b.c>\n\ncode?",
    ),
    ("> [!NOTE]\n> a", "> \\[!NOTE]\n> a"),
    // HTML.
    ("a<br>b<br/>\nc<br>", "a\\\nb\\\nc"),
    ("<p>One.</p>\n<p>Two <b>b</b>.</p>", "One.\n\nTwo b."),
    ("a <code>b[0] &lt;c&gt;</code> d", "a `b[0] <c>` d"),
    (
        "<a href=\"https://a.b\">text</a>, <a href='/c'>d</a>",
        "text (<https://a.b>), d",
    ),
    ("a <!-- b --> c\n<!-- d\n\n e -->\nf", "a  c\n\nf"),
    (
        "Vec<String> and <your-token> or <tag",
        "Vec\\<String> and \\<your-token> or \\<tag",
    ),
    ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
    ("<div>\n\n    code\n\n</div>", "```text\ncode\n```"),
    ("<pre><code>let a;</code></pre>", "```text\n<code>let a;</code>\n```"),
    ("<script>alert(1)</script>", "\\<script>alert(1)\\</script>"),
    ("a <h3>B</h3> c", "a\n\n##### B\n\nc"),
    // Blocks.
    (
        "# A\nb\n\nC\n===\n\nD\n---\n\n###### E",
        "### A\nb\n\n### C\n\n#### D\n\n###### E",
    ),
    (
        "- a\nlazy\n- b\n      over\n\n  c\n  - d\n    e",
        "- a\n  lazy\n- b\n  over\n\n  c\n  - d\n    e",
    ),
    ("* a\n\n* b\n+ c\n-\n- d", "* a\n\n* b\n+ c\n-\n- d"),
    ("a:\n  - b\n  - c\n\n   1. d\n   lazy", "a:\n- b\n- c\n\n1. d\n   lazy"),
    ("10) a\nlazy", "10) a\n    lazy"),
    ("> a\nlazy\n>> b\n\n> c", "> a\n> lazy\n> > b\n\n> c"),
    ("- [ ] a\n- [x] b", "- [ ] a\n- [x] b"),
    ("a\n    # b\n    - c\n    ===", "a\n\\# b\n\\- c\n\\==="),
    ("***\na\n\n- - -", "***\na\n\n***"),
    (
        "|a|b|\n|-|:-:|\n|c\\|d|`e\\|f`<br>g|",
        "| a | b |\n| --- | :-: |\n| c\\|d | `e\\|f` g |",
    ),
];

/// Texts that mean harm. What they become does not matter as long as it does none.
pub(super) const HOSTILE: &[&str] = &[
    "```\n```rust\npanic!()\n",
    "- ```\n~~~\n    panic!()\n",
    "> ~~~rust\npanic!();\n```\nb\n",
    "[^1]:     panic!()\n\n        panic!()\n",
    "[^1]:\n    ```rust\n    panic!()\n",
    "<div>\n\n```rust\npanic!()\n```\n\n</div>",
    "<pre>```</pre>\n\n    panic!()",
    "<!-- \n```\n-->\n\tpanic!()\n```",
    "<p><p><p><div <p <![CDATA[ <?php <!x <script>",
    "<<b>p>a</<b>p> <<!-- -->code>",
    "<p>\n<code>\n\n<a href='https://x.y'>\n<br>\n",
    "*/ panic!() /* \"# } fn main() {",
    "\\https://a.bc \\\\https://d.ef h\\ttps://g.hi xhttps://j.kl",
    "https://a.bc/`d`[e](f)<g> https://h.ij|k https://l.mn/*o* https://p.qr/_s_",
    "[a]: <b\n[c]\n: d\n[e\n]: f\n\\[g]: h",
    "[a\n[b](c)\n](d) ![[e]](f) [g][[h]] [`i`][j] [k`]`(l)",
    "[a](https://b.c\n\"d\") [e](https://&#10;f) [g](https://h\\)i) [j](https://k&#32;l)",
    "!\\[a](b) \\![c](d) !&#91;e](f)",
    "a | b\n    --- | ---\n    c | d",
    "# [a]: b\n## `c\n### <p>d</p> #\n#\n",
    "a\n&#8232;b&#0;c&#xD;d `e\u{202e}`",
    "- > - > 1. > ```\n\n- >     a\n",
    "1. a\n\n    b\n\n        c\n2) d\n3. e\n",
    "| a |\n|---|\n| ` | ` |\n| [b] |\n| <p> |\n| https://c.de |\n| \\ |\n",
    "[ ] [x] - [ ] a\n- [x]b\n- [x]\n",
    "    a\n\tb\n \tc\n",
    "``` `a` ```\n``` b\n",
    "<a href=\"https://a.b\" title=\"`\"> ` </a> ` <code> ` </code>",
    "<your `token` [a](b) *c*> <a title='[x]'> <x y=\"[z]\">",
    "!foo\n/bar\n*baz\n/*!",
    "# Safety\n\n# Panics\n\n# Errors\n\n# Examples",
    "[std::vec::Vec] [Vec<T>](Vec) [`a`]: [struct@x] <struct@y> [macro!] [fn()] #[doc = \"x\"]",
];

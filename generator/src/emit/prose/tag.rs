//! HTML tags, as far as authors of descriptions use them.

/// A tag, a comment or another piece of markup at the start of a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Tag<'text> {
    /// The markup itself.
    pub(super) text: &'text str,
    /// What it means to a reader.
    pub(super) kind: Kind<'text>,
}

/// What a piece of markup means to a reader.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind<'text> {
    /// A line ends: `<br>`.
    Break,
    /// A block begins or ends: `<p>`, `</div>`, `<ul>`.
    Block,
    /// An item of a list begins.
    Item,
    /// A heading of this level begins.
    Heading(usize),
    /// A block of preformatted text begins or ends.
    Preformatted,
    /// A cell of a table begins.
    Cell,
    /// Text in the font of code begins.
    Code,
    /// Text in the font of code ends.
    CodeEnd,
    /// A link to this address begins.
    Link(&'text str),
    /// A link ends.
    LinkEnd,
    /// Nothing that Markdown could say: comments, `<span>`, `<b>`.
    Silent,
    /// Not HTML. Most often a placeholder that the reader has to see: `<your-token>`.
    Unknown,
}

/// The markup that a text begins with.
pub(super) fn tag(text: &str) -> Option<Tag<'_>> {
    let silent = |len: usize| {
        Some(Tag {
            text: &text[..len],
            kind: Kind::Silent,
        })
    };
    if text.starts_with("<!--") {
        return silent(text.find("-->")? + "-->".len());
    }
    if text.starts_with("<!") || text.starts_with("<?") {
        return silent(text.find('>')? + 1);
    }
    let len = tag_len(text)?;
    let inner = text[1..len - 1].trim_end_matches('/');
    let name_len = inner[1..]
        .find(|character: char| !character.is_ascii_alphanumeric())
        .map_or(inner.len(), |len| len + 1);
    let (name, attributes) = inner.split_at(name_len);
    let is_plain = attributes.is_empty() || attributes.starts_with([' ', '\n', '/']);
    let kind = if is_plain {
        kind(&name.to_ascii_lowercase(), attributes)
    } else {
        Kind::Unknown
    };
    Some(Tag {
        text: &text[..len],
        kind,
    })
}

/// No sensible tag is longer. The limit keeps a text full of `<` from being searched to its end for each of them.
const LONGEST: usize = 2000;

/// The length of `<name ...>` or `</name>`. A `>` in quotes does not end it.
fn tag_len(text: &str) -> Option<usize> {
    let after = text.strip_prefix('<')?;
    let name = after.strip_prefix('/').unwrap_or(after);
    if !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return None;
    }
    let mut quote = None;
    for (at, character) in text.char_indices().take(LONGEST) {
        match (quote, character) {
            (None, '>') => return Some(at + 1),
            (None, '"' | '\'') => quote = Some(character),
            (Some(open), close) if open == close => quote = None,
            _ => {}
        }
    }
    None
}

fn kind<'text>(name: &str, attributes: &'text str) -> Kind<'text> {
    match name {
        "br" | "/br" => Kind::Break,
        "p" | "div" | "section" | "article" | "header" | "footer" | "blockquote" | "center" | "details" | "summary"
        | "ul" | "ol" | "dl" | "dt" | "dd" | "table" | "thead" | "tbody" | "tr" | "hr" | "/p" | "/div" | "/section"
        | "/article" | "/header" | "/footer" | "/blockquote" | "/center" | "/details" | "/summary" | "/ul" | "/ol"
        | "/dl" | "/table" | "/h1" | "/h2" | "/h3" | "/h4" | "/h5" | "/h6" => Kind::Block,
        "li" => Kind::Item,
        "h1" => Kind::Heading(1),
        "h2" => Kind::Heading(2),
        "h3" => Kind::Heading(3),
        "h4" => Kind::Heading(4),
        "h5" => Kind::Heading(5),
        "h6" => Kind::Heading(6),
        "pre" | "/pre" => Kind::Preformatted,
        "td" | "th" => Kind::Cell,
        "code" | "tt" | "kbd" | "samp" => Kind::Code,
        "/code" | "/tt" | "/kbd" | "/samp" => Kind::CodeEnd,
        "a" => href(attributes).map_or(Kind::Silent, Kind::Link),
        "/a" => Kind::LinkEnd,
        "b" | "strong" | "i" | "em" | "u" | "s" | "del" | "ins" | "small" | "big" | "sub" | "sup" | "span" | "font"
        | "nobr" | "wbr" | "img" | "mark" | "/b" | "/strong" | "/i" | "/em" | "/u" | "/s" | "/del" | "/ins"
        | "/small" | "/big" | "/sub" | "/sup" | "/span" | "/font" | "/nobr" | "/mark" | "/li" | "/td" | "/th"
        | "/thead" | "/tbody" | "/tr" | "/dt" | "/dd" => Kind::Silent,
        _ => Kind::Unknown,
    }
}

/// The quoted address of a link.
fn href(attributes: &str) -> Option<&str> {
    let (_, value) = attributes.split_once("href=")?;
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    value[1..].split(quote).next()
}

#[cfg(test)]
mod tests {
    use super::{Kind, tag};

    #[test]
    fn markup_is_told_from_placeholders() {
        for (text, expected, kind) in [
            ("<br/>x", "<br/>", Kind::Break),
            ("<BR />x", "<BR />", Kind::Break),
            ("<p class='a>b'>x", "<p class='a>b'>", Kind::Block),
            ("</p>x", "</p>", Kind::Block),
            ("<h2>x", "<h2>", Kind::Heading(2)),
            ("<!-- <p> -->x", "<!-- <p> -->", Kind::Silent),
            ("<!DOCTYPE x>y", "<!DOCTYPE x>", Kind::Silent),
            (
                "<a href=\"https://a.b\">x",
                "<a href=\"https://a.b\">",
                Kind::Link("https://a.b"),
            ),
            ("<a name='x'>", "<a name='x'>", Kind::Silent),
            ("<your-token>", "<your-token>", Kind::Unknown),
            ("<b-c>", "<b-c>", Kind::Unknown),
            ("<i/>", "<i/>", Kind::Silent),
        ] {
            assert_eq!(
                tag(text).map(|tag| (tag.text, tag.kind)),
                Some((expected, kind)),
                "{text:?}"
            );
        }
        for text in ["< p>", "<3", "<p", "<a href='>", "<!-- x", "x"] {
            assert_eq!(tag(text), None, "{text:?}");
        }
    }
}

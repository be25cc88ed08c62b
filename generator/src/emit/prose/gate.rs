//! The last look at a text before it goes out.

use pulldown_cmark::{BrokenLink, CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::dialect::OPTIONS;
use super::url;

/// Whether a text keeps every promise of this module, as rustdoc and clippy will read it.
///
/// The rewriting is built to make such text; this makes sure of it for texts that nobody thought of.
pub(super) fn is_harmless(text: &str) -> bool {
    let mut has_broken_link = false;
    let mut note_broken_link = |_: BrokenLink<'_>| {
        has_broken_link = true;
        None
    };
    let parser = Parser::new_with_broken_link_callback(text, OPTIONS, Some(&mut note_broken_link));
    let has_definitions = parser.reference_definitions().iter().next().is_some();
    let mut is_in_prose = true;
    let is_harmless = parser.into_iter().all(|event| {
        match &event {
            Event::Start(Tag::Link { .. } | Tag::CodeBlock(_)) => is_in_prose = false,
            Event::End(TagEnd::Link | TagEnd::CodeBlock) => is_in_prose = true,
            _ => {}
        }
        is_harmless_event(&event, is_in_prose)
    });
    is_harmless && !has_definitions && !has_broken_link && has_no_doctest(text)
}

/// The doctest collector reads Markdown without extensions, where a code block can stand that the larger dialect does not see.
fn has_no_doctest(text: &str) -> bool {
    Parser::new_ext(text, Options::empty()).all(|event| match event {
        Event::Start(Tag::CodeBlock(kind)) => is_text(&kind),
        _ => true,
    })
}

fn is_harmless_event(event: &Event<'_>, is_in_prose: bool) -> bool {
    match event {
        Event::Html(_)
        | Event::InlineHtml(_)
        | Event::FootnoteReference(_)
        | Event::Start(Tag::HtmlBlock | Tag::FootnoteDefinition(_) | Tag::Image { .. }) => false,
        Event::Start(Tag::CodeBlock(kind)) => is_text(kind),
        Event::Start(Tag::Link {
            link_type: LinkType::Email,
            dest_url,
            ..
        }) => dest_url.contains('.'),
        Event::Start(Tag::Link { dest_url, .. }) => url::is_kept(dest_url),
        Event::Text(text) => !is_in_prose || !has_bare_url(text),
        _ => true,
    }
}

fn is_text(kind: &CodeBlockKind<'_>) -> bool {
    matches!(kind, CodeBlockKind::Fenced(language) if &**language == "text")
}

fn has_bare_url(text: &str) -> bool {
    let schemes = ["http://", "https://"];
    schemes.iter().any(|scheme| {
        text.match_indices(scheme)
            .any(|(at, _)| url::bare_len(&text[at..]).is_some())
    })
}

#[cfg(test)]
mod tests {
    use super::is_harmless;

    #[test]
    fn every_promise_is_looked_at() {
        for text in [
            "```\nx\n```",
            "```rust\nx\n```",
            "a\n\n    x",
            "[^1]:     x\n\n        y",
            "a <b>c</b>",
            "<div>",
            "[a]",
            "[a](b)",
            "![a](https://b.c)",
            "<ab:c>",
            "[a]: https://b.c",
            "see https://a.b",
        ] {
            assert!(!is_harmless(text), "{text:?}");
        }
        for text in [
            "a < b",
            "[a](https://b.c)",
            "<https://b.c>",
            "```text\nhttps://b.c\n```",
            "`https://{x}`",
            "\\[a]",
        ] {
            assert!(is_harmless(text), "{text:?}");
        }
    }
}

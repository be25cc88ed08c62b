//! The text of one paragraph, heading or cell: the author's own, with edits where something is not safe.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use super::clean::is_hidden;
use super::literal::literal;
use super::run::{Surroundings, edit};
use super::span::{code_span, delimiter, footnote};
use super::tag::{self, Kind};
use super::url;

/// An event and the part of the source it stands for.
pub(super) type Spanned<'text> = (Event<'text>, Range<usize>);

/// What becomes of the line breaks in the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Breaks {
    /// They stay where the author put them.
    Kept,
    /// They become spaces, where only one line fits.
    Joined,
}

/// Renders what is inside a block. No line has spaces at its ends, and none is empty.
pub(super) fn render(source: &str, events: &[Spanned<'_>], breaks: Breaks) -> String {
    let mut writer = Writer::new(source, events, breaks);
    let mut rest = events;
    while let Some(((event, range), after)) = rest.split_first() {
        let skipped = writer.event(event, range, after);
        rest = &after[skipped..];
    }
    writer.finish()
}

struct Writer<'text> {
    source: &'text str,
    breaks: Breaks,
    out: String,
    /// Text of the author that is not yet written: an address in it can go over several events.
    run: Range<usize>,
    /// Where the last event ended.
    done: usize,
    /// The last closing bracket of the block: only before it can an opening one make a link.
    last_bracket: usize,
    /// The targets of the links that are open; nothing for one that loses its target.
    links: Vec<Option<String>>,
    /// The target of the `<a>` that is open.
    anchor: Option<String>,
}

impl<'text> Writer<'text> {
    fn new(source: &'text str, events: &[Spanned<'_>], breaks: Breaks) -> Self {
        let start = events.first().map_or(0, |(_, range)| range.start);
        let end = events.last().map_or(start, |(_, range)| range.end);
        Self {
            source,
            breaks,
            out: String::with_capacity(end - start),
            run: start..start,
            // A backslash before the first event is part of it, if the text begins with an escape.
            done: start.saturating_sub(1),
            last_bracket: source[start..end].rfind(']').map_or(0, |at| start + at),
            links: Vec::new(),
            anchor: None,
        }
    }

    /// Writes an event and says how many of those after it went with it.
    fn event(&mut self, event: &Event<'_>, range: &Range<usize>, after: &[Spanned<'_>]) -> usize {
        if let Event::Text(text) = event {
            self.text(text, range);
            return 0;
        }
        self.flush();
        self.done = range.end;
        match event {
            Event::Code(code) => self.code(code),
            Event::SoftBreak => self.line_break(""),
            Event::HardBreak => self.line_break("\\"),
            Event::TaskListMarker(is_done) => self.out.push_str(if *is_done { "[x] " } else { "[ ] " }),
            Event::FootnoteReference(label) => self.out.push_str(&footnote(label)),
            Event::InlineHtml(markup) => return self.markup(markup, after),
            Event::Start(tag) => return self.start(tag, range, after),
            Event::End(TagEnd::Link | TagEnd::Image) => self.end_link(),
            Event::End(end) => self.out.push_str(delimiter(*end, &self.source[range.clone()])),
            _ => {}
        }
        0
    }

    fn text(&mut self, text: &CowStr<'_>, range: &Range<usize>) {
        if text.contains(is_hidden) {
            // A reference such as `&#8238;` stands for a character that was not to be seen.
            self.flush();
            self.done = range.end;
            return;
        }
        let is_escaped = range.start > self.done && self.source[..range.start].ends_with('\\');
        let start = range.start - usize::from(is_escaped);
        if start != self.run.end {
            self.flush();
            self.run.start = start;
        }
        self.run.end = range.end;
        self.done = range.end;
    }

    fn flush(&mut self) {
        let run = std::mem::replace(&mut self.run, 0..0);
        if run.is_empty() {
            return;
        }
        let surroundings = Surroundings {
            is_link: self.is_in_link(),
            last_bracket: self.last_bracket.saturating_sub(run.start),
        };
        edit(&self.source[run], surroundings, &mut self.out);
    }

    fn code(&mut self, code: &str) {
        let code: String = code.chars().filter(|character| !is_hidden(*character)).collect();
        self.out.push_str(&code_span(&code));
    }

    fn line_break(&mut self, mark: &str) {
        self.out.truncate(self.out.trim_end_matches(' ').len());
        if self.out.is_empty() || self.out.ends_with('\n') {
            return;
        }
        match self.breaks {
            Breaks::Kept => {
                self.out.push_str(mark);
                self.out.push('\n');
            }
            Breaks::Joined => self.out.push(' '),
        }
    }

    fn markup(&mut self, markup: &str, after: &[Spanned<'_>]) -> usize {
        match tag::tag(markup).map(|tag| tag.kind) {
            Some(Kind::Break) => self.line_break("\\"),
            Some(Kind::Code) => return self.code_element(after),
            Some(Kind::Link(target)) => self.anchor = Some(target.replace("&amp;", "&")),
            Some(Kind::LinkEnd) => self.end_anchor(),
            Some(Kind::Unknown) => self.placeholder(markup),
            Some(Kind::Block | Kind::Item | Kind::Heading(_) | Kind::Preformatted | Kind::Cell) => self.out.push(' '),
            Some(Kind::Silent | Kind::CodeEnd) | None => {}
        }
        0
    }

    /// `<code>` up to its end becomes a code span, if there is nothing but text in between.
    fn code_element(&mut self, after: &[Spanned<'_>]) -> usize {
        let mut code = String::new();
        for (index, (event, range)) in after.iter().enumerate() {
            match event {
                Event::Text(text) => code.push_str(text),
                Event::SoftBreak => code.push(' '),
                Event::InlineHtml(markup) if tag::tag(markup).is_some_and(|tag| tag.kind == Kind::CodeEnd) => {
                    self.code(code.trim());
                    self.done = range.end;
                    return index + 1;
                }
                _ => break,
            }
        }
        0
    }

    /// The target goes behind the text: a link around it would need a look at everything in between.
    fn end_anchor(&mut self) {
        let target = self
            .anchor
            .take()
            .filter(|target| url::is_kept(target) && !self.is_in_link());
        if let Some(target) = target {
            let target = url::target(&target);
            self.out.extend([" (<", target.trim_matches(['<', '>']), ">)"]);
        }
    }

    fn placeholder(&mut self, markup: &str) {
        let inner = &markup[1..];
        let is_plain = !inner.contains(['`', '*', '[', ']', '<', '\\', '&', '|', '~', '\n']) && !inner.contains("://");
        self.out.push_str("\\<");
        self.out.push_str(&if is_plain {
            inner.to_owned()
        } else {
            literal(&inner.replace('\n', " "))
        });
    }

    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>, after: &[Spanned<'_>]) -> usize {
        match tag {
            Tag::Link {
                link_type: LinkType::Autolink | LinkType::Email,
                dest_url,
                ..
            } => {
                self.autolink(&self.source[range.clone()], dest_url);
                self.done = range.end;
                return after
                    .iter()
                    .take_while(|(event, _)| *event != Event::End(TagEnd::Link))
                    .count()
                    + 1;
            }
            Tag::Link { dest_url, .. } => self.start_link(dest_url, range.start + 1),
            Tag::Image { dest_url, .. } => self.start_link(dest_url, range.start + 2),
            _ => {
                let delimiter = delimiter(tag.to_end(), &self.source[range.clone()]);
                self.out.push_str(delimiter);
                self.done = range.start + delimiter.len();
            }
        }
        0
    }

    fn autolink(&mut self, markup: &str, target: &str) {
        let is_kept = url::is_kept(target) || url::is_kept(&format!("mailto:{target}"));
        if is_kept && !self.is_in_link() {
            self.out.push_str(markup);
        } else {
            self.out.push_str(&literal(markup));
        }
    }

    /// An image becomes a link to it: a reader of the docs should not call on other servers unasked.
    fn start_link(&mut self, target: &str, text: usize) {
        let target = (url::is_kept(target) && !self.is_in_link()).then(|| url::target(target));
        if target.is_some() {
            if self.out.ends_with('!') {
                self.out.insert(self.out.len() - 1, '\\');
            }
            self.out.push('[');
        }
        self.links.push(target);
        self.done = text;
    }

    fn end_link(&mut self) {
        if let Some(target) = self.links.pop().flatten() {
            self.out.extend(["](", &target, ")"]);
        }
    }

    fn is_in_link(&self) -> bool {
        self.links.iter().any(Option::is_some)
    }

    fn finish(mut self) -> String {
        self.flush();
        let text = self.out.trim_end();
        let text = if self.out.ends_with("\\\n") {
            text.trim_end_matches('\\').trim_end()
        } else {
            text
        };
        let lines: Vec<&str> = text
            .split('\n')
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .collect();
        lines.join("\n")
    }
}

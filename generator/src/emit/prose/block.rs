//! The blocks of a text: paragraphs, headings, code and tables, in lists and quotes.
//!
//! What is inside a line stays the author's. What is before it (the margin of a list item or quote) is made new, so that
//! lazy or uneven indentation, which clippy warns of, comes out even.

use std::iter::Peekable;
use std::ops::Range;

use pulldown_cmark::{Alignment, Event, HeadingLevel, OffsetIter, Parser, Tag, TagEnd};

use super::dialect::OPTIONS;
use super::inline::{Breaks, Spanned, render};
use super::literal::{Place, guard, pipes};
use super::margin::Margin;
use super::span::{footnote, longest_run};

/// Renders a text without blocks of HTML to lines, or nothing if it is nested deeper than anybody reads.
pub(super) fn lines(source: &str) -> Option<Vec<String>> {
    let mut page = Page {
        source,
        lines: Vec::new(),
        margin: Margin::default(),
        end: 0,
    };
    let mut events = Parser::new_ext(source, OPTIONS).into_offset_iter().peekable();
    while let Some((event, range)) = events.next() {
        match event {
            Event::Start(Tag::BlockQuote(_)) => page.margin.quote()?,
            Event::End(TagEnd::BlockQuote(_)) => page.margin.pop(),
            Event::Start(Tag::Item) => page.margin.item(&source[range])?,
            Event::End(TagEnd::Item) => page.end_item(&range),
            Event::Start(Tag::Heading { level, .. }) => page.heading(level, &inline(&mut events), &range),
            Event::Start(Tag::CodeBlock(_)) => page.code(&code(&mut events), &range),
            Event::Start(Tag::Table(alignments)) => page.table(&alignments, &mut events, &range),
            Event::Start(Tag::FootnoteDefinition(label)) => page.footnote(&label, &range),
            Event::Rule => page.write(["***".to_owned()], &range),
            Event::Start(Tag::HtmlBlock) => return None,
            event if is_inline(&event) => {
                let mut paragraph = vec![(event, range)];
                paragraph.extend(inline(&mut events));
                page.paragraph(&paragraph);
            }
            _ => {}
        }
    }
    Some(page.lines)
}

/// The events of a paragraph, heading or cell. In a tight list a paragraph has no start and end of its own.
pub(super) fn inline<'text>(events: &mut Events<'text>) -> Vec<Spanned<'text>> {
    std::iter::from_fn(|| events.next_if(|(event, _)| is_inline(event))).collect()
}

pub(super) type Events<'text> = Peekable<OffsetIter<'text>>;

struct Page<'text> {
    source: &'text str,
    lines: Vec<String>,
    margin: Margin,
    /// Where in the source the last block ended.
    end: usize,
}

impl Page<'_> {
    fn paragraph(&mut self, events: &[Spanned<'_>]) {
        let text = render(self.source, events, Breaks::Kept);
        let start = events.first().map_or(0, |(_, range)| range.start);
        let end = events.iter().map(|(_, range)| range.end).max().unwrap_or(start);
        let places = std::iter::once(Place::First).chain(std::iter::repeat(Place::Later));
        self.write(
            text.lines().zip(places).map(|(line, place)| guard(line, place)),
            &(start..end),
        );
    }

    /// A heading two levels down: the first two are the page's own.
    fn heading(&mut self, level: HeadingLevel, events: &[Spanned<'_>], range: &Range<usize>) {
        let mut text = render(self.source, events, Breaks::Joined);
        if text.ends_with('#') && !text.ends_with("\\#") {
            text.insert(text.len() - 1, '\\');
        }
        let marks = "#".repeat((level as usize + 2).min(6));
        self.write((!text.is_empty()).then(|| format!("{marks} {text}")), range);
    }

    /// Code of whatever kind becomes a block that says it is text, and so is neither run nor read as Rust.
    fn code(&mut self, code: &str, range: &Range<usize>) {
        if code.trim().is_empty() {
            return;
        }
        let fence = "`".repeat((longest_run(code) + 1).max(3));
        let opening = format!("{fence}text");
        let code = code.trim_end().lines().map(str::to_owned);
        self.write(
            std::iter::once(opening).chain(code).chain(std::iter::once(fence)),
            range,
        );
    }

    fn table(&mut self, alignments: &[Alignment], events: &mut Events<'_>, range: &Range<usize>) {
        let mut rows = Vec::new();
        let mut row = String::from("|");
        while let Some((event, _)) = events.next_if(|(event, _)| *event != Event::End(TagEnd::Table)) {
            match event {
                Event::Start(Tag::TableCell) => {
                    let cell = render(self.source, &inline(events), Breaks::Joined);
                    row.extend([" ", &pipes(&cell), " |"]);
                }
                Event::End(TagEnd::TableHead | TagEnd::TableRow) => {
                    rows.push(std::mem::replace(&mut row, "|".to_owned()));
                }
                _ => {}
            }
        }
        rows.insert(1.min(rows.len()), delimiter_row(alignments));
        self.write(rows, range);
    }

    /// The mark of a footnote, on a line of its own so that whatever the footnote holds can follow, and after an empty
    /// line because it ends a list or paragraph without one.
    fn footnote(&mut self, label: &str, range: &Range<usize>) {
        self.lines.push(self.margin.blank());
        self.write([format!("{}:", footnote(label))], &(range.start..range.start));
    }

    /// An item with nothing in it is still an item.
    fn end_item(&mut self, range: &Range<usize>) {
        if self.margin.is_fresh() {
            self.write([String::new()], range);
        }
        self.margin.pop();
    }

    /// Writes the lines of a block, after an empty one if the author left one there or it is needed.
    fn write(&mut self, lines: impl IntoIterator<Item = String>, range: &Range<usize>) {
        let mut lines = lines.into_iter().peekable();
        if lines.peek().is_none() {
            return;
        }
        let gap = self.source.get(self.end..range.start).unwrap_or_default();
        let is_apart = gap.matches('\n').count() > 1 || self.margin.is_after();
        if !self.lines.is_empty() && is_apart {
            self.lines.push(self.margin.blank().trim_end().to_owned());
        }
        for line in lines {
            let line = self.margin.next() + &line;
            self.lines.push(line.trim_end().to_owned());
        }
        self.end = self.source[..range.end].trim_end().len().max(range.start);
    }
}

fn delimiter_row(alignments: &[Alignment]) -> String {
    let cells = alignments.iter().map(|alignment| match alignment {
        Alignment::None => " --- |",
        Alignment::Left => " :-- |",
        Alignment::Center => " :-: |",
        Alignment::Right => " --: |",
    });
    std::iter::once("|").chain(cells).collect()
}

/// The text of a block of code, without its margin.
fn code(events: &mut Events<'_>) -> String {
    let mut code = String::new();
    while let Some((Event::Text(text), _)) = events.next_if(|(event, _)| matches!(event, Event::Text(_))) {
        code.push_str(&text);
    }
    code
}

fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => is_inline_end(tag.to_end()),
        Event::End(end) => is_inline_end(*end),
        Event::Rule | Event::Html(_) => false,
        _ => true,
    }
}

fn is_inline_end(end: TagEnd) -> bool {
    matches!(
        end,
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image
    )
}

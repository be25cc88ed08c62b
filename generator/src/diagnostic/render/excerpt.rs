//! The lines of a description that are shown around a mark.

use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Snippet};

use super::spots::Spot;
use crate::diagnostic::visible;

/// A mark with the words beside it.
pub(super) struct Mark<'a> {
    pub(super) range: Range<usize>,
    pub(super) label: Option<&'a str>,
    pub(super) kind: AnnotationKind,
}

/// Marks of one file that are near enough to be shown together, with the lines that hold them.
pub(super) struct Excerpt<'a> {
    spot: &'a Spot<'a>,
    marks: Vec<Mark<'a>>,
    window: Range<usize>,
}

/// The most bytes of a description that are shown together.
const WIDEST: usize = 16 << 10;

/// The most bytes that are shown on either side of a mark in a line too long to be shown whole.
const BESIDE: usize = 300;

impl<'a> Excerpt<'a> {
    /// The lines around one mark.
    pub(super) fn new(spot: &'a Spot<'a>, mark: Mark<'a>) -> Self {
        let window = whole_lines(spot, &mark.range);
        let window = if window.len() <= WIDEST {
            window
        } else {
            beside(spot, &mark.range, &window)
        };
        // A key alone can be longer than what is shown of its line.
        let Mark { range, label, kind } = mark;
        let range = range.start..range.end.min(window.end);
        Self {
            spot,
            marks: vec![Mark { range, label, kind }],
            window,
        }
    }

    /// Takes another mark in, if it is in the same file and near; otherwise gives it back.
    pub(super) fn join(&mut self, spot: &Spot<'_>, mark: Mark<'a>) -> Option<Mark<'a>> {
        let lines = whole_lines(self.spot, &mark.range);
        let window = self.window.start.min(lines.start)..self.window.end.max(lines.end);
        if spot.file != self.spot.file || window.len() > WIDEST {
            return Some(mark);
        }
        self.window = window;
        self.marks.push(mark);
        None
    }

    /// Whether the lines are shown from their beginning, so that the drawing counts columns as the file does.
    pub(super) fn is_whole(&self) -> bool {
        self.spot.lines.column(self.window.start) == 1
    }

    /// The drawing of the lines and marks, without the path.
    pub(super) fn snippet(&self) -> Snippet<'static, Annotation<'static>> {
        let text = &self.spot.text[self.window.clone()];
        let shown = |at: usize| visible::source(&text[..at - self.window.start]).len();
        let marks = self.marks.iter().map(|mark| {
            let annotation = mark.kind.span(shown(mark.range.start)..shown(mark.range.end));
            annotation.label(mark.label.map(visible::line))
        });
        Snippet::source(visible::source(text))
            .line_start(self.spot.lines.line(self.window.start))
            .annotations(marks)
    }
}

fn whole_lines(spot: &Spot<'_>, range: &Range<usize>) -> Range<usize> {
    let line = spot.lines.line(range.start);
    spot.lines.start(line)..spot.lines.end(line).max(range.end)
}

fn beside(spot: &Spot<'_>, range: &Range<usize>, line: &Range<usize>) -> Range<usize> {
    let inward = |from: usize, to: usize| (from..=to).find(|at| spot.text.is_char_boundary(*at)).unwrap_or(to);
    let start = inward(range.start.saturating_sub(BESIDE).max(line.start), range.start);
    let end = inward((range.start + BESIDE).min(line.end), line.end);
    start..end.max(start)
}

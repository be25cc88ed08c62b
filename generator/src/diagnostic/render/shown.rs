//! The places of one finding, and how each can be drawn.

use annotate_snippets::{AnnotationKind, Element, Level, Message, Origin};

use super::excerpt::{Excerpt, Mark};
use super::spots::Spot;
use crate::diagnostic::{Diagnostic, visible};

/// The places of a finding, sorted by how they can be drawn.
pub(super) struct Shown<'a> {
    /// Lines of descriptions; those of the finding itself come first.
    excerpts: Vec<(&'a str, Excerpt<'a>)>,
    /// Places without lines, in words.
    elsewhere: Vec<Message<'static>>,
    /// Whether the first of the excerpts is that of the finding itself.
    marks_finding: bool,
}

impl<'a> Shown<'a> {
    /// Sorts the place of a finding and those that belong to it.
    pub(super) fn new(
        diagnostic: &'a Diagnostic,
        spot: Option<&'a Spot<'a>>,
        related: &'a [(Spot<'a>, &'a str)],
    ) -> Self {
        let mut shown = Self {
            excerpts: Vec::new(),
            elsewhere: Vec::new(),
            marks_finding: false,
        };
        if let Some(spot) = spot
            && let Some(range) = spot.range.clone()
        {
            let mark = Mark {
                range,
                label: diagnostic.label.as_deref(),
                kind: AnnotationKind::Primary,
            };
            shown.excerpts.push((spot.path, Excerpt::new(spot, mark)));
            shown.marks_finding = true;
        }
        for (spot, label) in related {
            shown.add_related(spot, label);
        }
        shown
    }

    fn add_related(&mut self, spot: &'a Spot<'a>, label: &'a str) {
        let Some(range) = spot.range.clone() else {
            return self.elsewhere.push(in_words(spot, label));
        };
        let mut mark = Mark {
            range,
            label: Some(label),
            kind: AnnotationKind::Context,
        };
        for (_, excerpt) in &mut self.excerpts {
            match excerpt.join(spot, mark) {
                Some(back) => mark = back,
                None => return,
            }
        }
        let excerpt = Excerpt::new(spot, mark);
        if excerpt.is_whole() {
            self.excerpts.push((spot.path, excerpt));
        } else {
            self.elsewhere.push(in_words(spot, label));
        }
    }

    /// Whether the lines of the finding are cut, so that their columns are not those of the file.
    pub(super) fn is_cut(&self) -> bool {
        self.marks_finding && self.excerpts.first().is_some_and(|(_, excerpt)| !excerpt.is_whole())
    }

    /// The place of the finding, where the excerpt does not tell it.
    pub(super) fn place(&self, spot: Option<&Spot<'_>>) -> Option<Origin<'static>> {
        let origin = Origin::path(visible::line(spot?.path));
        match spot?.range.is_some() {
            true if self.is_cut() => {
                let (line, column) = line_and_column(spot?);
                Some(origin.line(line).char_column(column))
            }
            true => None,
            false => Some(origin),
        }
    }

    /// The places that are drawn without lines.
    pub(super) fn in_words(&self) -> impl Iterator<Item = Element<'static>> {
        self.elsewhere.iter().cloned().map(Element::from)
    }

    /// The places that are drawn with their lines.
    pub(super) fn excerpts(&self) -> impl Iterator<Item = Element<'static>> {
        self.excerpts.iter().map(|(path, excerpt)| {
            let snippet = excerpt.snippet();
            let snippet = if excerpt.is_whole() {
                snippet.path(visible::line(path))
            } else {
                snippet
            };
            Element::from(snippet)
        })
    }
}

/// `the other one: spec.yaml:3:5`
fn in_words(spot: &Spot<'_>, label: &str) -> Message<'static> {
    let label = visible::line(label);
    let path = visible::line(spot.path);
    let place = match (&spot.range, spot.pointer) {
        (Some(_), _) => {
            let (line, column) = line_and_column(spot);
            format!("{path}:{line}:{column}")
        }
        (None, Some(pointer)) => format!("{path}#{}", visible::line(pointer.as_str())),
        (None, None) => path,
    };
    Level::NOTE.message(format!("{label}: {place}"))
}

fn line_and_column(spot: &Spot<'_>) -> (usize, usize) {
    let at = spot.range.as_ref().map_or(0, |range| range.start);
    (spot.lines.line(at), spot.lines.column(at))
}

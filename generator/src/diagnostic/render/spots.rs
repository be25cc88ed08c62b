//! Locations to lines: what the drawings need to know of the files.

use std::collections::BTreeMap;
use std::ops::Range;

use super::lines::Lines;
use crate::diagnostic::position::{self, Keys, Positions};
use crate::diagnostic::{Code, Diagnostic, Location};
use crate::source::{FileId, Pointer, Sources};

/// Every place that some findings point at.
pub(super) struct Spots<'s> {
    files: BTreeMap<FileId, Looked<'s>>,
}

/// What is known of one file.
struct Looked<'s> {
    path: String,
    text: &'s str,
    lines: Lines<'s>,
    positions: Option<Positions>,
}

/// A place as it is drawn.
pub(super) struct Spot<'a> {
    pub(super) file: FileId,
    pub(super) path: &'a str,
    pub(super) text: &'a str,
    pub(super) lines: &'a Lines<'a>,
    /// The pointer, where the place is a node.
    pub(super) pointer: Option<&'a Pointer>,
    /// The marked bytes, at most one line of them; `None` where the node cannot be found.
    pub(super) range: Option<Range<usize>>,
}

impl<'s> Spots<'s> {
    /// Looks up all places of the findings, reading each file at most once.
    pub(super) fn find(diagnostics: &[&Diagnostic], sources: &'s Sources) -> Self {
        // A file that was not read to its end can say a key twice, and nobody has told.
        let may_repeat = [Code::DUPLICATE_KEY, Code::OVER_BUDGET, Code::UNREADABLE_REFERENCE];
        let keys = if diagnostics
            .iter()
            .any(|diagnostic| may_repeat.contains(&diagnostic.code))
        {
            Keys::MayRepeat
        } else {
            Keys::Unique
        };
        let wished = diagnostics.iter().flat_map(|diagnostic| locations(diagnostic));
        Self::of(wished, keys, sources)
    }

    /// Looks up some places, reading each file at most once.
    pub(super) fn of<'l>(wished: impl Iterator<Item = &'l Location>, keys: Keys, sources: &'s Sources) -> Self {
        let mut wanted: BTreeMap<FileId, Vec<&Pointer>> = BTreeMap::new();
        for location in wished {
            match location {
                Location::Node(place) => wanted.entry(place.file).or_default().push(&place.pointer),
                Location::Span(file, _) => drop(wanted.entry(*file).or_default()),
            }
        }
        let look = |(file, pointers): (FileId, Vec<&Pointer>)| {
            let source = sources.file(file);
            let positions = (!pointers.is_empty()).then(|| position::find(&source.text, pointers, keys));
            let path = source.path.display().to_string();
            (
                file,
                Looked {
                    path,
                    text: &source.text,
                    lines: Lines::of(&source.text),
                    positions,
                },
            )
        };
        Self {
            files: wanted.into_iter().map(look).collect(),
        }
    }

    /// The place as it is drawn; `None` only for a location that was not among those looked up.
    pub(super) fn spot<'a>(&'a self, location: &'a Location) -> Option<Spot<'a>> {
        let (Location::Span(file, _) | Location::Node(crate::source::Place { file, .. })) = location;
        let looked = self.files.get(file)?;
        let (pointer, range) = match location {
            Location::Node(place) => {
                let positions = looked.positions.as_ref();
                (
                    Some(&place.pointer),
                    positions.and_then(|positions| positions.nearest(&place.pointer)),
                )
            }
            Location::Span(_, span) => (None, Some(one_line(span, looked.text, &looked.lines))),
        };
        Some(Spot {
            file: *file,
            path: &looked.path,
            text: looked.text,
            lines: &looked.lines,
            pointer,
            range,
        })
    }
}

fn locations(diagnostic: &Diagnostic) -> impl Iterator<Item = &Location> {
    diagnostic
        .location
        .iter()
        .chain(diagnostic.related.iter().map(|(location, _)| location))
}

/// The part of the span that is within the text and on its first line.
fn one_line(span: &Range<usize>, text: &str, lines: &Lines<'_>) -> Range<usize> {
    let within = |at: usize| {
        (0..=at.min(text.len()))
            .rev()
            .find(|at| text.is_char_boundary(*at))
            .unwrap_or(0)
    };
    let start = within(span.start);
    let end = within(span.end).min(lines.end(lines.line(start)));
    start..end.max(start)
}

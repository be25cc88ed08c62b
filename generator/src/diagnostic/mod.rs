//! What oasmith has to say about its input: values first, drawn last.
//!
//! Each stage pushes what it finds into one [`Report`]; nothing is printed below the command line. A [`Diagnostic`] has a
//! stable [`Code`], says where, what and why, and what to do about it.

mod code;
pub(crate) mod position;
mod render;
pub(crate) mod visible;

use std::collections::BTreeMap;
use std::ops::Range;

use crate::source::{FileId, Place};

pub use code::Code;
pub(crate) use render::warnings_in_lines;
pub use render::{Format, Whereabouts, render, whereabouts};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// A remark that needs no action; shown on request.
    Note,
    /// Something could not be expressed, and a piece of the SDK is poorer for it.
    Warning,
    /// There is no sensible output; nothing is written.
    Error,
}

/// What a diagnostic points at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Location {
    /// A node of a description.
    Node(Place),
    /// Bytes of a text, for what is not (yet) a tree: syntax errors, and `oasmith.toml`.
    Span(FileId, Range<usize>),
}

impl From<Place> for Location {
    fn from(place: Place) -> Self {
        Self::Node(place)
    }
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of finding this is; also decides how bad it is.
    pub code: Code,
    /// What was found, in one sentence without a full stop.
    pub message: String,
    /// Where it was found; `None` for what has no place, such as a missing file.
    pub location: Option<Location>,
    /// Why it is a finding: a few words, drawn beside the marked text.
    pub label: Option<String>,
    /// Other places that belong to the finding, each with a few words.
    pub related: Vec<(Location, String)>,
    /// The operation that is hit, as `GET /pets` or by its operation id.
    pub operation: Option<String>,
    /// What to do about it.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A finding without a place.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            location: None,
            label: None,
            related: Vec::new(),
            operation: None,
            help: None,
        }
    }

    /// Says where.
    #[must_use]
    pub fn at(mut self, location: impl Into<Location>) -> Self {
        self.location = Some(location.into());
        self
    }

    /// Says why, beside the marked text.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Adds another place that belongs to the finding.
    #[must_use]
    pub fn related(mut self, location: impl Into<Location>, label: impl Into<String>) -> Self {
        self.related.push((location.into(), label.into()));
        self
    }

    /// Names the operation that is hit.
    #[must_use]
    pub fn operation(mut self, operation: impl Into<String>) -> Self {
        self.operation = Some(operation.into());
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// How bad the finding is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// The findings of a run, in the order in which they were made.
#[derive(Clone, Debug, Default)]
pub struct Report {
    diagnostics: Vec<Diagnostic>,
    left_out: BTreeMap<&'static str, LeftOut>,
}

/// A keyword that has no effect on the output.
#[derive(Clone, Debug)]
struct LeftOut {
    first: Place,
    times: usize,
}

impl Report {
    /// Takes a finding in.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Takes in the findings of another report, each with its places as `place` says they are.
    pub(crate) fn append(&mut self, findings: Self, place: impl Fn(&Place) -> Place) {
        let settle = |location: &mut Location| {
            if let Location::Node(node) = location {
                *node = place(node);
            }
        };
        for mut diagnostic in findings.diagnostics {
            diagnostic.location.iter_mut().for_each(settle);
            diagnostic.related.iter_mut().for_each(|(location, _)| settle(location));
            self.push(diagnostic);
        }
    }

    /// Counts a keyword that has no effect on the output; a description may have it a thousand times.
    pub(crate) fn leave_out(&mut self, keyword: &'static str, place: impl FnOnce() -> Place) {
        let left_out = self.left_out.entry(keyword).or_insert_with(|| LeftOut {
            first: place(),
            times: 0,
        });
        left_out.times += 1;
    }

    /// Takes back that a keyword was left out.
    pub(crate) fn has_effect(&mut self, keyword: &str) {
        self.left_out.remove(keyword);
    }

    /// Says once for each keyword that it was left out.
    pub(crate) fn tell_left_out(&mut self) {
        for (keyword, LeftOut { first, times }) in std::mem::take(&mut self.left_out) {
            let message = format!("`{keyword}` has no effect on the SDK: what it says is left to the server");
            let label = if times == 1 {
                "here".to_owned()
            } else {
                format!("here first, and {times} times in all")
            };
            self.push(Diagnostic::new(Code::NO_EFFECT, message).at(first).label(label));
        }
    }

    /// The findings so far.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// The findings, taken out.
    pub(crate) fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.diagnostics
    }

    /// How many findings are exactly this bad.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.severity() == severity)
            .count()
    }

    /// Whether the stage that comes next has no sound input.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }
}

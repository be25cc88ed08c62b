//! What is repeated: `allOf` and references take what stands once in the description to many places of the crate.
//!
//! A megabyte of references to one long text, or of `allOf` with one large schema, would be gigabytes. So what is repeated
//! is counted, and a description that repeats more than any crate could hold is refused.

use foldhash::HashSet;
use serde_json::Value;

use super::Lowering;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Place;

/// The bytes of descriptions, examples and whole operations that may be repeated.
const TEXT: usize = 64 << 20;

/// The properties, security requirements, media types and lines of callbacks that may be taken over.
const ENTRIES: usize = 500_000;

/// What is left to spend.
pub(super) struct Copies {
    text: Option<usize>,
    entries: Option<usize>,
    /// The path items and operations that references have led to.
    taken_over: HashSet<Place>,
}

impl Default for Copies {
    fn default() -> Self {
        Self {
            text: Some(TEXT),
            entries: Some(ENTRIES),
            taken_over: HashSet::default(),
        }
    }
}

impl Copies {
    /// Whether a description may repeat this many entries more.
    pub(super) fn entries(&mut self, count: usize) -> bool {
        self.entries = self.entries.and_then(|left| left.checked_sub(count));
        self.entries.is_some()
    }

    /// Whether the description is refused already.
    pub(super) fn are_spent(&self) -> bool {
        self.entries.is_none() || self.text.is_none()
    }

    fn text(&mut self, bytes: usize) -> bool {
        self.text = self.text.and_then(|left| left.checked_sub(bytes));
        self.text.is_some()
    }
}

impl Lowering<'_> {
    /// The description of a piece that references may have led to.
    pub(super) fn repeated_text(&mut self, text: Option<String>) -> Option<String> {
        text.filter(|text| self.copies.text(text.len()))
    }

    /// The example of a piece that references may have led to.
    pub(super) fn repeated_value(&mut self, value: Option<&Value>) -> Option<Value> {
        value.filter(|value| self.copies.text(bytes(value))).cloned()
    }

    /// Whether a path item or an operation may be taken over from the place that a reference leads to. The first time it costs
    /// nothing.
    pub(super) fn takes_over(&mut self, place: &Place) -> bool {
        if self.copies.taken_over.insert(place.clone()) {
            return true;
        }
        let is_left = !self.copies.are_spent();
        let node = self.description.node(place).filter(|_| is_left);
        node.is_some_and(|node| self.copies.text(bytes(node)))
    }

    /// Refuses a description that repeats too much. What went beyond the budget has been left out so far.
    pub(super) fn check_copies(&mut self) -> Option<()> {
        let what = match (self.copies.text, self.copies.entries) {
            (Some(_), Some(_)) => return Some(()),
            (None, _) => format!(
                "references repeat more than {} MiB of descriptions, examples and operations",
                TEXT >> 20
            ),
            (_, None) => format!(
                "`allOf` and references repeat more than {ENTRIES} properties, requirements, media types and lines"
            ),
        };
        let help = "let fewer places refer to what is large, or split the description";
        self.report.push(
            Diagnostic::new(Code::OVER_BUDGET, what)
                .at(self.description.root())
                .help(help),
        );
        None
    }
}

/// About how large a value is. `load` has seen to it that it is not deep.
fn bytes(value: &Value) -> usize {
    match value {
        Value::String(text) => text.len(),
        Value::Array(elements) => elements.iter().map(bytes).sum::<usize>() + 8,
        Value::Object(members) => {
            members
                .iter()
                .map(|(key, value)| key.len() + bytes(value))
                .sum::<usize>()
                + 8
        }
        _ => 8,
    }
}

//! What is repeated: `allOf` and references take what stands once in the description to many places of the crate.
//!
//! A megabyte of references to one long text, or of `allOf` with one large schema, would be gigabytes. So what is repeated
//! is counted, and a description that repeats more than any crate could hold is refused.

use serde_json::Value;

use super::Lowering;
use crate::diagnostic::{Code, Diagnostic};

/// The bytes of descriptions and examples that operations may hold.
const TEXT: usize = 64 << 20;

/// The properties, security requirements and lines of callbacks that may be taken over, in lines of Rust about.
const ENTRIES: usize = 500_000;

/// What is left to spend.
pub(super) struct Copies {
    text: Option<usize>,
    entries: Option<usize>,
}

impl Default for Copies {
    fn default() -> Self {
        Self {
            text: Some(TEXT),
            entries: Some(ENTRIES),
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

    /// Refuses a description that repeats too much. What went beyond the budget has been left out so far.
    pub(super) fn check_copies(&mut self) -> Option<()> {
        let what = match (self.copies.text, self.copies.entries) {
            (Some(_), Some(_)) => return Some(()),
            (None, _) => format!(
                "references repeat more than {} MiB of descriptions and examples",
                TEXT >> 20
            ),
            (_, None) => format!(
                "`allOf`, `security` and `callbacks` repeat more than {ENTRIES} properties, requirements and lines"
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

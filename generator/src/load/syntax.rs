//! Text to a tree: which syntax it is in, and what is wrong with it.

use std::ops::Range;

use serde_json::Value;

use super::budget::{Allowance, Limit};
use super::progress::Progress;
use super::{json, warnings, yaml};
use crate::diagnostic::{Code, Diagnostic, Location, Report};
use crate::source::{FileId, Place, Pointer};

/// Why a text is no document.
pub(super) enum Failure {
    Syntax(SyntaxError),
    /// The limit, and the node at which it was passed, as far as that is known.
    OverBudget(Limit, Pointer),
}

/// A place at which a text is neither YAML nor JSON.
pub(super) struct SyntaxError {
    message: String,
    span: Range<usize>,
    help: Option<&'static str>,
}

impl SyntaxError {
    /// An error that a parser found at the byte `at`.
    pub(super) fn new(text: &str, message: String, at: usize) -> Self {
        let start = (0..=at.min(text.len()))
            .rev()
            .find(|at| text.is_char_boundary(*at))
            .unwrap_or(0);
        let marked = text[start..].chars().next().filter(|char| *char != '\n');
        let line = text[..start].rfind('\n').map_or(0, |end| end + 1);
        let tab = marked == Some('\t') || text[line..].starts_with('\t');
        Self {
            message,
            span: start..start + marked.map_or(0, char::len_utf8),
            help: tab.then_some("YAML allows no tabs for indentation; use spaces"),
        }
    }
}

/// Makes a tree of a text, and takes its cost off what the description may spend; `None` when that is not possible, and then
/// the report says why.
pub(super) fn parse(file: FileId, text: &str, allowance: &mut Allowance, report: &mut Report) -> Option<Value> {
    let mut progress = Progress::new(allowance.budget(text.len()));
    let parsed = parse_either(text, allowance, &mut progress);
    allowance.spend(text.len(), &progress.budget);
    match parsed {
        Ok((root, several)) => {
            warnings::duplicates(file, text, &progress.duplicates, report);
            if several {
                warnings::several_documents(file, text, report);
            }
            Some(root)
        }
        Err(Failure::Syntax(error)) => {
            let mut diagnostic = Diagnostic::new(Code::SYNTAX, "this cannot be read as YAML or JSON")
                .at(Location::Span(file, error.span))
                .label(error.message);
            diagnostic.help = error.help.map(str::to_owned);
            report.push(diagnostic);
            None
        }
        Err(Failure::OverBudget(limit, pointer)) => {
            report.push(Diagnostic::new(Code::OVER_BUDGET, limit.to_string()).at(Place { file, pointer }));
            None
        }
    }
}

/// JSON first where the text looks like it, since that is much quicker; YAML otherwise, and where JSON fails, since YAML
/// allows comments and commas that JSON does not.
fn parse_either(text: &str, allowance: &Allowance, progress: &mut Progress) -> Result<(Value, bool), Failure> {
    let as_json = match json::looks_like_json(text).then(|| json::parse(text, progress)) {
        Some(Ok(root)) => return Ok((root, false)),
        Some(Err(Failure::Syntax(error))) => Some(error),
        Some(Err(over_budget)) => return Err(over_budget),
        None => None,
    };
    *progress = Progress::new(allowance.budget(text.len()));
    match yaml::parse(text, progress) {
        Ok(first) => Ok((first.root, first.is_one_of_several)),
        // Whoever came further understood more.
        Err(Failure::Syntax(as_yaml)) => Err(Failure::Syntax(match as_json {
            Some(as_json) if as_json.span.start >= as_yaml.span.start => as_json,
            _ => as_yaml,
        })),
        Err(failure) => Err(failure),
    }
}

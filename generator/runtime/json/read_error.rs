//! Why JSON could not be read.

use std::error::Error;
use std::fmt;

use super::Value;

/// The result of reading a JSON value.
pub type ReadResult<T> = Result<T, ReadError>;

/// Why a value could not be read: where it stands, what was expected, and what was found.
///
/// Displayed as `data[3].expires_at: expected a string, found a number`. A value itself is not repeated, since it could
/// be a secret.
#[derive(Debug)]
pub struct ReadError(Box<Failure>);

#[derive(Debug)]
struct Failure {
    /// From the place of the failure outwards: an error gathers its path on its way up.
    path: Vec<Step>,
    problem: String,
    syntax: Option<serde_json::Error>,
}

#[derive(Debug)]
enum Step {
    Member(String),
    Element(usize),
}

impl ReadError {
    /// An error with a message of its own.
    #[must_use]
    pub fn new(problem: impl Into<String>) -> Self {
        Self(Box::new(Failure {
            path: Vec::new(),
            problem: problem.into(),
            syntax: None,
        }))
    }

    /// `expected` is a noun with its article: `a string`.
    #[must_use]
    pub fn expected(expected: &str, found: &Value<'_>) -> Self {
        Self::new(format!("expected {expected}, found {}", found.tree().kind()))
    }

    pub(super) fn syntax(error: serde_json::Error) -> Self {
        Self(Box::new(Failure {
            path: Vec::new(),
            problem: "not JSON".to_owned(),
            syntax: Some(error),
        }))
    }

    pub(super) fn missing(name: &str) -> Self {
        Self::new("missing").in_member(name)
    }

    /// The same failure, seen from the object around it.
    #[must_use]
    pub fn in_member(mut self, name: &str) -> Self {
        self.0.path.push(Step::Member(name.to_owned()));
        self
    }

    /// The same failure, seen from the array around it.
    #[must_use]
    pub fn in_element(mut self, index: usize) -> Self {
        self.0.path.push(Step::Element(index));
        self
    }

    /// Where the value stands: `data[3].expires_at`. Empty for the outermost value.
    #[must_use]
    pub fn path(&self) -> String {
        let steps = self.0.path.iter().rev().enumerate().map(|(depth, step)| match step {
            Step::Element(index) => format!("[{index}]"),
            Step::Member(name) if !is_plain(name) => format!("[{name:?}]"),
            Step::Member(name) if depth == 0 => name.clone(),
            Step::Member(name) => format!(".{name}"),
        });
        steps.collect()
    }

    /// The parser's own error, where the text was not JSON.
    pub(crate) fn into_syntax(self) -> Option<serde_json::Error> {
        self.0.syntax
    }

    pub(crate) fn with_problem(mut self, problem: String) -> Self {
        self.0.problem = problem;
        self
    }
}

/// Whether a member name can stand in a path without quotes.
fn is_plain(name: &str) -> bool {
    !name.is_empty()
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '$' | '@'))
}

impl fmt::Display for ReadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.0.path.is_empty() {
            write!(formatter, "{}: ", self.path())?;
        }
        formatter.write_str(&self.0.problem)
    }
}

impl Error for ReadError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.0.syntax.as_ref().map(|error| error as _)
    }
}

//! Text to a directory: all of it or nothing.
//!
//! What is ours bears a header line. Only what bears it is ever overwritten or removed, nothing outside the directory is
//! touched, and no link is followed.

mod commit;
mod diff;
mod header;
mod moves;
mod name;
mod new_file;
mod plan;
mod survey;

use std::path::Path;

use crate::diagnostic::Report;

pub use header::HEADER;
pub use new_file::new_file;

/// A file to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// The path below the directory, with `/`.
    pub path: String,
    /// The whole text, which bears [`HEADER`] in one of its first lines.
    pub text: String,
}

/// What shall happen to the directory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// It becomes what it should be.
    Write,
    /// It stays as it is, and the changes say what is different.
    Check,
}

/// What changes in a directory, or what would.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files that were not there.
    pub created: Vec<Change>,
    /// Files that were different.
    pub changed: Vec<Change>,
    /// Files of ours that are no longer wanted.
    pub removed: Vec<Change>,
    /// How many files were right.
    pub untouched: usize,
}

/// One file that changes, or would.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The path below the directory, with `/`.
    pub path: String,
    /// How it differs, as a unified diff that is cut where it is long; only in [`Mode::Check`].
    pub diff: Option<String>,
}

impl Changes {
    /// Whether the directory is what it should be.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    /// Every change: files created, then changed, then removed.
    pub fn iter(&self) -> impl Iterator<Item = &Change> {
        self.created.iter().chain(&self.changed).chain(&self.removed)
    }
}

/// Makes a directory hold these files and no others of ours, or says what that would change. `None` when it cannot be
/// done: then the report says why, and the directory is as it was.
///
/// Files that are right already are not touched.
pub fn write(files: &[File], directory: &Path, mode: Mode, report: &mut Report) -> Option<Changes> {
    let mut findings = Report::default();
    name::check(files, &mut findings);
    let plan = if findings.has_errors() {
        None
    } else {
        plan::plan(files, directory, mode, &mut findings)
    };
    let changes = plan.filter(|_| !findings.has_errors()).and_then(|plan| {
        if mode == Mode::Write && !plan.changes.is_empty() {
            commit::commit(&plan, directory, &mut findings)?;
        }
        Some(plan.changes)
    });
    findings
        .diagnostics()
        .iter()
        .cloned()
        .for_each(|diagnostic| report.push(diagnostic));
    changes
}

#[cfg(test)]
mod tests;

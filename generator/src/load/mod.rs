//! Files to documents: bytes in, trees out.
//!
//! YAML and JSON go through one visitor (`tree`), so that both behave alike: the last of two equal keys wins with a
//! warning, keys are text, merge keys are applied, and budgets hold against documents that are made to hurt.
//!
//! [`load`] reads one file; [`gather`] reads those that it refers to. Nothing is read from the network, nor from folders
//! that the user did not name.

mod budget;
mod documents;
mod folders;
mod gather;
mod json;
mod mentions;
mod nesting;
mod object;
mod progress;
mod read;
mod reference;
mod syntax;
mod tree;
mod walk;
mod warnings;
mod yaml;

use std::fmt;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::diagnostic::Report;
use crate::source::{FileId, Sources};

pub(crate) use budget::{Allowance, DEPTH};
pub(crate) use documents::Target;
pub use documents::{Documents, Unread};
pub use gather::gather;
pub use read::read;
pub(crate) use walk::Walk;

/// A file that was read and is well formed.
#[derive(Clone, Debug)]
pub struct Document {
    /// The file.
    pub file: FileId,
    /// All it says.
    pub root: Value,
    /// What the files that it refers to may cost.
    pub(crate) allowance: Allowance,
}

/// Where text comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A file.
    File(PathBuf),
    /// Standard input, which is written `-`.
    Stdin,
}

impl Input {
    /// The name under which [`Sources`] keeps the text.
    #[must_use]
    pub fn path(&self) -> &Path {
        match self {
            Self::File(path) => path,
            Self::Stdin => Path::new("-"),
        }
    }
}

impl From<PathBuf> for Input {
    fn from(path: PathBuf) -> Self {
        if path.as_os_str() == "-" {
            Self::Stdin
        } else {
            Self::File(path)
        }
    }
}

impl fmt::Display for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.path().display().fmt(f)
    }
}

/// Reads a description; `None` when that is not possible, and then the report says why.
///
/// Text that `sources` holds already is not read again.
pub fn load(sources: &mut Sources, input: &Input, report: &mut Report) -> Option<Document> {
    let file = read(sources, input, report)?;
    let mut allowance = Allowance::default();
    let root = syntax::parse(file, &sources.file(file).text, &mut allowance, report)?;
    Some(Document { file, root, allowance })
}

/// Reads a description from a file, see [`load`].
pub fn load_file(sources: &mut Sources, path: &Path, report: &mut Report) -> Option<Document> {
    load(sources, &Input::File(path.to_owned()), report)
}

#[cfg(test)]
mod tests;

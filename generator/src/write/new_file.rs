//! A single file that the user owns from then on.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use crate::diagnostic::{Code, Diagnostic, Report};

/// Writes a file that is not there yet; `None` when that is not possible, and then the report says why.
pub fn new_file(path: &Path, text: &str, report: &mut Report) -> Option<()> {
    let file = fs::OpenOptions::new().write(true).create_new(true).open(path);
    let written = file.and_then(|mut file| {
        // Half a file would be in the way of the next try.
        file.write_all(text.as_bytes())
            .inspect_err(|_| drop(fs::remove_file(path)))
    });
    match written {
        Ok(()) => Some(()),
        Err(error) => {
            report.push(refusal(path, &error));
            None
        }
    }
}

fn refusal(path: &Path, error: &io::Error) -> Diagnostic {
    let path = path.display();
    match error.kind() {
        io::ErrorKind::AlreadyExists => {
            Diagnostic::new(Code::NOT_OURS, format!("`{path}` is there already")).help("edit it, or delete it first")
        }
        _ => Diagnostic::new(Code::UNWRITABLE, format!("cannot write `{path}`: {error}")),
    }
}

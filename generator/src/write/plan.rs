//! What has to be done to a directory.

use std::io;
use std::path::Path;

use foldhash::HashSet;

use super::diff::diff;
use super::header::bears_header;
use super::survey::{self, Standing};
use super::{Change, Changes, File, Mode};
use crate::diagnostic::{Code, Diagnostic, Report};

/// What has to be done.
pub(super) struct Plan<'f> {
    /// The files that are created or overwritten.
    pub(super) written: Vec<&'f File>,
    pub(super) changes: Changes,
}

/// Compares files with a directory. What must not be overwritten is reported.
pub(super) fn plan<'f>(files: &'f [File], directory: &Path, mode: Mode, report: &mut Report) -> Option<Plan<'f>> {
    let mut plan = Plan {
        written: Vec::new(),
        changes: Changes::default(),
    };
    for file in files {
        match survey::look(directory, &file.path) {
            Ok(standing) => plan.file(file, standing, mode, report),
            Err(error) => report.push(unreadable(directory, &file.path, &error)),
        }
    }
    match survey::ours(directory) {
        Ok(ours) => plan.removals(&ours, files, directory, mode),
        Err(error) => report.push(unreadable(directory, "", &error)),
    }
    (!report.has_errors()).then_some(plan)
}

impl<'f> Plan<'f> {
    fn file(&mut self, file: &'f File, standing: Standing, mode: Mode, report: &mut Report) {
        let change = |old: &str| change(&file.path, old, &file.text, mode);
        match standing {
            Standing::Text(old) if old == file.text => {
                self.changes.untouched += 1;
                return;
            }
            Standing::Nothing => self.changes.created.push(change("")),
            Standing::Text(old) if bears_header(&old) => self.changes.changed.push(change(&old)),
            Standing::Text(_) | Standing::OtherFile => return report.push(not_ours(&file.path)),
            Standing::InTheWay(place) => return report.push(in_the_way(&file.path, &place)),
        }
        self.written.push(file);
    }

    fn removals(&mut self, ours: &[String], files: &[File], directory: &Path, mode: Mode) {
        let wanted: HashSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
        for path in ours.iter().filter(|path| !wanted.contains(path.as_str())) {
            let old = match survey::look(directory, path) {
                Ok(Standing::Text(old)) if mode == Mode::Check => old,
                _ => String::new(),
            };
            self.changes.removed.push(change(path, &old, "", mode));
        }
    }
}

fn change(path: &str, old: &str, new: &str, mode: Mode) -> Change {
    let diff = (mode == Mode::Check).then(|| diff(path, old, new));
    Change {
        path: path.to_owned(),
        diff,
    }
}

fn not_ours(path: &str) -> Diagnostic {
    let message = format!("`{path}` is there already and was not written by oasmith");
    Diagnostic::new(Code::NOT_OURS, message).help("move or delete it, or choose another output folder")
}

fn in_the_way(path: &str, place: &str) -> Diagnostic {
    let message =
        format!("cannot write `{path}`: `{place}` is a link, or something else is where a folder or file must be");
    Diagnostic::new(Code::OUTPUT_PATH, message).help("move or delete it, or choose another output folder")
}

fn unreadable(directory: &Path, path: &str, error: &io::Error) -> Diagnostic {
    let place = directory.join(path);
    Diagnostic::new(
        Code::UNWRITABLE,
        format!("cannot look at `{}`: {error}", place.display()),
    )
}

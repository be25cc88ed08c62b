//! Does what was planned: all of it or nothing.
//!
//! Everything is first written to a folder beside the directory, on the same file system. Then each file is moved to its
//! place, and what stood there is kept until the last one is done, so that a failure can be undone.

use std::fs;
use std::io;
use std::path::Path;

use tempfile::TempDir;

use super::File;
use super::moves::Moves;
use super::plan::Plan;
use crate::diagnostic::{Code, Diagnostic, Report};

/// Carries out the plan; `None` when that fails, and then the directory is as it was.
pub(super) fn commit(plan: &Plan<'_>, directory: &Path, report: &mut Report) -> Option<()> {
    let failed = |what: &str, error: &io::Error| {
        let message = format!("cannot write `{what}`: {error}");
        Diagnostic::new(Code::UNWRITABLE, message).help("the output folder is as it was before")
    };
    let staged = match stage(&plan.written, directory) {
        Ok(staged) => staged,
        Err((what, error)) => {
            report.push(failed(&what, &error));
            return None;
        }
    };
    let mut moves = Moves::new(staged.path().join("kept"));
    let writes = plan
        .written
        .iter()
        .map(|file| (file.path.as_str(), Some(staged.path().join("new").join(&file.path))));
    let removals = plan.changes.removed.iter().map(|change| (change.path.as_str(), None));
    // Removals come first: where case does not count, `Pet.rs` may have become `pet.rs`.
    for (path, new) in removals.chain(writes) {
        if let Err(error) = moves.replace(&directory.join(path), new.as_deref()) {
            report.push(failed(path, &error));
            moves.undo();
            return None;
        }
    }
    for change in &plan.changes.removed {
        remove_empty_folders(directory, &change.path);
    }
    Some(())
}

/// Writes the files to a folder beside the directory. A failure names the file.
fn stage(files: &[&File], directory: &Path) -> Result<TempDir, (String, io::Error)> {
    let about = |what: &Path, error| (what.display().to_string(), error);
    let whole = std::path::absolute(directory).map_err(|error| about(directory, error))?;
    let beside = whole.parent().unwrap_or(&whole);
    fs::create_dir_all(beside).map_err(|error| about(beside, error))?;
    let staged = tempfile::Builder::new().prefix(".oasmith-").tempdir_in(beside);
    let staged = staged.map_err(|error| about(beside, error))?;
    let write = |file: &File| {
        let place = staged.path().join("new").join(&file.path);
        fs::create_dir_all(place.parent().unwrap_or(&place))?;
        fs::write(place, &file.text)
    };
    let kept = staged.path().join("kept");
    fs::create_dir(&kept).map_err(|error| about(&kept, error))?;
    for file in files {
        write(file).map_err(|error| (file.path.clone(), error))?;
    }
    Ok(staged)
}

/// Removes the folders above a path, up to the directory, that have become empty.
fn remove_empty_folders(directory: &Path, path: &str) {
    let folders = Path::new(path)
        .ancestors()
        .skip(1)
        .filter(|folder| !folder.as_os_str().is_empty());
    for folder in folders {
        // A folder that is not empty cannot be removed, and that is right.
        if fs::remove_dir(directory.join(folder)).is_err() {
            return;
        }
    }
}

//! What stands in a directory already.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use super::header::bears_header;

/// What stands at a path.
pub(super) enum Standing {
    Nothing,
    /// A file with this text.
    Text(String),
    /// A file that is not text, and so not ours.
    OtherFile,
    /// The path leads through a link, or over something that is no folder or ends at something that is no file.
    InTheWay(String),
}

/// Looks at the path below the directory, following no link.
pub(super) fn look(directory: &Path, path: &str) -> io::Result<Standing> {
    let mut place = directory.to_owned();
    let mut steps = path.split('/').peekable();
    while let Some(step) = steps.next() {
        place.push(step);
        let kind = match fs::symlink_metadata(&place) {
            Ok(metadata) => metadata.file_type(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Standing::Nothing),
            Err(error) => return Err(error),
        };
        let is_right = if steps.peek().is_some() {
            kind.is_dir()
        } else {
            kind.is_file()
        };
        if !is_right {
            return Ok(Standing::InTheWay(place.display().to_string()));
        }
    }
    Ok(String::from_utf8(fs::read(&place)?).map_or(Standing::OtherFile, Standing::Text))
}

/// The paths of all files below the directory that bear our header, sorted.
///
/// Links, hidden folders, folders that a tool marked as its cache (cargo's `target` is one) and other packages are not
/// entered: what bears our header there belongs to somebody else.
pub(super) fn ours(directory: &Path) -> io::Result<Vec<String>> {
    let mut paths = Vec::new();
    let mut folders = vec![String::new()];
    while let Some(folder) = folders.pop() {
        let entries = match fs::read_dir(directory.join(&folder)) {
            Err(error) if folder.is_empty() && error.kind() == io::ErrorKind::NotFound => return Ok(paths),
            entries => entries?,
        };
        for entry in entries {
            let entry = entry?;
            // A name that is not UTF-8 is none of ours.
            let Ok(name) = entry.file_name().into_string() else {
                continue;
            };
            let path = format!("{folder}{name}");
            let kind = entry.file_type()?;
            if kind.is_dir() && !name.starts_with('.') && !is_foreign(&entry.path()) {
                folders.push(path + "/");
            } else if kind.is_file() && is_ours(&entry.path())? {
                paths.push(path);
            }
        }
    }
    paths.sort();
    Ok(paths)
}

fn is_foreign(folder: &Path) -> bool {
    ["CACHEDIR.TAG", "Cargo.toml"]
        .iter()
        .any(|name| folder.join(name).exists())
}

fn is_ours(file: &Path) -> io::Result<bool> {
    let mut head = Vec::new();
    fs::File::open(file)?.take(1 << 10).read_to_end(&mut head)?;
    Ok(bears_header(&String::from_utf8_lossy(&head)))
}

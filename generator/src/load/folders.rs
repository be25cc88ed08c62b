//! Which files may be read: a description must not make the generator read what its author has no business with.

use std::io;
use std::path::{Component, Path, PathBuf};

use super::{Input, Unread};

/// The folders below which references may lead.
pub(super) struct Folders {
    /// Real paths, with every link followed.
    roots: Vec<PathBuf>,
}

impl Folders {
    /// The folder of the root document, and those that are allowed besides. One that does not exist allows nothing.
    pub(super) fn new(root: &Input, allowed: &[PathBuf]) -> Self {
        let own = folder_of(root.path());
        let folders = std::iter::once(own.as_path()).chain(allowed.iter().map(PathBuf::as_path));
        Self {
            roots: folders.filter_map(|folder| folder.canonicalize().ok()).collect(),
        }
    }

    /// The real path of a file that may be read.
    pub(super) fn admit(&self, path: &Path) -> Result<PathBuf, Unread> {
        let real = path.canonicalize().map_err(|error| match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Unread::Missing,
            _ => Unread::Unreadable,
        });
        // What is outside must not be told apart from what does not exist there.
        let is_inside = |path: &Path| self.roots.iter().any(|root| path.starts_with(root));
        match real {
            Ok(real) if is_inside(&real) => {
                if real.is_file() {
                    Ok(real)
                } else {
                    Err(Unread::Unreadable)
                }
            }
            Ok(_) => Err(Unread::Outside),
            Err(reason) => {
                let mut above = path.ancestors().skip(1).map(folder);
                let nearest = above.find_map(|folder| folder.canonicalize().ok());
                Err(nearest
                    .filter(|folder| is_inside(folder))
                    .map_or(Unread::Outside, |_| reason))
            }
        }
    }
}

/// The folder that a file stands in; standard input stands in the current one.
pub(super) fn folder_of(file: &Path) -> PathBuf {
    folder(file.parent().unwrap_or(Path::new(""))).to_owned()
}

/// No path at all is the current folder.
fn folder(path: &Path) -> &Path {
    if path == Path::new("") { Path::new(".") } else { path }
}

/// The path without `.` and `..` where that is possible on the text alone, for people to read.
pub(super) fn tidy(path: &Path) -> PathBuf {
    let mut tidy = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir if matches!(tidy.components().next_back(), Some(Component::Normal(_))) => {
                tidy.pop();
            }
            component => tidy.push(component),
        }
    }
    tidy
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_tidied_as_far_as_the_text_tells() {
        for (path, tidied) in [
            ("./a/../b.yaml", "b.yaml"),
            ("../a/./b.yaml", "../a/b.yaml"),
            ("a/b/../../../c", "../c"),
            ("/../a", "/../a"),
        ] {
            assert_eq!(tidy(Path::new(path)), Path::new(tidied), "{path}");
        }
    }
}

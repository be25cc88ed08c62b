//! Moves of files that can be taken back.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The moves so far, with what is needed to take them back.
pub(super) struct Moves {
    /// Where former files are kept until all is done.
    kept: PathBuf,
    done: Vec<Done>,
}

impl Moves {
    /// Before the first move; former files will be kept in the folder `kept`.
    pub(super) fn new(kept: PathBuf) -> Self {
        Self { kept, done: Vec::new() }
    }

    /// Puts the file `new`, or nothing, where `place` is.
    pub(super) fn replace(&mut self, place: &Path, new: Option<&Path>) -> io::Result<()> {
        self.make_folders(place.parent().unwrap_or(place))?;
        let kept = self.kept.join(self.done.len().to_string());
        match fs::rename(place, &kept) {
            Ok(()) => self.done.push(Done::Kept(place.to_owned(), kept)),
            Err(error) if error.kind() == io::ErrorKind::NotFound && new.is_some() => {}
            Err(error) => return Err(error),
        }
        if let Some(new) = new {
            fs::rename(new, place)?;
            self.done.push(Done::Written(place.to_owned()));
        }
        Ok(())
    }

    fn make_folders(&mut self, folder: &Path) -> io::Result<()> {
        let missing: Vec<&Path> = folder
            .ancestors()
            .take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists())
            .collect();
        for folder in missing.into_iter().rev() {
            fs::create_dir(folder)?;
            self.done.push(Done::Folder(folder.to_owned()));
        }
        Ok(())
    }

    /// Takes everything back, the last first. What cannot be taken back is left: there is nobody else to ask.
    pub(super) fn undo(self) {
        for done in self.done.into_iter().rev() {
            let _ = match done {
                Done::Folder(folder) => fs::remove_dir(folder),
                Done::Kept(place, kept) => fs::rename(kept, place),
                Done::Written(place) => fs::remove_file(place),
            };
        }
    }
}

/// One step that was taken.
enum Done {
    /// This folder was made.
    Folder(PathBuf),
    /// The file at the first path was moved away to the second.
    Kept(PathBuf, PathBuf),
    /// A file was moved to this path.
    Written(PathBuf),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moves_can_be_taken_back() {
        let root = tempfile::tempdir().unwrap();
        let at = |path: &str| root.path().join(path);
        fs::create_dir(at("kept")).unwrap();
        fs::write(at("old"), "old").unwrap();
        fs::write(at("gone"), "gone").unwrap();
        fs::write(at("new"), "new").unwrap();
        fs::write(at("other"), "other").unwrap();

        let mut moves = Moves::new(at("kept"));
        moves.replace(&at("old"), Some(&at("new"))).unwrap();
        moves.replace(&at("gone"), None).unwrap();
        moves.replace(&at("a/b/c"), Some(&at("other"))).unwrap();
        assert_eq!(fs::read_to_string(at("old")).unwrap(), "new");
        assert!(!at("gone").exists());

        moves.replace(&at("old"), Some(&at("missing"))).unwrap_err();
        moves.undo();
        assert_eq!(fs::read_to_string(at("old")).unwrap(), "old");
        assert_eq!(fs::read_to_string(at("gone")).unwrap(), "gone");
        assert!(!at("a").exists());
    }
}

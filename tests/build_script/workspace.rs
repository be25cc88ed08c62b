//! A copy of this workspace, in which a test can change what it likes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{fs, io};

/// What cargo and the build script read: files, and folders with all that is in them.
const PARTS: [&str; 10] = [
    "Cargo.lock",
    "Cargo.toml",
    "README.md",
    "build.rs",
    "generated",
    "generator",
    "xtask",
    "oasmith.toml",
    "spec",
    "src",
];

/// The copy. What cargo has built for it stays beside it, for the next run.
pub(crate) struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// Copies the workspace as it is now.
    ///
    /// What an earlier copy has already is moved from there, and so keeps its time: cargo builds only what differs.
    pub(crate) fn copy() -> io::Result<Self> {
        let original = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("build-script/workspace");
        let earlier = root.with_file_name("earlier");
        fs::create_dir_all(&root)?;
        remove(&earlier)?;
        fs::rename(&root, &earlier)?;
        for file in files(original, &PARTS)? {
            let (from, kept, to) = (original.join(&file), earlier.join(&file), root.join(&file));
            fs::create_dir_all(to.parent().unwrap_or(&root))?;
            if fs::read(&kept).ok() == Some(fs::read(&from)?) {
                fs::rename(kept, to)?;
            } else {
                fs::copy(from, to)?;
            }
        }
        remove(&earlier)?;
        Ok(Self { root })
    }

    /// Where a file of the copy is.
    pub(crate) fn path(&self, file: &str) -> PathBuf {
        self.root.join(file)
    }

    /// Every file of `generated/`, by its path in the copy.
    pub(crate) fn generated(&self) -> io::Result<BTreeMap<PathBuf, Vec<u8>>> {
        let files = files(&self.root, &["generated"])?.into_iter();
        files
            .map(|file| Ok((file.clone(), fs::read(self.root.join(file))?)))
            .collect()
    }

    /// Runs a command of cargo as at a desk, without `CI`.
    pub(crate) fn cargo(&self, command: &str) -> io::Result<Output> {
        self.command(command).env_remove("CI").output()
    }

    /// Runs a command of cargo as on a server, with `CI`.
    pub(crate) fn cargo_in_ci(&self, command: &str) -> io::Result<Output> {
        self.command(command).env("CI", "1").output()
    }

    fn command(&self, command: &str) -> Command {
        let mut cargo = Command::new(env!("CARGO"));
        cargo
            .args(command.split(' '))
            .arg("--locked")
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", self.root.with_file_name("target"))
            // Nobody debugs it, and it is built faster and smaller without.
            .env("CARGO_PROFILE_DEV_DEBUG", "none")
            .env("CARGO_TERM_COLOR", "never");
        cargo
    }
}

/// The files that the parts of a folder are or hold, by their paths in the folder. What cargo has built is left out.
fn files(folder: &Path, parts: &[&str]) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut waiting: Vec<PathBuf> = parts.iter().map(PathBuf::from).collect();
    while let Some(path) = waiting.pop() {
        let place = folder.join(&path);
        if !place.is_dir() {
            files.push(path);
        } else if !path.ends_with("target") {
            for entry in fs::read_dir(place)? {
                waiting.push(path.join(entry?.file_name()));
            }
        }
    }
    Ok(files)
}

/// Removes a folder, if there is one.
fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

//! The cargo workspace that holds every SDK, so that all of them share their dependencies and are built in parallel.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use anyhow::Result;
use serde_json::json;

use crate::folders::write;

/// The folders of a run.
pub struct Workspace {
    folder: PathBuf,
}

impl Workspace {
    pub fn at(folder: &Path) -> Result<Self> {
        std::fs::create_dir_all(folder.join("logs"))?;
        let folder = folder.canonicalize()?;
        Ok(Self { folder })
    }

    /// The folder of the workspace.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where cargo builds.
    pub fn target(&self) -> PathBuf {
        self.folder.join("target")
    }

    /// Where everything that is found is written down.
    pub fn logs(&self) -> PathBuf {
        self.folder.join("logs")
    }

    /// The folder of an SDK.
    pub fn sdk(&self, name: &str) -> PathBuf {
        self.folder.join("sdks").join(name)
    }

    /// The folder of the program that does the round trips.
    pub fn round_trips(&self, name: &str) -> PathBuf {
        self.folder.join("round-trips").join(name)
    }

    /// To which description a source file belongs, and whether it is one of its SDK.
    pub fn owner<'a>(&self, source: &'a Path) -> Option<(&'a str, bool)> {
        let mut parts = source.strip_prefix(&self.folder).ok()?.iter().map(OsStr::to_str);
        let is_sdk = parts.next()?? == "sdks";
        Some((parts.next()??, is_sdk))
    }

    /// The manifest of the workspace, with versions of dependencies as this repository has them.
    pub fn write_manifest(&self, names: &[&str]) -> Result<()> {
        let members = names
            .iter()
            .flat_map(|name| [format!("sdks/{name}"), format!("round-trips/{name}")]);
        let members = members.filter(|member| self.folder.join(member).join("Cargo.toml").is_file());
        let members = json!(members.collect::<Vec<_>>());
        let manifest = format!(
            "[workspace]\nresolver = \"3\"\nmembers = {members}\n\n[profile.dev]\ndebug = false\nincremental = false\n"
        );
        write(&self.folder.join("Cargo.toml"), manifest.as_bytes())?;
        // Lints of this repository are no business of the SDKs.
        write(&self.folder.join("clippy.toml"), b"")?;
        let lock = self.folder.join("Cargo.lock");
        if !lock.is_file() {
            std::fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.lock"), lock)?;
        }
        Ok(())
    }
}

//! Where programs put what they make.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The target folder that this program was built into.
pub fn target() -> Result<PathBuf> {
    let program = std::env::current_exe()?;
    // `target/debug/xtask`
    let target = program.ancestors().nth(2);
    Ok(target
        .context("this program does not stand in a target folder: use --work")?
        .to_owned())
}

/// The folder of the corpus, where nobody says otherwise.
pub fn corpus() -> PathBuf {
    PathBuf::from("../shared/corpus")
}

/// Writes a file, unless it holds that already: cargo looks at times.
pub fn write(path: &Path, content: &[u8]) -> Result<()> {
    if std::fs::read(path).is_ok_and(|present| present == content) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(path, content).with_context(|| format!("{} cannot be written", path.display()))
}

/// Puts the results of a program between its two comments in a file, and keeps what stands around them.
pub fn put_into(path: &Path, program: &str, results: &str) -> Result<()> {
    let begin = format!("<!-- begin: written by `cargo xtask {program}` -->");
    let end = format!("<!-- end: written by `cargo xtask {program}` -->");
    let present = std::fs::read_to_string(path).unwrap_or_default();
    let (before, rest) = present.split_once(&begin).unwrap_or((&present, ""));
    let after = rest.split_once(&end).map_or("\n", |(_, after)| after);
    let text = format!("{before}{begin}\n\n{results}\n{end}{after}");
    std::fs::write(path, text).with_context(|| format!("{} cannot be written", path.display()))
}

//! Cargo, for tests that build what was generated.

use std::path::Path;
use std::process::Command;

/// A command of cargo in a workspace or a package.
///
/// All of them have one target folder, so that what generated crates depend on is built once. Nobody debugs what is built
/// there, and it is built anew whenever it changes: without what these two would need it takes half of the disk.
pub fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut cargo = Command::new(env!("CARGO"));
    cargo
        .args(arguments)
        .current_dir(folder)
        .env(
            "CARGO_TARGET_DIR",
            concat!(env!("CARGO_TARGET_TMPDIR"), "/emitted-target"),
        )
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("CARGO_INCREMENTAL", "0");
    cargo
}

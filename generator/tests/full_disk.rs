//! A disk that is full: the output is as it was before, and the user is told which file it was.
//!
//! A limit on the size of files stands for the disk: a write fails in the middle of a file in the same way.

#![cfg(all(feature = "cli", target_os = "linux"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking, and so do its helpers")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

fn spec(description: &str) -> String {
    format!(
        "openapi: 3.0.4\ninfo: {{title: Pets, version: '1'}}\nservers: [{{url: https://api.example.com}}]\npaths: {{}}\n\
         components: {{schemas: {{Pet: {{type: object, description: {description}, properties: {{id: {{type: string}}}}}}}}}}\n"
    )
}

/// A folder with `spec.yaml`.
fn project() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("spec.yaml"), spec("Short.")).unwrap();
    folder
}

/// Runs the program where no file can have more than so many blocks of 512 bytes.
fn run(folder: &Path, most_blocks: &str, arguments: &[&str]) -> Output {
    // Without the trap the program would be ended by a signal.
    let script = "ulimit -f \"$1\"; shift; trap '' XFSZ; exec \"$0\" \"$@\"";
    let mut command = Command::new("sh");
    command.args(["-c", script, env!("CARGO_BIN_EXE_oasmith"), most_blocks]);
    command.args(arguments).current_dir(folder).output().unwrap()
}

fn generate(folder: &Path, most_blocks: &str) -> Output {
    run(
        folder,
        most_blocks,
        &["generate", "spec.yaml", "-o", "out", "--name", "pets-sdk"],
    )
}

/// Every file below a folder, and every folder, which has no text.
fn tree(folder: &Path) -> BTreeMap<PathBuf, Option<Vec<u8>>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path.clone());
                found.insert(path, None);
            } else {
                let text = fs::read(&path).unwrap();
                found.insert(path, Some(text));
            }
        }
    }
    found
}

#[track_caller]
fn check(output: &Output, expected: &[&str]) {
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{errors}");
    for text in expected {
        assert!(errors.contains(text), "{errors}");
    }
}

#[test]
fn a_first_run_leaves_nothing() {
    let folder = project();
    let before = tree(folder.path());
    check(
        &generate(folder.path(), "1"),
        &[
            "OA0704",
            "cannot write `",
            "File too large",
            "the output folder is as it was before",
        ],
    );
    assert_eq!(tree(folder.path()), before);
}

#[test]
fn a_later_run_leaves_what_was_there() {
    let folder = project();
    let output = generate(folder.path(), "unlimited");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let long = "Long. ".repeat(10_000);
    fs::write(folder.path().join("spec.yaml"), spec(&long)).unwrap();
    let before = tree(folder.path());
    check(
        &generate(folder.path(), "64"),
        &[
            "cannot write `src/models/pet.rs`: File too large",
            "the output folder is as it was before",
        ],
    );
    assert_eq!(tree(folder.path()), before);
}

#[test]
fn a_first_configuration_is_not_left_half_written() {
    let folder = project();
    let before = tree(folder.path());
    check(
        &run(folder.path(), "0", &["init", "spec.yaml"]),
        &["cannot write `oasmith.toml`"],
    );
    assert_eq!(tree(folder.path()), before);
}

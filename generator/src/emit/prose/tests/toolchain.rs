//! The tools that read doc comments have nothing to say about ours.

use std::fmt::Write;
use std::path::Path;
use std::process::Command;

use super::super::{doc_lines, in_cell, one_line};
use super::noise::noise;
use super::table::{HOSTILE, TABLE};

#[test]
fn rustdoc_clippy_and_the_doctest_runner_are_silent() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("src")).unwrap();
    std::fs::write(folder.path().join("Cargo.toml"), MANIFEST).unwrap();
    std::fs::write(folder.path().join("src/lib.rs"), library()).unwrap();
    cargo(folder.path(), &["clippy"]);
    cargo(folder.path(), &["doc", "--no-deps"]);
    let tests = cargo(folder.path(), &["test", "--doc"]);
    assert!(tests.contains("running 0 tests"), "{tests}");
}

const MANIFEST: &str = "[package]\nname = \"prose\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n";

/// An item for each description, with text of our own around it as the emitter writes it.
fn library() -> String {
    let mut library = String::from("//! Descriptions.\n");
    let texts = TABLE
        .iter()
        .map(|(text, _)| *text)
        .chain(HOSTILE.iter().copied())
        .map(str::to_owned);
    for (index, text) in texts.chain(noise(500)).enumerate() {
        let lines = doc_lines(&text);
        let summary = format!(
            "- {}\n\n| a |\n|---|\n| {} |",
            one_line(&text),
            in_cell(&one_line(&text))
        );
        let own = ["", "# Errors", "", "Ours. See [`Self`]."].map(str::to_owned);
        let cells = summary.lines().map(str::to_owned);
        let doc: Vec<String> = lines
            .iter()
            .cloned()
            .chain(own)
            .chain([String::new()])
            .chain(cells)
            .collect();
        writeln!(library, "\n{}\npub struct A{index};", slashes(&doc)).unwrap();
        if !lines.is_empty() {
            writeln!(library, "\n{}\npub struct B{index};", slashes(&lines)).unwrap();
        }
    }
    library
}

fn slashes(lines: &[String]) -> String {
    let lines: Vec<String> = lines
        .iter()
        .map(|line| format!("/// {line}").trim_end().to_owned())
        .collect();
    lines.join("\n")
}

fn cargo(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .args(["--offline"])
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env("RUSTFLAGS", "-D warnings")
        .env("RUSTDOCFLAGS", "-D warnings")
        .current_dir(folder)
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{text}");
    text
}

//! Texts that are made to hurt the reader: the program ends with little memory, and with a word on why.

#![cfg(all(feature = "cli", target_os = "linux"))]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// In KiB, of address space.
const LITTLE: u32 = 200 << 10;

/// Lints a text within bounds, and checks what is said of it.
#[track_caller]
fn check(spec: &str, expected: &str) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("spec.yaml");
    fs::write(&path, spec).unwrap();
    let output = lint(&path);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{errors}");
    assert!(errors.contains(expected), "{errors}");
}

fn lint(path: &Path) -> Output {
    let script = format!("ulimit -v {LITTLE}; exec \"$0\" lint \"$1\"");
    let mut command = Command::new("sh");
    command.args(["-c", &script, env!("CARGO_BIN_EXE_oasmith")]).arg(path);
    command.output().unwrap()
}

#[test]
fn an_alias_bomb() {
    let mut spec = "x0: &x0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..12 {
        let line = format!("x{level}: &x{level} [{}]\n", format!("*x{}, ", level - 1).repeat(9));
        spec.push_str(&line);
    }
    check(&spec, "aliases repeat too much");
}

#[test]
fn a_wide_alias_bomb() {
    let spec = format!("a: &a [{}]\nb: [{}]\n", "x, ".repeat(20_000), "*a, ".repeat(20_000));
    check(&spec, "aliases repeat too much");
}

#[test]
fn an_alias_bomb_of_text() {
    let spec = format!("a: &a {}\nb: [{}]\n", "x".repeat(1 << 20), "*a, ".repeat(10_000));
    check(&spec, "aliases repeat too much");
}

#[test]
fn an_alias_bomb_of_merge_keys() {
    let mut spec = "x0: &x0 {a: 1, b: 2}\n".to_owned();
    for level in 1..30 {
        let line = format!(
            "x{level}: &x{level}\n  <<: [*x{0}, *x{0}, *x{0}]\n  k{level}: 1\n",
            level - 1
        );
        spec.push_str(&line);
    }
    check(&spec, "aliases repeat too much");
}

#[test]
fn levels_without_end() {
    for open in ["[", "{a: ", "{\"a\": ", "- ", "? "] {
        check(&open.repeat(10_000), "deeper than");
        check(&open.repeat(200_000), "deeper than");
    }
}

/// The key would be in the place of each of the nodes.
#[test]
fn a_long_key_around_many_nodes() {
    let (key, nodes) = ("k".repeat(1 << 20), "1, ".repeat(2_000));
    check(&format!("? {key}\n: [{nodes}]\n"), "too long");
    check(&format!("{{\"{key}\": [{nodes}1]}}"), "too long");
}

/// Each file is within the bounds of a description, and all of them together are not.
#[test]
fn files_that_each_repeat_a_little() {
    let folder = tempfile::tempdir().unwrap();
    let mut references = Vec::new();
    for index in 0..60 {
        let file = format!(
            "s: {{type: string}}\na: &a [{}]\nb: [{}]\n",
            "x, ".repeat(2_000),
            "*a, ".repeat(90)
        );
        fs::write(folder.path().join(format!("{index}.yaml")), file).unwrap();
        references.push(format!("S{index}: {{$ref: '{index}.yaml#/s'}}"));
    }
    let schemas = references.join(", ");
    let spec = format!(
        "openapi: 3.0.4\ninfo: {{title: A, version: '1'}}\npaths: {{}}\ncomponents: {{schemas: {{{schemas}}}}}\n"
    );
    let path = folder.path().join("spec.yaml");
    fs::write(&path, spec).unwrap();
    let output = lint(&path);
    let errors = String::from_utf8_lossy(&output.stderr);
    // What the first file repeats is paid for.
    assert_eq!(errors.matches("aliases repeat too much").count(), 59, "{errors}");
    assert_eq!(output.status.code(), Some(0), "{errors}");
}

//! The files that the generator leaves out where a description does not need them.

use std::fs;
use std::path::{Path, PathBuf};

/// The files with lines that go together with an optional file.
const LISTS: [&str; 5] = [
    "mod.rs",
    "json/mod.rs",
    "credential/mod.rs",
    "send/mod.rs",
    "stream/mod.rs",
];
/// Files, and folders with all that is in them.
const OPTIONAL: [&str; 7] = [
    "json/base64.rs",
    "json/chrono.rs",
    "json/uuid.rs",
    "credential/basic.rs",
    "credential/client_credentials.rs",
    "send/open.rs",
    "stream/",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime")
}

/// Every other file: its name, and its code without the lines that can be left out.
fn what_is_always_there(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            what_is_always_there(&path, found);
            continue;
        }
        let name = path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/");
        if !OPTIONAL.iter().any(|optional| name.starts_with(optional)) {
            let code = without_optional_lines(&fs::read_to_string(&path).unwrap(), &name);
            found.push((name, code));
        }
    }
}

fn without_optional_lines(text: &str, name: &str) -> String {
    let mut kept = Vec::new();
    let mut open = None;
    for line in text.lines() {
        if let Some(part) = line.strip_prefix("// only where used: ") {
            assert!(LISTS.contains(&name), "{name} is not a file where the generator looks");
            assert_eq!(open.replace(part), None, "{name}: {part} inside of another part");
        } else if let Some(part) = line.strip_prefix("// end: ") {
            assert_eq!(open.take(), Some(part), "{name}: the end of {part}");
        } else if open.is_none() {
            kept.extend(line.split("//").next());
        }
    }
    assert_eq!(open, None, "{name}: no end");
    kept.join("\n")
}

#[test]
fn nothing_else_depends_on_them() {
    let mut files = Vec::new();
    what_is_always_there(&root(), &mut files);
    assert!(files.len() > 40, "{}", files.len());
    for (name, code) in files {
        for word in [
            "base64",
            "chrono",
            "uuid",
            "futures_core",
            "Base64",
            "Date",
            "mod basic",
            "basic(",
            "ClientCredentials",
            "Unfold",
            "send::open",
        ] {
            assert!(!code.contains(word), "{name} needs {word}");
        }
    }
}

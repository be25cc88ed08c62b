//! The files that the generator leaves out where a description does not need them.

use std::fs;
use std::path::{Path, PathBuf};

/// The parts that can be left out: each is the name of files and folders, and of lines between comments.
const PARTS: [&str; 22] = [
    "alternative",
    "base64",
    "basic",
    "chrono",
    "client_credentials",
    "download",
    "events",
    "frames",
    "header",
    "lines",
    "multipart",
    "open",
    "pages",
    "stream",
    "switch",
    "upload",
    "uuid",
    "webhook",
    "webhook_form",
    "webhook_key",
    "webhook_xml",
    "xml",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime")
}

/// Every other file: its name, and its code without the lines that can be left out.
fn what_is_always_there(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path
            .file_stem()
            .is_some_and(|stem| PARTS.contains(&stem.to_str().unwrap()))
        {
            continue;
        }
        if path.is_dir() {
            what_is_always_there(&path, found);
            continue;
        }
        let name = path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/");
        let code = without_optional_lines(&fs::read_to_string(&path).unwrap(), &name);
        found.push((name, code));
    }
}

fn without_optional_lines(text: &str, name: &str) -> String {
    let mut kept = Vec::new();
    let mut open = None;
    for line in text.lines() {
        if let Some(part) = line.trim().strip_prefix("// only where used: ") {
            assert!(PARTS.contains(&part), "{name}: {part} is no part");
            assert_eq!(open.replace(part), None, "{name}: {part} inside of another part");
        } else if let Some(part) = line.trim().strip_prefix("// end: ") {
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
            "chrono::",
            "uuid",
            "futures_core",
            "Base64",
            "Date",
            "mod basic",
            "basic(",
            "ClientCredentials",
            "Unfold",
            "Header<",
            "send::open",
            "Paging",
            "next_page",
            "redirect::same_origin",
            "futures_core",
            "http_body",
            "ultipart",
            "upload",
        ] {
            assert!(!code.contains(word), "{name} needs {word}");
        }
    }
}

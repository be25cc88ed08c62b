//! Text becomes a path: names of files come from names of Rust, and what stands in the way of them is not ours to move.

use std::fs;
use std::path::Path;

use oasmith::write::{Changes, File, Mode};
use oasmith::{Code, Report, write};
use serde_json::{Value, json};

use crate::support::{Files, outcome};

/// What would lead out of the folder, or could not stand on some file system.
const NAMES: &[&str] = &[
    "../../x",
    "..",
    ".",
    "...",
    "/etc/passwd",
    "C:\\x",
    "a/b",
    "a\\b",
    "a\0b",
    "a.",
    "a ",
    " ",
    "",
    "CON",
    "nul",
    "com1",
    "aux.rs",
    "mod",
    "lib",
    "main",
    "build",
    "models",
    "client",
    "runtime",
    "doctests",
    "Foo",
    "foo",
    "FOO",
    "ß",
    "ss",
    "SS",
    "é",
    "e\u{301}",
    "ﬁ",
    "fi",
    "İ",
    "i̇",
    "~",
    "-rf",
    "$HOME",
    "*",
    "%2e%2e%2fx",
];

#[test]
fn tags_and_schemas_stay_in_the_folder() {
    let files = named(NAMES.iter().map(|name| (*name).to_owned()));
    let mut seen = std::collections::HashSet::new();
    for path in files.keys() {
        assert!(
            path.chars()
                .all(|char| char.is_ascii_alphanumeric() || "_./-".contains(char)),
            "{path}"
        );
        assert!(
            !path.starts_with('/') && path.split('/').all(|step| !step.starts_with('.')),
            "{path}"
        );
        assert!(
            seen.insert(path.to_lowercase()),
            "{path} is another one where case does not count"
        );
    }
    assert!(
        !files.contains_key("src/main.rs") && !files.contains_key("build.rs"),
        "cargo would build a program of it"
    );
    accepted(&files);
}

#[test]
fn long_names_are_cut_and_told_apart() {
    let long = |last: &str| format!("{}{last}", "long name ".repeat(100));
    let files = named(
        ["A", "B", "C"]
            .map(long)
            .into_iter()
            .chain(["x".repeat(300), "名".repeat(100)]),
    );
    let resources = files.keys().filter(|path| path.starts_with("src/long")).count();
    assert_eq!(resources, 3);
    accepted(&files);
}

/// Names of crates that the emitted code uses: a module of such a name must not hide them.
const CRATES: &[&str] = &[
    "std",
    "core",
    "alloc",
    "serde",
    "serde_json",
    "bytes",
    "http",
    "reqwest",
    "tokio",
    "uuid",
    "chrono",
];

/// The crate of every name, for whoever compiles it.
pub(crate) fn every_name() -> Files {
    named(NAMES.iter().chain(CRATES).map(|name| (*name).to_owned()))
}

/// A description with tags and schemas of these names, as files.
fn named(names: impl Iterator<Item = String>) -> Files {
    let names: Vec<String> = names.collect();
    let operation = |(index, tag): (usize, &String)| {
        let get = json!({"tags": [tag], "operationId": tag, "responses": {"200": {"description": ""}}});
        (format!("/{index}"), json!({"get": get}))
    };
    let schema = |name: &String| {
        (
            name.clone(),
            json!({"type": "object", "properties": {name: {"type": "object", "properties": {name: {"type": "string", "format": "uuid"}}}}}),
        )
    };
    let paths: serde_json::Map<String, Value> = names.iter().enumerate().map(operation).collect();
    let schemas: serde_json::Map<String, Value> = names.iter().map(schema).collect();
    let description = json!({
        "openapi": "3.0.4",
        "info": {"title": "Names", "version": "1"},
        "paths": paths,
        "components": {"schemas": schemas},
    });
    outcome(&description).files()
}

/// Writes the files for real.
fn accepted(files: &Files) {
    let folder = tempfile::tempdir().unwrap();
    let (changes, report) = written(files, &folder.path().join("out"));
    let findings: Vec<_> = report
        .diagnostics()
        .iter()
        .map(|diagnostic| &diagnostic.message)
        .collect();
    assert_eq!(
        changes.map(|changes| changes.created.len()),
        Some(files.len()),
        "{findings:?}"
    );
    let beside: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(beside.len(), 1, "{beside:?}");
}

fn written(files: &Files, folder: &Path) -> (Option<Changes>, Report) {
    let files: Vec<File> = files
        .iter()
        .map(|(path, text)| File {
            path: path.clone(),
            text: text.clone(),
        })
        .collect();
    let mut report = Report::default();
    (write(&files, folder, Mode::Write, &mut report), report)
}

fn harmless() -> Files {
    named(["pets".to_owned()].into_iter())
}

#[track_caller]
fn refused(folder: &Path, code: Code) {
    let before = snapshot(folder);
    let (changes, report) = written(&harmless(), folder);
    assert!(changes.is_none());
    let codes: Vec<Code> = report.diagnostics().iter().map(|diagnostic| diagnostic.code).collect();
    assert!(codes.contains(&code), "{codes:?}");
    assert_eq!(snapshot(folder), before, "all or nothing");
}

/// Every path below a folder, with what stands there; links are not followed.
fn snapshot(folder: &Path) -> Vec<(std::path::PathBuf, Option<Vec<u8>>)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(current) = folders.pop() {
        for entry in fs::read_dir(&current).into_iter().flatten() {
            let entry = entry.unwrap();
            let kind = entry.file_type().unwrap();
            if kind.is_dir() {
                folders.push(entry.path());
            }
            found.push((entry.path(), kind.is_file().then(|| fs::read(entry.path()).unwrap())));
        }
    }
    found.sort();
    found
}

#[cfg(unix)]
#[test]
fn no_link_in_the_folder_is_followed() {
    let (folder, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    std::os::unix::fs::symlink(elsewhere.path(), folder.path().join("src")).unwrap();
    refused(folder.path(), Code::OUTPUT_PATH);

    fs::remove_file(folder.path().join("src")).unwrap();
    let victim = elsewhere.path().join("victim");
    fs::write(&victim, "// @generated by oasmith\n").unwrap();
    std::os::unix::fs::symlink(&victim, folder.path().join("Cargo.toml")).unwrap();
    refused(folder.path(), Code::OUTPUT_PATH);
    assert_eq!(fs::read_to_string(&victim).unwrap(), "// @generated by oasmith\n");
}

#[test]
fn what_is_not_ours_is_neither_overwritten_nor_removed() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("README.md"), "# Mine\n").unwrap();
    refused(folder.path(), Code::NOT_OURS);

    fs::remove_file(folder.path().join("README.md")).unwrap();
    fs::write(folder.path().join("NOTES.md"), "# Mine\n").unwrap();
    fs::create_dir(folder.path().join("src")).unwrap();
    fs::write(folder.path().join("src/mine.rs"), "fn mine() {}\n").unwrap();
    let (changes, _) = written(&harmless(), folder.path());
    assert!(changes.unwrap().removed.is_empty());
    assert_eq!(fs::read_to_string(folder.path().join("NOTES.md")).unwrap(), "# Mine\n");
    assert_eq!(
        fs::read_to_string(folder.path().join("src/mine.rs")).unwrap(),
        "fn mine() {}\n"
    );
}

/// Half a crate is worse than none: what fails at the last file leaves the folder as it was.
#[test]
fn a_failure_half_way_leaves_the_folder_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    written(&named(["old".to_owned()].into_iter()), folder.path())
        .0
        .unwrap();
    let models = folder.path().join("src/models");
    fs::remove_dir_all(&models).unwrap();
    fs::write(&models, "a file where a folder has to be").unwrap();
    refused(folder.path(), Code::OUTPUT_PATH);
}

//! Each folder of `fixtures/` is the smallest description that shows one feature, with what comes of it: adding a case is
//! adding a folder. `OASMITH_ACCEPT=1` writes what comes out as what is expected.
//!
//! An `overlay.yaml` beside the description is applied to it, an `oasmith.toml` says what is chosen, and `warnings.txt` has the
//! codes of the warnings, where there are any. The runtime is the same text in every crate and is left out of the expected
//! files.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail anywhere")]

mod cargo;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use oasmith::{Config, Format, Input, Report, Severity, Sources, generate, render};

/// Files by path, below the folder of the crate.
type Files = BTreeMap<String, String>;

#[test]
fn the_output_is_as_expected() {
    let mut differences = String::new();
    for fixture in fixtures() {
        let generated = without_runtime(generated(&fixture));
        let folder = fixture.join("expected");
        if std::env::var_os("OASMITH_ACCEPT").is_some() {
            accept(&folder, &generated);
        }
        let expected = read(&folder);
        for path in expected
            .keys()
            .chain(generated.keys())
            .collect::<std::collections::BTreeSet<_>>()
        {
            let (expected, generated) = (expected.get(path), generated.get(path));
            if expected != generated {
                let diff = similar::TextDiff::from_lines(
                    expected.map_or("", String::as_str),
                    generated.map_or("", String::as_str),
                )
                .unified_diff()
                .to_string();
                let shown: Vec<&str> = diff.lines().take(30).collect();
                let _ = writeln!(differences, "{}/{path}:\n{}", fixture.display(), shown.join("\n"));
            }
        }
    }
    assert!(
        differences.is_empty(),
        "{differences}\nAccept with OASMITH_ACCEPT=1 cargo test -p oasmith --test fixtures"
    );
}

/// All crates at once, as one workspace: warnings of the compiler, of clippy and of rustdoc are errors.
#[test]
fn the_output_compiles_without_a_warning() {
    let workspace = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("fixtures");
    let _ = std::fs::remove_dir_all(&workspace);
    let mut members = Vec::new();
    for fixture in fixtures() {
        let name = name(&fixture);
        for (path, text) in generated(&fixture) {
            let path = workspace.join(&name).join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        members.push(format!("{name:?}"));
    }
    let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = [{}]\n", members.join(", "));
    std::fs::write(workspace.join("Cargo.toml"), manifest).unwrap();
    cargo(
        &workspace,
        &["clippy", "--workspace", "--quiet", "--", "-D", "warnings"],
    );
    cargo(&workspace, &["doc", "--workspace", "--no-deps", "--quiet"]);
}

fn cargo(workspace: &Path, arguments: &[&str]) {
    let output = cargo::command(workspace, arguments)
        .env("RUSTDOCFLAGS", "-D warnings")
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "cargo {arguments:?}:\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

fn fixtures() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut fixtures: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    fixtures.retain(|path| path.join("spec.yaml").is_file());
    fixtures.sort();
    assert!(!fixtures.is_empty());
    fixtures
}

fn name(fixture: &Path) -> String {
    format!(
        "fixture-{}",
        fixture.file_name().unwrap().to_str().unwrap().replace('_', "-")
    )
}

fn generated(fixture: &Path) -> Files {
    let mut sources = Sources::default();
    let mut report = Report::default();
    let chosen = fixture.join("oasmith.toml");
    let mut config = if chosen.exists() {
        Config::from_file(chosen, &mut sources, &mut report).unwrap_or_else(|| panic!("{report:?}"))
    } else {
        let spec = Input::File(fixture.join("spec.yaml"));
        Config::for_spec(spec, PathBuf::from("out"), Some(name(fixture)), &mut sources)
    };
    let overlay = fixture.join("overlay.yaml");
    if overlay.exists() {
        config.apis[0].overlays.push(Input::File(overlay));
    }
    let files = generate(&config, &mut sources, &mut report);
    let drawn = render(&report, &sources, Format::Text, false, false);
    let findings = report.diagnostics().iter();
    let findings = findings.filter(|finding| finding.severity() != Severity::Note);
    let codes: Vec<String> = findings.map(|finding| finding.code.to_string()).collect();
    let expected = std::fs::read_to_string(fixture.join("warnings.txt")).unwrap_or_default();
    let expected: Vec<&str> = expected.lines().collect();
    assert_eq!(codes, expected, "{}:\n{drawn}", fixture.display());
    files.unwrap().into_iter().map(|file| (file.path, file.text)).collect()
}

fn without_runtime(mut files: Files) -> Files {
    files.retain(|path, _| !path.starts_with("src/runtime/"));
    files
}

fn accept(folder: &Path, files: &Files) {
    let _ = std::fs::remove_dir_all(folder);
    for (path, text) in files {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
}

fn read(folder: &Path) -> Files {
    let mut files = Files::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(current) = folders.pop() {
        for entry in std::fs::read_dir(&current).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let relative = path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
                files.insert(relative, std::fs::read_to_string(&path).unwrap());
            }
        }
    }
    files
}

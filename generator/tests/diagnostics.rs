//! What the user reads when something is not right: each folder of `diagnostics/` is a case.
//!
//! A case holds `spec.yaml` or `spec.json`, or an `oasmith.toml`, and `expected.txt`. To add a case, add a folder and run
//! the tests with `OASMITH_ACCEPT=1`, which writes what comes out to `expected.txt`.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking, and so do its helpers")]

use std::path::{Path, PathBuf};
use std::{env, fs};

use oasmith::{Config, Format, Input, Report, Sources, generate, render};

#[test]
fn findings_read_as_expected() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics");
    let mut cases: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    cases.sort();
    assert!(!cases.is_empty(), "there are cases in {}", folder.display());
    let mut failures = String::new();
    for case in cases {
        let expected = fs::read_to_string(case.join("expected.txt")).unwrap_or_default();
        let found = findings(&case);
        if found == expected {
            continue;
        }
        if env::var_os("OASMITH_ACCEPT").is_some() {
            fs::write(case.join("expected.txt"), found).unwrap();
        } else {
            let diff = similar::TextDiff::from_lines(&expected, &found)
                .unified_diff()
                .to_string();
            failures = format!("{failures}{}:\n{diff}\n", case.display());
        }
    }
    assert!(
        failures.is_empty(),
        "{failures}\nAccept with OASMITH_ACCEPT=1 cargo test -p oasmith --test diagnostics"
    );
}

/// Everything there is to say about a case, with its files named as seen from its folder.
fn findings(case: &Path) -> String {
    env::set_current_dir(case).unwrap();
    let mut sources = Sources::default();
    let mut report = Report::default();
    let config = if Path::new("oasmith.toml").exists() {
        Config::from_file("oasmith.toml", &mut sources, &mut report)
    } else {
        let specs = ["spec.yaml", "spec.json"].map(PathBuf::from);
        let spec = specs.into_iter().find(|spec| spec.exists()).unwrap();
        Some(Config::for_spec(
            Input::from(spec),
            PathBuf::from("generated"),
            None,
            &mut sources,
        ))
    };
    if let Some(config) = config {
        let _ = generate(&config, &mut sources, &mut report);
    }
    render(&report, &sources, Format::Text, false, true)
}

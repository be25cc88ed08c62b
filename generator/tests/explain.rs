//! The pages of `oasmith explain`: each has its four parts, and its example gives what it says.
//!
//! The first fenced blocks of a page that bear a file's name, such as `spec.yaml`, are the input, and the block of `text` is
//! what is printed. `OASMITH_ACCEPT=1` writes what is printed into the page.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking, and so do its helpers")]

use std::path::{Path, PathBuf};
use std::{env, fs};

use oasmith::{Code, Config, Format, Input, Report, Severity, Sources, generate, render};

/// Findings that no text can show: they are about bytes, folders, or faults of ours.
const NOT_IN_A_TEXT: &[Code] = &[
    Code::NOT_UTF8,
    Code::NOT_RUST,
    Code::NOT_OURS,
    Code::FILE_NAME,
    Code::OUTPUT_PATH,
    Code::UNWRITABLE,
];

#[test]
fn each_page_is_that_of_a_code() {
    let pages = fs::read_dir(folder()).unwrap();
    let mut pages: Vec<String> = pages
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    pages.sort();
    let codes: Vec<String> = Code::ALL.iter().map(|code| format!("{code}.md")).collect();
    assert_eq!(pages, codes);
}

#[test]
fn each_page_says_what_why_and_what_to_do() {
    for code in Code::ALL {
        let page = code.page();
        let severity = match code.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        let head = format!("# {code}: {}\n\nSeverity: {severity}.\n\n", code.title());
        assert!(page.starts_with(&head), "{code}: the page has to begin with\n{head}");
        let parts: Vec<&str> = page.lines().filter(|line| line.starts_with("## ")).collect();
        assert_eq!(parts, ["## Example", "## Why", "## What to do"], "{code}");
        assert!(
            page.lines().all(|line| line.chars().count() <= 150),
            "{code}: a line is long"
        );
    }
}

#[test]
fn each_example_gives_what_its_page_says() {
    for code in Code::ALL {
        let files = blocks(code.page(), |info| info.split_once(' ').map(|(_, name)| name));
        if NOT_IN_A_TEXT.contains(code) {
            assert!(files.is_empty(), "{code} has an example after all");
            continue;
        }
        assert!(!files.is_empty(), "{code} has no example");
        let found = findings(*code, &files);
        assert!(!found.is_empty(), "{code}: the example does not give it");
        let said = blocks(code.page(), |info| (info == "text").then_some(info));
        let said = said.first().map_or("", |(_, text)| text);
        if found == said {
            continue;
        }
        if env::var_os("OASMITH_ACCEPT").is_some() {
            let page = code.page().replacen(&fenced(said), &fenced(&found), 1);
            fs::write(folder().join(format!("{code}.md")), page).unwrap();
        } else {
            assert_eq!(
                said, found,
                "{code}; accept with OASMITH_ACCEPT=1 cargo test -p oasmith --test explain"
            );
        }
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/diagnostic/pages")
}

fn fenced(text: &str) -> String {
    format!("```text\n{text}```\n")
}

/// The fenced blocks of a page whose info string is asked for, each with what the question makes of it.
fn blocks<'p>(page: &'p str, asked: fn(&'p str) -> Option<&'p str>) -> Vec<(&'p str, &'p str)> {
    let fenced = page.split("```").skip(1).step_by(2);
    let blocks = fenced.filter_map(|block| block.split_once('\n'));
    blocks
        .filter_map(|(info, text)| asked(info).map(|answer| (answer, text)))
        .collect()
}

/// What is printed about the files of an example, as far as it bears the code.
fn findings(code: Code, files: &[(&str, &str)]) -> String {
    let mut sources = Sources::default();
    let mut report = Report::default();
    for (name, text) in files {
        sources.add(*name, (*text).to_owned());
    }
    let config = if files.iter().any(|(name, _)| *name == "oasmith.toml") {
        Config::from_file("oasmith.toml", &mut sources, &mut report)
    } else {
        let spec = Input::File(PathBuf::from("spec.yaml"));
        Some(Config::for_spec(spec, PathBuf::from("generated"), None, &mut sources))
    };
    if let Some(config) = config {
        let _ = generate(&config, &mut sources, &mut report);
    }
    let mut asked = Report::default();
    for diagnostic in report.diagnostics().iter().filter(|diagnostic| diagnostic.code == code) {
        asked.push(diagnostic.clone());
    }
    let text = render(&asked, &sources, Format::Text, false, true);
    // The last paragraph counts the findings.
    text.rsplit_once("\n\n")
        .map_or(String::new(), |(findings, _)| findings.to_owned() + "\n")
}

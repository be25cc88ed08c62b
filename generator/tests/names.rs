//! The scheme of names: `docs/NAMES.md` says what comes out, and no order of a description matters.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking, and so do its helpers"
)]

use std::path::{Path, PathBuf};
use std::{env, fs};

use oasmith::{Config, File, Format, Input, Report, Sources, generate, render};
use serde_json::Value;

/// A row of a table: what the description says, and what is to be found in the SDK.
struct Row<'t> {
    description: String,
    found: Vec<&'t str>,
}

#[test]
fn each_row_of_the_tables_is_true() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/NAMES.md");
    let text = fs::read_to_string(&path).unwrap();
    let rows = rows(&text);
    assert!(rows.len() > 40, "{} has rows", path.display());
    let mut failures = Vec::new();
    for row in rows {
        let files = sdk(row.description.clone());
        let missing: Vec<&&str> = row.found.iter().filter(|text| !has(&files, text)).collect();
        if !missing.is_empty() {
            failures.push(format!("{}\n    lacks {missing:?}", row.description));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Names must not depend on where things stand: the members of every object whose order means nothing are turned round.
#[test]
fn no_order_matters() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    for fixture in fs::read_dir(folder).unwrap() {
        let spec = fixture.unwrap().path().join("spec.yaml");
        let mut sources = Sources::default();
        let document = oasmith::load::load_file(&mut sources, &spec, &mut Report::default()).unwrap();
        let mut turned = document.root.clone();
        turn_round(&mut turned, "");
        assert_eq!(
            sdk(document.root.to_string()),
            sdk(turned.to_string()),
            "{}",
            spec.display()
        );
    }
}

/// The rows of the tables, each description in the place that the line before its table names.
fn rows(text: &str) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    let mut place = None;
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("The descriptions of this table stand ") {
            place = Some(rest.trim_end_matches('.'));
        } else if line.starts_with('#') {
            place = None;
        }
        let cells: Vec<&str> = line.split(" | ").collect();
        if let (Some(place), [_, description, found]) = (place, cells.as_slice())
            && description.starts_with('`')
        {
            rows.push(Row {
                description: whole(place, description.trim_matches('`')),
                found: found
                    .trim_end_matches('|')
                    .trim()
                    .trim_matches('`')
                    .split("`, `")
                    .collect(),
            });
        }
    }
    rows
}

fn whole(place: &str, part: &str) -> String {
    let rest = match place {
        "at the root" => part.to_owned(),
        "under `paths`" => format!("paths: {{{part}}}"),
        "under `components.schemas`" => format!("paths: {{}}, components: {{schemas: {{{part}}}}}"),
        other => panic!("nothing is known about a table that stands {other}"),
    };
    format!("{{openapi: 3.1.0, info: {{title: T, version: '1'}}, {rest}}}")
}

/// What is generated from a description, less the runtime.
fn sdk(description: String) -> Vec<File> {
    let mut sources = Sources::default();
    sources.add("spec.yaml", description);
    let mut report = Report::default();
    let spec = Input::File(PathBuf::from("spec.yaml"));
    let config = Config::for_spec(spec, PathBuf::from("generated"), None, &mut sources);
    let files = generate(&config, &mut sources, &mut report);
    let findings = render(&report, &sources, Format::Text, false, false);
    let files = files.unwrap_or_else(|| panic!("{findings}"));
    files
        .into_iter()
        .filter(|file| !file.path.starts_with("src/runtime/"))
        .collect()
}

/// Whether there is such a file, or such code; a word of code is not a part of a longer one.
fn has(files: &[File], text: &str) -> bool {
    if text.starts_with("src/") || text.starts_with("docs/") {
        return files.iter().any(|file| file.path == text);
    }
    let is_word =
        |character: Option<char>| character.is_some_and(|character| character.is_alphanumeric() || character == '_');
    let mut sources = files.iter().filter(|file| file.path.starts_with("src/"));
    sources.any(|file| {
        let code = file.text.split_whitespace().collect::<Vec<_>>().join(" ");
        code.match_indices(text).any(|(at, _)| {
            let (before, after) = (&code[..at], &code[at + text.len()..]);
            let goes_on = is_word(text.chars().next_back()) && is_word(after.chars().next());
            !is_word(before.chars().next_back()) && !goes_on
        })
    })
}

/// The objects whose members can stand in any order: maps of named things. Properties, and media types among which the
/// first counts, keep theirs, and so do arrays.
fn turn_round(node: &mut Value, key: &str) {
    const MAPS: &[&str] = &[
        "",
        "paths",
        "components",
        "schemas",
        "responses",
        "parameters",
        "requestBodies",
        "headers",
        "securitySchemes",
        "definitions",
        "securityDefinitions",
        "mapping",
        "$defs",
    ];
    match node {
        Value::Object(members) => {
            for (key, member) in members.iter_mut() {
                turn_round(member, key);
            }
            if MAPS.contains(&key) || key.starts_with('/') {
                *members = std::mem::take(members).into_iter().rev().collect();
            }
        }
        Value::Array(elements) => elements.iter_mut().for_each(|element| turn_round(element, "[]")),
        _ => {}
    }
}

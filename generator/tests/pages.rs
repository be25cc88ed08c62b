//! The rules of pages: `docs/PAGES.md` says what is recognised, and what comes of what is said.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking, and so do its helpers"
)]

use std::fs;
use std::path::{Path, PathBuf};

use oasmith::{Config, Report, Severity, Sources, generate};
use serde_json::{Map, Value, json};

#[test]
fn each_habit_is_recognised_on_both_sides() {
    let text = page();
    let mut rows = 0;
    for cells in text.lines().map(cells) {
        let [_, query, answer, found] = cells.as_slice() else {
            continue;
        };
        let (Some(query), Some(schema)) = (code(query).first().copied(), code(answer).first().copied()) else {
            continue;
        };
        rows += 1;
        let operation = operation(&example(query), &example(schema), answer.contains("`Link`"));
        check(&operation, "", found);
    }
    assert!(rows > 20, "{rows}");
}

#[test]
fn what_is_said_goes_before_the_rules() {
    let text = page();
    let (_, about) = text.split_once("All rows are about an operation").unwrap();
    let fixed: Vec<Value> = code(about).into_iter().take(2).map(example).collect();
    let mut rows = 0;
    for cells in about.lines().map(cells) {
        let [_, said, found] = cells.as_slice() else { continue };
        let Some(said) = code(said).first().copied() else {
            continue;
        };
        rows += 1;
        let mut operation = operation(&fixed[0], &fixed[1], false);
        if said.starts_with("pages") {
            check(&operation, &format!("[api.operations.list]\n{said}\n"), found);
        } else {
            let extension = example(&format!("{{{said}}}"));
            operation
                .as_object_mut()
                .unwrap()
                .extend(extension.as_object().unwrap().clone());
            check(&operation, "", found);
        }
    }
    assert!(rows > 15, "{rows}");
}

fn page() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/PAGES.md")).unwrap()
}

/// The cells of a row of a table.
fn cells(line: &str) -> Vec<&str> {
    let row = line.strip_prefix('|').and_then(|line| line.strip_suffix('|'));
    row.map_or_else(Vec::new, |row| row.split(" | ").map(str::trim).collect())
}

/// What stands between backticks.
fn code(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

fn example(text: &str) -> Value {
    let mut sources = Sources::default();
    sources.add("example.yaml", text.to_owned());
    let document = oasmith::load::load_file(&mut sources, Path::new("example.yaml"), &mut Report::default());
    document.unwrap_or_else(|| panic!("{text}")).root.clone()
}

/// An operation with parameters and an answer such as these examples.
fn operation(query: &Value, answer: &Value, has_links: bool) -> Value {
    let parameters = query.as_object().unwrap().iter();
    let parameters = parameters.map(|(name, value)| json!({"name": name, "in": "query", "schema": schema(value)}));
    let headers = if has_links {
        json!({"Link": {"schema": {"type": "string"}}})
    } else {
        json!({})
    };
    json!({
        "operationId": "list",
        "parameters": parameters.collect::<Vec<_>>(),
        "responses": {"200": {
            "description": "OK",
            "headers": headers,
            "content": {"application/json": {"schema": schema(answer)}},
        }},
    })
}

fn schema(example: &Value) -> Value {
    match example {
        Value::Object(members) => {
            let properties: Map<String, Value> = members
                .iter()
                .map(|(name, member)| (name.clone(), schema(member)))
                .collect();
            json!({"type": "object", "properties": properties})
        }
        Value::Array(elements) => json!({"type": "array", "items": schema(&elements[0])}),
        Value::Bool(_) => json!({"type": "boolean"}),
        Value::Number(_) => json!({"type": "integer"}),
        _ => json!({"type": "string"}),
    }
}

/// Whether the `pages!` line of the operation has what a cell says.
fn check(operation: &Value, settings: &str, found: &str) {
    let description = json!({
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {"/list": {"get": operation}},
    });
    let mut sources = Sources::default();
    sources.add("spec.json", description.to_string());
    let config = "[package]\nname = 'x'\nversion = '1.0.0'\noutput = 'out'\n[[api]]\nspec = 'spec.json'\n";
    sources.add("oasmith.toml", format!("{config}{settings}"));
    let mut report = Report::default();
    let config = Config::from_file(PathBuf::from("oasmith.toml"), &mut sources, &mut report);
    let files = generate(&config.unwrap(), &mut sources, &mut report).unwrap();
    assert_eq!(report.count(Severity::Warning), 0, "{:?}", report.diagnostics());
    let file = files.iter().find(|file| file.path == "src/list.rs").unwrap();
    let line = file.text.split_once("runtime::pages!(").map(|(_, rest)| rest);
    let line = line.map(|rest| rest.split_once(';').unwrap().0);
    for wanted in code(found) {
        let line = line.unwrap_or_else(|| panic!("no pages for {operation:#} {settings}"));
        assert!(line.contains(wanted), "{line}\nlacks {wanted}");
    }
    assert_eq!(line.is_none(), found == "none", "{operation:#} {settings}");
}

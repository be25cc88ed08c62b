//! A small change of a description is a small change of the crate: the lines of Rust that change are counted.
//!
//! Blank lines do not count. A line that is replaced counts once.

#![allow(clippy::expect_used, clippy::panic, reason = "a test may fail anywhere")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use oasmith::load::load;
use oasmith::{Config, File, Input, Report, Sources, generate};
use serde_json::{Map, Value, json};
use similar::{DiffTag, TextDiff};

const DEEPSET_CLOUD: &str = "spec/deepset-cloud.yaml";
const NVIDIA_AIR: &str = "spec/nvidia-air.yaml";

#[test]
fn a_new_optional_query_parameter_changes_at_most_8_lines() {
    let new =
        json!({"name": "sort_by", "in": "query", "description": "What to sort by.", "schema": {"type": "string"}});
    for (spec, operation) in [
        (DEEPSET_CLOUD, "/paths/~1api~1v1~1token/get"),
        (NVIDIA_AIR, "/paths/~1api~1v2~1api-tokens~1/get"),
    ] {
        let lines = changed_lines(spec, |spec| list(at(spec, operation), "parameters").push(new.clone()));
        assert!((1..=8).contains(&lines), "{operation}: {lines}");
    }
}

#[test]
fn a_new_property_of_an_answer_changes_at_most_4_lines() {
    for (spec, schema) in [
        (DEEPSET_CLOUD, "Token"),
        (DEEPSET_CLOUD, "UserName"),
        (DEEPSET_CLOUD, "APITokenResult"),
        (DEEPSET_CLOUD, "TokenPagination"),
        (NVIDIA_AIR, "Token"),
        (NVIDIA_AIR, "ApiToken"),
    ] {
        let lines = changed_lines(spec, |spec| add_property(spec, schema));
        assert!((1..=4).contains(&lines), "{schema}: {lines}");
    }
}

#[test]
fn a_new_property_of_a_request_body_changes_at_most_9_lines() {
    for (spec, schema) in [
        (DEEPSET_CLOUD, "CreateToken"),
        (NVIDIA_AIR, "CreateToken"),
        (NVIDIA_AIR, "CreateApiToken"),
    ] {
        let lines = changed_lines(spec, |spec| add_property(spec, schema));
        assert!((1..=9).contains(&lines), "{schema}: {lines}");
    }
}

#[test]
fn a_changed_description_changes_as_many_lines_as_it_has() {
    for place in [
        "/info",
        "/paths/~1api~1v1~1token/get",
        "/components/schemas/Token",
        "/components/schemas/UserName",
        "/components/schemas/UserName/properties/given_name",
        "/components/schemas/CreateToken/properties/expires_at",
    ] {
        let lines = changed_lines(DEEPSET_CLOUD, |spec| {
            at(spec, place)["description"] = json!("Another text.");
        });
        assert_eq!(lines, 1, "{place}");
    }
}

#[test]
fn the_order_of_schemas_and_paths_changes_nothing() {
    for spec in [DEEPSET_CLOUD, NVIDIA_AIR] {
        for holder in [
            "/components/schemas",
            "/components/responses",
            "/components/securitySchemes",
            "/paths",
        ] {
            let lines = changed_lines(spec, |spec| {
                if let Some(members) = spec.pointer_mut(holder).and_then(Value::as_object_mut) {
                    *members = std::mem::take(members).into_iter().rev().collect();
                }
            });
            assert_eq!(lines, 0, "{spec}{holder}");
        }
    }
}

fn add_property(spec: &mut Value, schema: &str) {
    let schema = at(spec, &format!("/components/schemas/{schema}/properties"));
    let properties: &mut Map<String, Value> = schema.as_object_mut().expect("properties are an object");
    properties.insert(
        "colour".to_owned(),
        json!({"type": "string", "description": "How it looks."}),
    );
}

fn at<'a>(spec: &'a mut Value, pointer: &str) -> &'a mut Value {
    spec.pointer_mut(pointer)
        .unwrap_or_else(|| panic!("{pointer} is there"))
}

fn list<'a>(holder: &'a mut Value, key: &str) -> &'a mut Vec<Value> {
    let list = holder
        .as_object_mut()
        .and_then(|holder| holder.entry(key).or_insert(json!([])).as_array_mut());
    list.expect("a list")
}

/// How many lines of Rust change when the description does.
fn changed_lines(path: &str, change: impl FnOnce(&mut Value)) -> usize {
    let spec = Input::File(PathBuf::from(path));
    let document = load(&mut Sources::default(), &spec, &mut Report::default());
    let before = document.expect("the description can be read").root;
    let mut after = before.clone();
    change(&mut after);
    let folder = tempfile::tempdir().expect("a folder");
    let (before, after) = (rust(folder.path(), &before), rust(folder.path(), &after));
    let paths: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    paths
        .into_iter()
        .map(|path| differing(before.get(path), after.get(path)))
        .sum()
}

fn differing(before: Option<&String>, after: Option<&String>) -> usize {
    let lines = |text: Option<&String>| {
        let lines = text
            .map_or("", String::as_str)
            .lines()
            .filter(|line| !line.trim().is_empty());
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    let (before, after) = (lines(before), lines(after));
    let before: Vec<&str> = before.iter().map(String::as_str).collect();
    let after: Vec<&str> = after.iter().map(String::as_str).collect();
    let diff = TextDiff::from_slices(&before, &after);
    let changed = diff.ops().iter().filter(|op| op.tag() != DiffTag::Equal);
    changed.map(|op| op.old_range().len().max(op.new_range().len())).sum()
}

/// The Rust files of the crate for a description, by path.
fn rust(folder: &Path, spec: &Value) -> BTreeMap<String, String> {
    let path = folder.join("spec.json");
    std::fs::write(&path, spec.to_string()).expect("the description can be written");
    let mut sources = Sources::default();
    let mut report = Report::default();
    let config = Config::for_spec(
        Input::File(path),
        PathBuf::from("out"),
        Some("sdk".to_owned()),
        &mut sources,
    );
    let files: Vec<File> = generate(&config, &mut sources, &mut report).expect("an SDK");
    files
        .into_iter()
        .filter(|file| file.path.starts_with("src/"))
        .map(|file| (file.path, file.text))
        .collect()
}

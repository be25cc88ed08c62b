//! Drift: the same description gives the same bytes, wherever, whenever and by whomever it is read.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use crate::support::read;

#[cfg(feature = "cli")]
#[test]
fn neither_folder_nor_time_nor_environment_shows() {
    let description = read("code/positions.yaml").to_string();
    let (first, second) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let deep = second.path().join("some where/else");
    std::fs::create_dir_all(&deep).unwrap();
    std::fs::write(first.path().join("spec.yaml"), &description).unwrap();
    std::fs::write(deep.join("other name.json"), &description).unwrap();

    run(first.path(), "spec.yaml", &[]);
    let expected = files(&first.path().join("generated"));
    run(
        &deep,
        "./other name.json",
        &[
            ("TZ", "Asia/Tokyo"),
            ("LANG", "tr_TR.UTF-8"),
            ("USER", "somebody"),
            ("NO_COLOR", "1"),
        ],
    );
    assert_eq!(files(&deep.join("generated")), expected);
    std::fs::remove_dir_all(deep.join("generated")).unwrap();
    run(&deep, &deep.join("other name.json").display().to_string(), &[]);
    assert_eq!(files(&deep.join("generated")), expected);

    let folder = first.path().display().to_string();
    for (path, text) in &expected {
        assert!(
            !text.contains(&folder) && !text.contains("spec.yaml"),
            "{}",
            path.display()
        );
    }
}

/// Objects have no order in JSON; what has one in the output, fields and parameters, is left as it is here.
#[test]
fn the_order_of_schemas_paths_and_tags_does_not_show() {
    let description = read("code/positions.yaml");
    let mut reversed = description.clone();
    for pointer in [
        "/paths",
        "/components",
        "/components/schemas",
        "/components/securitySchemes",
        "/components/parameters",
    ] {
        let members = reversed.pointer_mut(pointer).and_then(Value::as_object_mut).unwrap();
        *members = std::mem::take(members).into_iter().rev().collect();
    }
    let tags = json!([{"name": "TEXT"}, {"name": "plain"}]);
    let with = |mut description: Value, tags: Value| {
        description["tags"] = tags;
        crate::support::outcome(&description).files()
    };
    let reversed_tags = tags.as_array().unwrap().iter().rev().cloned().collect();
    assert!(
        with(description, tags) == with(reversed, reversed_tags),
        "the order shows"
    );
}

#[cfg(feature = "cli")]
fn run(folder: &Path, spec: &str, environment: &[(&str, &str)]) {
    let output = Command::new(env!("CARGO_BIN_EXE_oasmith"))
        .args(["generate", spec])
        .current_dir(folder)
        .envs(environment.iter().copied())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[cfg(feature = "cli")]
fn files(folder: &Path) -> BTreeMap<PathBuf, String> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(current) = folders.pop() {
        for entry in std::fs::read_dir(&current).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let relative = path.strip_prefix(folder).unwrap().to_owned();
                files.insert(relative, std::fs::read_to_string(&path).unwrap());
            }
        }
    }
    files
}

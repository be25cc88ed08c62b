//! Reading what is not the description's own: nothing comes from outside of its folder, and nothing from the network.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};

use oasmith::{Config, Format, Input, Report, Sources, generate, render};
use serde_json::{Map, Value, json};

/// What stands in the files that must not be read.
const CANARY: &str = "canary-8c1f";

#[test]
fn nothing_outside_of_the_folder_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let (own, outside) = (folder.path().join("api"), folder.path().join("outside"));
    fs::create_dir(&own).unwrap();
    fs::create_dir(&outside).unwrap();
    let secret =
        json!({"type": "object", "description": CANARY, "properties": {CANARY: {"type": "string"}}}).to_string();
    fs::write(folder.path().join("secret.yaml"), &secret).unwrap();
    fs::write(outside.join("secret.yaml"), &secret).unwrap();
    let whole = folder.path().join("secret.yaml").display().to_string();
    let mut references: Vec<String> = [
        "../secret.yaml",
        "../secret.yaml#/properties",
        "./../secret.yaml",
        "..//secret.yaml",
        "a/../../secret.yaml",
        "../api/../secret.yaml",
        "%2e%2e/secret.yaml",
        "..%2Fsecret.yaml",
        "%2e%2e%2fsecret.yaml",
        "..\\secret.yaml",
        "file:../secret.yaml",
        "~/secret.yaml",
        "$HOME/secret.yaml",
        "../outside/secret.yaml",
        "/etc/passwd",
        "file:///etc/passwd",
        "/dev/zero",
        "/proc/self/environ",
        "../secret.yaml\0",
        "link.yaml",
        "link/secret.yaml",
        "-",
    ]
    .map(str::to_owned)
    .into();
    references.extend([format!("file://{whole}"), whole]);
    link(&folder.path().join("secret.yaml"), &own.join("link.yaml"));
    link(&outside, &own.join("link"));
    let said = made(&own, &references);
    assert!(!said.contains(CANARY), "{said}");
    assert!(!said.contains("root:"), "{said}");
}

#[test]
fn nothing_is_asked_of_the_network() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let server = listener.local_addr().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let references = ["http://", "https://", "HTTP://", "//", "ftp://", "\\\\", "jar:http://"]
        .map(|scheme| format!("{scheme}{server}/secret.yaml#/a"));
    made(folder.path(), &references);
    assert!(listener.accept().is_err(), "somebody asked");
}

#[cfg(unix)]
fn link(target: &Path, at: &Path) {
    std::os::unix::fs::symlink(target, at).unwrap();
}

#[cfg(not(unix))]
fn link(_: &Path, _: &Path) {}

/// All that comes of a description with these references, wherever a reference may stand: the files, and what is said.
fn made(folder: &Path, references: &[String]) -> String {
    let path = folder.join("root.yaml");
    fs::write(&path, description(references).to_string()).unwrap();
    let (mut sources, mut report) = (Sources::default(), Report::default());
    let config = Config::for_spec(
        Input::File(path),
        PathBuf::from("out"),
        Some("sdk".to_owned()),
        &mut sources,
    );
    let files = generate(&config, &mut sources, &mut report);
    let files = files.expect("what cannot be had costs only what needs it").into_iter();
    let ours = files.filter(|file| !file.path.starts_with("src/runtime/"));
    let texts = ours
        .map(|file| file.text)
        .chain([render(&report, &sources, Format::Text, false, true)]);
    // The description itself is shown in parts, and names the file; the canary does not stand in it.
    texts.collect::<Vec<_>>().join("\n")
}

fn description(references: &[String]) -> Value {
    let at = |index: usize, what: &str| format!("{what}{index}");
    let mut schemas = Map::new();
    let mut paths = Map::new();
    for (index, reference) in references.iter().enumerate() {
        let reference = json!({"$ref": reference});
        schemas.insert(at(index, "Schema"), reference.clone());
        schemas.insert(
            at(index, "Object"),
            json!({"type": "object", "properties": {"a": reference}, "allOf": [reference]}),
        );
        schemas.insert(
            at(index, "Union"),
            json!({"oneOf": [reference, {"type": "string"}], "examples": [reference]}),
        );
        paths.insert(at(index, "/item"), reference.clone());
        let operation = json!({
            "parameters": [reference],
            "requestBody": reference,
            "responses": {"200": reference, "default": {"description": "", "content": {"application/json": {"schema": reference, "examples": {"a": reference}}}}},
        });
        paths.insert(at(index, "/operation"), json!({"post": operation}));
    }
    json!({
        "openapi": "3.1.1",
        "info": {"title": "t", "version": "1"},
        "paths": paths,
        "components": {"schemas": schemas},
    })
}

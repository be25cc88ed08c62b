//! From a description to files, and from files to what a compiler says of them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Output;

use oasmith::config::{Api, Options, Package};
use oasmith::{Code, Config, Format, Input, Report, Sources, generate, render};
use serde_json::{Value, json};

use crate::cargo;

/// Files by path, below the folder of the crate.
pub(crate) type Files = BTreeMap<String, String>;

/// What came of a description.
pub(crate) struct Outcome {
    pub(crate) files: Option<Files>,
    report: Report,
    sources: Sources,
}

impl Outcome {
    /// The files, with what is said about the description where there are none.
    #[track_caller]
    pub(crate) fn files(self) -> Files {
        let drawn = self.drawn();
        self.files.unwrap_or_else(|| panic!("{drawn}"))
    }

    pub(crate) fn has(&self, code: Code) -> bool {
        self.count(code) > 0
    }

    pub(crate) fn count(&self, code: Code) -> usize {
        let diagnostics = self.report.diagnostics().iter();
        diagnostics.filter(|diagnostic| diagnostic.code == code).count()
    }

    /// The report as a user reads it.
    pub(crate) fn drawn(&self) -> String {
        render(&self.report, &self.sources, Format::Text, false, true)
    }
}

/// Makes a crate of a description.
pub(crate) fn outcome(description: &Value) -> Outcome {
    outcome_of_text(description.to_string())
}

/// Makes a crate of the text of a description.
pub(crate) fn outcome_of_text(text: String) -> Outcome {
    let (mut sources, mut report) = (Sources::default(), Report::default());
    sources.add("spec.yaml", text);
    let spec = Input::File(PathBuf::from("spec.yaml"));
    let config = Config::for_spec(spec, PathBuf::from("out"), Some("hostile-sdk".to_owned()), &mut sources);
    let files = generate(&config, &mut sources, &mut report);
    Outcome {
        files: files.map(|files| files.into_iter().map(|file| (file.path, file.text)).collect()),
        report,
        sources,
    }
}

/// One crate with a module for each description, so that everything that they share is compiled once.
pub(crate) fn one_crate(name: &str, descriptions: &[Value]) -> Files {
    let (mut sources, mut report) = (Sources::default(), Report::default());
    let apis = descriptions.iter().enumerate().map(|(index, description)| {
        let path = PathBuf::from(format!("{index}.yaml"));
        sources.add(&path, description.to_string());
        Api {
            spec: Input::File(path),
            allow_references: Vec::new(),
            overlays: Vec::new(),
            module: Some(format!("api{index}")),
            operations: indexmap::IndexMap::new(),
            webhook_signature: None,
            titles: false,
            media_types: None,
            credentials: indexmap::IndexMap::new(),
            schemas: indexmap::IndexMap::new(),
        }
    });
    let package = Package {
        name: name.to_owned(),
        version: "0.1.0".to_owned(),
        description: None,
        license: None,
        repository: None,
        output: PathBuf::from("out"),
    };
    let config = Config {
        apis: apis.collect(),
        package,
        options: Options::default(),
    };
    let files = generate(&config, &mut sources, &mut report);
    let files = files.unwrap_or_else(|| panic!("{}", render(&report, &sources, Format::Text, false, false)));
    files.into_iter().map(|file| (file.path, file.text)).collect()
}

/// A description with these schemas, the first of which is sent and received.
pub(crate) fn with_schemas(schemas: Value) -> Value {
    let first = schemas.as_object().and_then(|schemas| schemas.keys().next()).cloned();
    let schema = json!({"$ref": format!("#/components/schemas/{}", first.unwrap_or_default())});
    let content = json!({"application/json": {"schema": schema}});
    let mut description = json!({
        "openapi": "3.1.1",
        "info": {"title": "Hostile", "version": "1"},
        "servers": [{"url": "https://api.example.com"}],
        "paths": {"/x": {"post": {
            "operationId": "x",
            "requestBody": {"required": true, "content": content},
            "responses": {"200": {"description": "OK", "content": content}},
        }}},
    });
    description["components"] = json!({});
    description["components"]["schemas"] = schemas;
    description
}

/// A description of this folder.
pub(crate) fn read(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile").join(name);
    let (mut sources, mut report) = (Sources::default(), Report::default());
    let document = oasmith::load::load_file(&mut sources, &path, &mut report);
    assert!(
        report.diagnostics().is_empty(),
        "{}",
        render(&report, &sources, Format::Text, false, true)
    );
    document.unwrap().root
}

/// A workspace with one package, or several, below the folder that cargo gives to tests; what it builds is kept there.
pub(crate) fn workspace(name: &str, packages: &[(&str, &Files)]) -> PathBuf {
    let workspace = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&workspace);
    for (package, files) in packages {
        for (path, text) in *files {
            let path = workspace.join(package).join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
    }
    let members: Vec<&str> = packages.iter().map(|(package, _)| *package).collect();
    let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n");
    std::fs::write(workspace.join("Cargo.toml"), manifest).unwrap();
    workspace
}

/// Runs cargo in a workspace, where every warning is an error.
#[track_caller]
pub(crate) fn cargo(workspace: &Path, arguments: &[&str]) -> Output {
    let output = cargo::command(workspace, arguments)
        .env("RUSTDOCFLAGS", "-D warnings")
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "cargo {arguments:?}:\n{}\n{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    output
}

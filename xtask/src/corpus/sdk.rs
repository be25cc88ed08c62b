//! The SDK of one description, written into the workspace.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::Result;
use oasmith::{Config, Format, Input, Location, Mode, Outline, Report, Severity, Sources, render};
use serde_json::Value;

use super::operations;
use super::raw::Raw;
use super::workspace::Workspace;
use crate::descriptions::Description;

/// What came of a description.
#[derive(Default)]
pub struct Sdk {
    name: String,
    /// The root file of the description.
    pub root: PathBuf,
    /// What the description is written in: `OpenAPI 3.1.0`.
    pub dialect: String,
    /// The operations of the description, as `GET /pets`.
    pub declared: Vec<String>,
    /// The operations of the SDK.
    pub emitted: Vec<String>,
    /// For each operation that is only in the description, the warning that says so.
    pub skipped: BTreeMap<String, Option<Skip>>,
    /// How many types the models have.
    pub types: usize,
    /// The examples of the description with the types that have to hold them.
    pub examples: Vec<oasmith::Example>,
    /// The files that the examples stand in.
    pub sources: Sources,
    /// How many lines of Rust were written.
    pub lines: usize,
    /// How many warnings there are about the description.
    pub warnings: usize,
    /// Everything there is to say about the description.
    pub findings: String,
    /// Each `allow` in the output.
    pub allows: Vec<String>,
    /// Whether a second run has left everything as it was.
    pub is_stable: bool,
    /// How long the first run took.
    pub seconds: f64,
    /// Why there is no SDK.
    pub failure: Option<String>,
}

/// Why an operation was skipped.
pub struct Skip {
    pub code: String,
    pub reason: String,
}

impl Sdk {
    /// What the description goes by.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The operations that were lost without a word.
    pub fn lost(&self) -> Vec<&str> {
        let lost = self.skipped.iter().filter(|(_, skip)| skip.is_none());
        lost.map(|(route, _)| route.as_str()).collect()
    }
}

/// Generates an SDK, and once more to see that this changes nothing.
pub fn make(description: &Description, raw: &Raw, workspace: &Workspace) -> Result<Sdk> {
    let mut sdk = Sdk {
        name: description.name.clone(),
        root: description.root.clone(),
        dialect: dialect(raw),
        declared: operations::declared(raw),
        ..Sdk::default()
    };
    let folder = workspace.sdk(&sdk.name);
    let made = catch_unwind(AssertUnwindSafe(|| fill(&mut sdk, description, &folder)));
    match made {
        Ok(Some(())) => {}
        Ok(None) => sdk.failure = Some("nothing was written".to_owned()),
        Err(_) => sdk.failure = Some("panic".to_owned()),
    }
    if sdk.failure.is_some() && folder.exists() {
        // What an earlier run left is no result of this one.
        std::fs::remove_dir_all(&folder)?;
    }
    Ok(sdk)
}

fn fill(sdk: &mut Sdk, description: &Description, folder: &Path) -> Option<()> {
    let started = Instant::now();
    let (mut sources, mut report) = (Sources::default(), Report::default());
    let config = config(description, folder, &mut sources);
    let files = oasmith::generate(&config, &mut sources, &mut report);
    let changes = files
        .as_ref()
        .and_then(|files| oasmith::write(files, folder, Mode::Write, &mut report));
    sdk.seconds = started.elapsed().as_secs_f64();
    sdk.warnings = report.count(Severity::Warning);
    sdk.findings = render(&report, &sources, Format::Text, false, false);
    let (files, _) = files.zip(changes)?;
    sdk.is_stable = is_stable(description, folder);
    let is_rust = |path: &str| Path::new(path).extension().is_some_and(|extension| extension == "rs");
    for file in files.iter().filter(|file| is_rust(&file.path)) {
        sdk.lines += file.text.lines().count();
        sdk.allows.extend(allows(&file.path, &file.text));
    }
    let outline: Outline = oasmith::outline(&config, &mut sources, &mut Report::default())?.pop()?;
    let only_declared = sdk.declared.iter().filter(|route| !outline.operations.contains(route));
    sdk.skipped = only_declared
        .map(|route| (route.clone(), skip(route, &report)))
        .collect();
    sdk.emitted = outline.operations;
    sdk.types = outline.types;
    sdk.examples = outline.examples;
    sdk.sources = sources;
    Some(())
}

fn config(description: &Description, folder: &Path, sources: &mut Sources) -> Config {
    let spec = Input::File(description.root.clone());
    let name = format!("{}-sdk", description.name);
    let mut config = Config::for_spec(spec, folder.to_owned(), Some(name), sources);
    for api in &mut config.apis {
        api.allow_references.push(description.folder.clone());
    }
    config
}

fn is_stable(description: &Description, folder: &Path) -> bool {
    let (mut sources, mut report) = (Sources::default(), Report::default());
    let config = config(description, folder, &mut sources);
    let files = oasmith::generate(&config, &mut sources, &mut report);
    let changes = files.and_then(|files| oasmith::write(&files, folder, Mode::Check, &mut report));
    changes.is_some_and(|changes| changes.is_empty())
}

/// The warning that says why an operation was skipped.
fn skip(route: &str, report: &Report) -> Option<Skip> {
    let (_, path) = route.split_once(' ')?;
    let item = oasmith::Pointer::root().child("paths").child(path);
    let skips = |diagnostic: &&oasmith::Diagnostic| {
        let is_of_operation = diagnostic.operation.as_deref() == Some(route) && diagnostic.message.contains("skipped");
        let is_of_item = matches!(&diagnostic.location, Some(Location::Node(place)) if place.pointer == item);
        diagnostic.severity() == Severity::Warning && (is_of_operation || is_of_item)
    };
    report.diagnostics().iter().find(skips).map(|diagnostic| Skip {
        code: diagnostic.code.to_string(),
        reason: diagnostic.message.replace(&format!("`{route}` is skipped: "), ""),
    })
}

/// The lines that switch a lint off. The output is free of warnings without any.
fn allows(path: &str, text: &str) -> Vec<String> {
    let switches = |line: &&str| {
        let line = line.trim_start();
        ["#[allow", "#![allow", "#[expect", "#![expect"]
            .iter()
            .any(|start| line.starts_with(start))
    };
    text.lines()
        .filter(switches)
        .map(|line| format!("{path}: {}", line.trim()))
        .collect()
}

fn dialect(raw: &Raw) -> String {
    let said = |key| {
        let version = raw.look(&raw.root().child(key), |value| match value {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        });
        version.map(|version| version.trim().to_owned())
    };
    said("openapi")
        .or_else(|| said("swagger"))
        .unwrap_or_else(|| "?".to_owned())
}

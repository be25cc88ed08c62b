//! Each example of a description is read into its type and written back.
//!
//! For each SDK there is a program that knows the types; the values go through its input and output, so what it takes to
//! compile does not grow with the examples.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

use anyhow::{Context, Result};
use oasmith::{Example, Place};
use serde_json::Value;

use super::compare::{Differences, Tolerance, compare, short};
use super::raw::{At, Raw};
use super::sdk::Sdk;
use super::validity::Validity;
use super::workspace::Workspace;
use crate::folders::write;

/// What does the work in each program.
const PROGRAM: &str = include_str!("program.rs");

/// What came of all examples of a description.
#[derive(Default)]
pub struct RoundTrips {
    /// How many examples there are.
    pub total: usize,
    /// How many of them came back.
    pub passed: usize,
    /// How many of those that came back have a type that holds anything.
    pub untyped: usize,
    /// How many of those that came back have a difference that is meant, by kind.
    pub tolerated: BTreeMap<Tolerance, usize>,
    pub failures: Vec<Failure>,
}

/// An example that did not come back.
pub struct Failure {
    /// Where it stands: `#/pointer`, and before it the file where that is not the root of the description.
    pub place: String,
    pub ty: String,
    pub value: String,
    /// What was said when it was read, or what is different.
    pub problem: String,
    /// What a validator says about the example and its own schema; `None` where the example is valid, so that the fault is
    /// ours.
    pub complaint: Option<String>,
}

impl RoundTrips {
    /// How many examples failed although they are valid.
    pub fn faults_of_ours(&self) -> usize {
        self.failures
            .iter()
            .filter(|failure| failure.complaint.is_none())
            .count()
    }
}

/// Writes the program for an SDK.
pub fn write_program(sdk: &Sdk, workspace: &Workspace) -> Result<()> {
    let folder = workspace.round_trips(sdk.name());
    if sdk.examples.is_empty() {
        if folder.exists() {
            std::fs::remove_dir_all(&folder)?;
        }
        return Ok(());
    }
    let name = sdk.name();
    let manifest = format!(
        "[package]\nname = \"{name}-round-trips\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n\
         {name}-sdk = {{ path = \"../../sdks/{name}\", default-features = false }}\nserde_json = \"1\"\n"
    );
    let types = types(sdk).join(">,\n    through::<");
    let krate = format!("{name}-sdk").replace('-', "_");
    let main = format!(
        "{PROGRAM}\nuse {krate}::runtime::{{Json, from_slice, to_vec}};\n\nconst TYPES: &[Through] = &[\n    through::<{types}>,\n];\n"
    );
    write(&folder.join("Cargo.toml"), manifest.as_bytes())?;
    write(&folder.join("src/main.rs"), main.as_bytes())
}

/// The types of the examples, each once.
fn types(sdk: &Sdk) -> Vec<&str> {
    let types: BTreeSet<&str> = sdk.examples.iter().map(|example| example.ty.as_str()).collect();
    types.into_iter().collect()
}

/// Sends every example through the program of an SDK, which has been built.
pub fn run(sdk: &Sdk, raw: &Raw, has_program: bool, workspace: &Workspace) -> Result<RoundTrips> {
    let mut trips = RoundTrips {
        total: sdk.examples.len(),
        ..RoundTrips::default()
    };
    if sdk.examples.is_empty() {
        return Ok(trips);
    }
    let given: Vec<(&str, &Value)> = sdk
        .examples
        .iter()
        .map(|example| (example.ty.as_str(), &example.value))
        .collect();
    let answers = if has_program {
        answers(sdk, &given, workspace)?
    } else {
        vec![Err("the program for the round trips was not built".to_owned()); given.len()]
    };
    // A body in a string is looked at once more, as what the string holds.
    let inner = sdk
        .examples
        .iter()
        .map(|example| json_in_text(&example.value).filter(|_| has_program));
    let inner: Vec<Option<Value>> = inner.collect();
    let again = given
        .iter()
        .zip(&inner)
        .filter_map(|((ty, _), value)| Some((*ty, value.as_ref()?)));
    let mut again = self::answers(sdk, &again.collect::<Vec<_>>(), workspace)?.into_iter();
    let validity = Validity::of(raw);
    let is_valid = |schema: &At, value: &Value| validity.complaint(schema, value).is_none();
    for ((example, answer), inner) in sdk.examples.iter().zip(answers).zip(inner) {
        let schemas = [at(&example.schema, sdk)];
        let second = inner.as_ref().and_then(|_| again.next());
        let outcome = match (answer, inner, second) {
            (Err(_), Some(inner), Some(Ok(written))) => {
                let mut differences = compare(raw, &is_valid, &schemas, &inner, &written);
                differences.tolerated.insert(Tolerance::JsonInText, 1);
                Ok(differences)
            }
            (answer, ..) => answer.map(|written| compare(raw, &is_valid, &schemas, &example.value, &written)),
        };
        trips.add(example, outcome, sdk, &validity);
    }
    Ok(trips)
}

impl RoundTrips {
    fn add(&mut self, example: &Example, outcome: Result<Differences, String>, sdk: &Sdk, validity: &Validity) {
        let problem = match outcome {
            Ok(differences) if differences.wrong.is_empty() => {
                self.passed += 1;
                self.untyped += usize::from(example.ty == "serde_json::Value");
                for tolerance in differences.tolerated.into_keys() {
                    *self.tolerated.entry(tolerance).or_default() += 1;
                }
                return;
            }
            Ok(differences) => differences.wrong.join("; "),
            Err(message) => message,
        };
        self.failures.push(Failure {
            place: shown(&example.place, sdk),
            ty: example.ty.clone(),
            value: short(&example.value),
            problem,
            complaint: validity.complaint(&at(&example.schema, sdk), &example.value),
        });
    }
}

/// A place as the table shows it: the file is named where it is not the root of the description.
fn shown(place: &Place, sdk: &Sdk) -> String {
    let path = &sdk.sources.file(place.file).path;
    let folder = sdk.root.parent().unwrap_or(&sdk.root);
    let file = if *path == sdk.root {
        Path::new("")
    } else {
        path.strip_prefix(folder).unwrap_or(path)
    };
    format!("{}#{}", file.display(), place.pointer)
}

fn at(place: &Place, sdk: &Sdk) -> At {
    At {
        path: sdk.sources.file(place.file).path.clone(),
        pointer: place.pointer.to_string(),
    }
}

/// The object or array that a text holds.
fn json_in_text(value: &Value) -> Option<Value> {
    let value: Value = serde_json::from_str(value.as_str()?).ok()?;
    (value.is_object() || value.is_array()).then_some(value)
}

/// What the program writes for each value, or why it cannot.
fn answers(sdk: &Sdk, given: &[(&str, &Value)], workspace: &Workspace) -> Result<Vec<Result<Value, String>>> {
    let program = workspace
        .target()
        .join("debug")
        .join(format!("{}-round-trips", sdk.name()));
    let types = types(sdk);
    let mut input = Vec::new();
    for (ty, value) in given {
        let number = types.binary_search(ty).unwrap_or(types.len());
        writeln!(input, "{number}\t{value}")?;
    }
    let mut child = Command::new(&program)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| program.display().to_string())?;
    let mut stdin = child.stdin.take().context("no input")?;
    // A program that ends before its input does has failed on what it has not answered.
    let feeder = thread::spawn(move || stdin.write_all(&input).is_ok());
    let output = child.wait_with_output()?;
    let _ = feeder.join();
    let output = String::from_utf8_lossy(&output.stdout);
    let mut lines = output.lines().map(answer);
    let ended = || Err("the program ended before it answered".to_owned());
    Ok(given.iter().map(|_| lines.next().unwrap_or_else(ended)).collect())
}

fn answer(line: &str) -> Result<Value, String> {
    match line.split_once('\t') {
        Some(("ok", json)) => serde_json::from_str(json).map_err(|error| format!("no JSON was written: {error}")),
        Some((_, message)) => Err(message.to_owned()),
        None => Err(line.to_owned()),
    }
}

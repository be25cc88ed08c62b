//! One cargo command over the whole workspace, and what it has to say about each SDK.

use std::collections::HashMap;
use std::fs::File;
use std::io::BufReader;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use cargo_metadata::Message;
use cargo_metadata::diagnostic::{Diagnostic, DiagnosticLevel};

use super::workspace::Workspace;
use crate::progress;

/// What cargo is asked to do.
#[derive(Clone, Copy)]
pub enum Step {
    /// All that `cargo check` finds, and the programs for the round trips.
    Build,
    Clippy,
    Doc,
}

impl Step {
    fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Build => &["build", "--lib", "--bins"],
            Self::Clippy => &["clippy", "--lib"],
            Self::Doc => &["doc", "--lib", "--no-deps"],
        }
    }

    fn name(self) -> &'static str {
        self.arguments()[0]
    }
}

/// What a command says about one SDK.
#[derive(Default)]
pub struct Findings {
    /// Whether nobody asked for it.
    pub is_skipped: bool,
    /// Whether it came to an end.
    pub is_done: bool,
    /// How many warnings and errors there are.
    pub count: usize,
    /// All of them, drawn.
    pub text: String,
    /// What is wrong with the program for the round trips, which is a fault of this bench or of the types it was told.
    pub of_program: String,
    /// Whether there is such a program.
    pub has_program: bool,
}

impl Findings {
    /// Those of a step that nobody asked for.
    pub fn skipped() -> Self {
        Self {
            is_skipped: true,
            ..Self::default()
        }
    }

    pub fn are_clean(&self) -> bool {
        self.is_skipped || (self.is_done && self.count == 0)
    }
}

/// Runs a command to its end, whatever fails on the way: one SDK that does not compile hides no other.
pub fn run(step: Step, workspace: &Workspace) -> Result<HashMap<String, Findings>> {
    let errors = workspace.logs().join(format!("cargo-{}.txt", step.name()));
    let mut child = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(step.arguments())
        // The emitted code is the same whatever the features, and most of the TLS libraries is C.
        .args(["--workspace", "--no-default-features", "--keep-going", "--message-format=json-diagnostic-rendered-ansi"])
        .current_dir(workspace.folder())
        .env("CARGO_TARGET_DIR", workspace.target())
        .env("CLIPPY_CONF_DIR", workspace.folder())
        .env_remove("RUSTFLAGS")
        .env_remove("RUSTDOCFLAGS")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(File::create(&errors)?)
        .spawn()
        .context("cargo cannot be run")?;
    let messages = child.stdout.take().context("cargo has no output")?;
    let spinner = progress::spinner(step.name());
    let mut findings: HashMap<String, Findings> = HashMap::new();
    for message in Message::parse_stream(BufReader::new(messages)) {
        spinner.inc(1);
        match message? {
            Message::CompilerArtifact(artifact) => {
                spinner.set_message(artifact.target.name.clone());
                if let Some((name, is_sdk)) = workspace.owner(artifact.target.src_path.as_std_path()) {
                    let findings = findings.entry(name.to_owned()).or_default();
                    findings.is_done |= is_sdk;
                    findings.has_program |= !is_sdk;
                }
            }
            Message::CompilerMessage(message) if says_something(&message.message) => {
                let drawn = message.message.rendered.unwrap_or(message.message.message);
                match workspace.owner(message.target.src_path.as_std_path()) {
                    Some((name, true)) => findings.entry(name.to_owned()).or_default().add(&drawn),
                    Some((name, false)) => findings.entry(name.to_owned()).or_default().of_program += &drawn,
                    None => {}
                }
            }
            _ => {}
        }
    }
    child.wait()?;
    spinner.finish_and_clear();
    if findings.is_empty() {
        anyhow::bail!("cargo {} did nothing: see {}", step.name(), errors.display());
    }
    Ok(findings)
}

impl Findings {
    fn add(&mut self, drawn: &str) {
        self.count += 1;
        self.text += drawn;
    }
}

/// Whether a message is one about code, and not about other messages: `3 warnings emitted`.
fn says_something(diagnostic: &Diagnostic) -> bool {
    let is_bad = matches!(
        diagnostic.level,
        DiagnosticLevel::Ice | DiagnosticLevel::Error | DiagnosticLevel::Warning
    );
    is_bad && !(diagnostic.spans.is_empty() && diagnostic.code.is_none() && is_summary(&diagnostic.message))
}

fn is_summary(message: &str) -> bool {
    message.starts_with("aborting due to") || message.ends_with("emitted") || message.contains("For more information")
}

//! The program that makes the example call of every operation of one SDK.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use oasmith::{Call, Config, Format, Input, Mode, Report, Sources, render};
use serde_json::Value;

use super::node::Server;
use crate::descriptions::Description;
use crate::folders::write;

/// What is the same in every program.
const PROGRAM: &str = include_str!("calls.rs");

/// An SDK with its program.
pub struct Caller {
    /// What the description goes by.
    pub name: String,
    /// The root file of the description.
    pub spec: PathBuf,
    /// The same as one file of JSON.
    pub json: PathBuf,
    /// The path of the description's server: `/api/v3`.
    pub base_path: String,
    pub calls: Vec<Call>,
    program: PathBuf,
}

/// What came of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was accepted, and the answer was read.
    Fine,
    /// It was accepted, and the answer could not be read.
    Unread(String),
    /// It was refused, or never sent.
    Refused(String),
}

impl Caller {
    /// Writes the SDK and the program.
    pub fn make(description: &Description, work: &Path) -> Result<Self> {
        let name = description.name.clone();
        let folder = work.join("sdks").join(&name);
        let (mut sources, mut report) = (Sources::default(), Report::default());
        let spec = Input::File(description.root.clone());
        let config = Config::for_spec(spec, folder.clone(), Some(format!("{name}-sdk")), &mut sources);
        let files = oasmith::generate(&config, &mut sources, &mut report);
        let changes = files.and_then(|files| oasmith::write(&files, &folder, Mode::Write, &mut report));
        let outline = changes
            .and_then(|_| oasmith::outline(&config, &mut sources, &mut Report::default())?.pop())
            .with_context(|| render(&report, &sources, Format::Text, false, false))?;
        let root = oasmith::load::load_file(&mut Sources::default(), &description.root, &mut Report::default());
        let root = root.context("the description cannot be read")?.root;
        let caller = Self {
            spec: description.root.clone(),
            json: work.join("specs").join(format!("{name}.json")),
            base_path: base_path(&root),
            calls: outline.calls,
            program: work.join("target/debug").join(format!("{name}-calls")),
            name,
        };
        write(&caller.json, root.to_string().as_bytes())?;
        caller.write(work)?;
        Ok(caller)
    }

    fn write(&self, work: &Path) -> Result<()> {
        let name = &self.name;
        let manifest = format!(
            "[package]\nname = \"{name}-calls\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n\
             {name}-sdk = {{ path = \"../../sdks/{name}\", default-features = false }}\nserde_json = \"1\"\n\
             tokio = {{ version = \"1\", features = [\"rt\", \"net\", \"time\"] }}\n"
        );
        let krate = format!("{name}-sdk").replace('-', "_");
        let mut text = format!("{PROGRAM}\nuse {krate}::{{Client, Error, ErrorKind}};\n");
        let mut all = String::new();
        for (index, call) in self.calls.iter().enumerate() {
            let Call {
                operation,
                credentials,
                statements,
            } = call;
            let _ = write!(
                text,
                "\n// {operation}\nasync fn call_{index}(base_url: &str) -> Result<(), Box<dyn std::error::Error>> {{\n    \
                 use {krate}::*;\n    let client = Client::builder().base_url(base_url).retries(0)\
                 .timeout(std::time::Duration::from_secs(300)){credentials}.build()?;\n    \
                 {statements}\n    Ok(())\n}}\n"
            );
            let _ = writeln!(all, "    tell(call_{index}(base_url).await);");
        }
        let _ = write!(text, "\nasync fn call_all(base_url: &str) {{\n{all}}}\n");
        let folder = work.join("calls").join(name);
        write(&folder.join("Cargo.toml"), manifest.as_bytes())?;
        write(&folder.join("src/main.rs"), text.as_bytes())
    }

    /// Makes every call.
    pub fn call(&self, server: Server, base_url: &str) -> Result<Vec<Outcome>> {
        let output = Command::new(&self.program)
            .arg(base_url)
            .stdin(Stdio::null())
            .output()
            .with_context(|| self.program.display().to_string())?;
        let text = String::from_utf8_lossy(&output.stdout);
        let outcomes: Vec<Outcome> = text.lines().map(|line| outcome(server, line)).collect();
        if outcomes.len() != self.calls.len() {
            bail!(
                "{} has ended early: {}",
                self.name,
                String::from_utf8_lossy(&output.stderr)
            );
        }
        Ok(outcomes)
    }
}

/// What a line of the program says: `kind`, a tab, and a message.
fn outcome(server: Server, line: &str) -> Outcome {
    let (kind, message) = line.split_once('\t').unwrap_or((line, ""));
    match kind {
        "Fine" => Outcome::Fine,
        // The validator gives back what it was sent, which is no answer of the description.
        "Decode" if server == Server::Validator => Outcome::Fine,
        "Decode" => Outcome::Unread(message.to_owned()),
        _ => Outcome::Refused(message.to_owned()),
    }
}

/// The path of the first server of a description.
fn base_path(root: &Value) -> String {
    let url = root.pointer("/servers/0/url").and_then(Value::as_str);
    let url = url.unwrap_or_default();
    let path = url
        .split_once("://")
        .map_or(url, |(_, rest)| rest.find('/').map_or("", |slash| &rest[slash..]));
    path.trim_end_matches('/').to_owned()
}

/// Builds all programs, as one workspace.
pub fn build(callers: &[Caller], work: &Path) -> Result<()> {
    let members = callers
        .iter()
        .flat_map(|caller| [format!("sdks/{}", caller.name), format!("calls/{}", caller.name)]);
    let members = serde_json::json!(members.collect::<Vec<_>>());
    let manifest = format!(
        "[workspace]\nresolver = \"3\"\nmembers = {members}\n\n[profile.dev]\ndebug = false\nincremental = false\n"
    );
    write(&work.join("Cargo.toml"), manifest.as_bytes())?;
    let lock = work.join("Cargo.lock");
    if !lock.is_file() {
        std::fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.lock"), lock)?;
    }
    let status = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        // Nothing is encrypted on the way to this machine itself, and most of the TLS libraries is C.
        .args(["build", "--workspace", "--no-default-features", "--bins", "--quiet"])
        .current_dir(work)
        .env("CARGO_TARGET_DIR", work.join("target"))
        .env_remove("RUSTFLAGS")
        .stdin(Stdio::null())
        .status()
        .context("cargo cannot be run")?;
    if !status.success() {
        bail!("the programs cannot be built: see {}", work.display());
    }
    Ok(())
}

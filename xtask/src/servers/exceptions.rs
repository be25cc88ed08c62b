//! The calls that a server does not accept, or whose answer is not read, and why that is no fault of ours.

use std::path::Path;

use anyhow::{Context, Result};
use oasmith::{Report, Sources};
use serde_json::Value;

use super::Proof;
use super::node::Server;
use super::program::Outcome;
use crate::descriptions::Description;

/// What `xtask/servers/exceptions.yaml` lists.
pub struct Exceptions(Vec<Exception>);

/// One reason, with the calls that it is a reason for.
pub struct Exception {
    description: String,
    server: String,
    operations: Vec<String>,
    /// A part of what the program says.
    pub says: String,
    pub why: String,
}

impl Exceptions {
    pub fn read() -> Result<Self> {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("servers/exceptions.yaml");
        let document = oasmith::load::load_file(&mut Sources::default(), &path, &mut Report::default());
        let root = document.context("exceptions.yaml cannot be read")?.root;
        let entries = root.get("exceptions").and_then(Value::as_array).into_iter().flatten();
        entries.map(Exception::read).collect::<Result<_>>().map(Self)
    }

    /// Why a call is an exception.
    pub fn of(&self, description: &str, server: Server, operation: &str, outcome: &Outcome) -> Option<&Exception> {
        let (Outcome::Unread(message) | Outcome::Refused(message)) = outcome else {
            return None;
        };
        self.0.iter().find(|exception| {
            exception.description == description
                && exception.server == server.name()
                && exception.operations.iter().any(|other| other == operation)
                && message.contains(&exception.says)
        })
    }

    /// The exceptions that nobody has explained.
    pub fn missing(&self, proofs: &[Proof]) -> Vec<String> {
        let mut missing = Vec::new();
        for (name, server, operation, outcome) in all(proofs) {
            let (Outcome::Unread(message) | Outcome::Refused(message)) = outcome else {
                continue;
            };
            if self.of(name, server, operation, outcome).is_none() {
                missing.push(format!(
                    "not explained: {name}, {}, {operation}: {message}",
                    server.name()
                ));
            }
        }
        missing
    }

    /// The explanations of what has not happened.
    pub fn unused(&self, proofs: &[Proof], descriptions: &[Description]) -> Vec<String> {
        let mut unused = Vec::new();
        let looked_at = |exception: &&Exception| descriptions.iter().any(|one| one.name == exception.description);
        for exception in self.0.iter().filter(looked_at) {
            for operation in &exception.operations {
                let is_used = all(proofs).any(|(name, server, other, outcome)| {
                    other == operation
                        && self
                            .of(name, server, other, outcome)
                            .is_some_and(|used| std::ptr::eq(used, exception))
                });
                if !is_used {
                    let Exception {
                        description, server, ..
                    } = exception;
                    unused.push(format!(
                        "explained, and has not happened: {description}, {server}, {operation}"
                    ));
                }
            }
        }
        unused
    }
}

impl Exception {
    fn read(entry: &Value) -> Result<Self> {
        let text = |key: &str| -> Result<String> {
            let value = entry.get(key).and_then(Value::as_str);
            Ok(value
                .with_context(|| format!("an exception has a text `{key}`: {entry}"))?
                .to_owned())
        };
        let operations = entry.get("operations").and_then(Value::as_array).into_iter().flatten();
        Ok(Self {
            description: text("description")?,
            server: text("server")?,
            operations: operations.filter_map(|one| one.as_str().map(str::to_owned)).collect(),
            says: text("says")?,
            why: text("why")?,
        })
    }
}

/// Each call of each description to each server.
fn all(proofs: &[Proof]) -> impl Iterator<Item = (&str, Server, &str, &Outcome)> {
    proofs.iter().flat_map(|proof| {
        proof.outcomes.iter().flat_map(move |(server, outcomes)| {
            let calls = proof.caller.calls.iter().zip(outcomes);
            calls.map(move |(call, outcome)| (proof.caller.name.as_str(), *server, call.operation.as_str(), outcome))
        })
    })
}

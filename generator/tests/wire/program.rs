//! The program that calls every row, written, built and run.

use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;

use crate::cargo;
use crate::table::{Row, Table};

/// What is the same for all tables.
const PROGRAM: &str = include_str!("caller/main.rs");

/// What came of a row.
pub struct Outcome {
    /// The requests with all their headers.
    sent: Vec<Sent>,
    /// `Ok(what it gave)` or `Err(what it failed with)`.
    pub result: String,
}

struct Sent {
    line: String,
    headers: Vec<String>,
    body: String,
}

impl Outcome {
    /// How many requests were sent.
    pub fn count(&self) -> usize {
        self.sent.len()
    }

    /// A request as a row writes it. Of the headers that every request has, it has those that the row has.
    pub fn sent_as(&self, index: usize, expected: &str) -> String {
        let Some(sent) = self.sent.get(index) else {
            return "nothing".to_owned();
        };
        let is_shown = |header: &&String| {
            let name = header.split(": ").next().unwrap_or_default();
            let is_everywhere = ["accept", "user-agent"].contains(&name);
            !is_everywhere || expected.contains(&format!("\n{name}: "))
        };
        let mut text = sent.line.clone();
        for header in sent.headers.iter().filter(is_shown) {
            let _ = write!(text, "\n{header}");
        }
        if !sent.body.is_empty() {
            let _ = write!(text, "\n\n{}", sent.body);
        }
        text
    }
}

/// Writes the workspace: the SDK is there already.
pub fn write(tables: &[Table], folder: &Path) {
    let mut text = PROGRAM.to_owned();
    let mut names = Vec::new();
    for table in tables {
        for (index, row) in table.rows.iter().enumerate() {
            let name = format!("{}_{index}", table.name);
            text.push_str(&function(table, row, &name));
            names.push(name);
        }
    }
    let _ = writeln!(text, "\nasync fn call_all() {{");
    for name in names {
        let _ = writeln!(text, "    {name}().await;");
    }
    text.push_str("}\n");
    let manifest = "[package]\nname = \"wire-caller\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n\
                    wire-sdk = { path = \"../sdk\", default-features = false }\nhttp = \"1\"\nserde_json = \"1\"\n\
                    tokio = { version = \"1\", features = [\"rt\", \"time\"] }\n";
    let workspace = "[workspace]\nresolver = \"3\"\nmembers = [\"sdk\", \"caller\"]\n";
    for (path, text) in [
        ("Cargo.toml", workspace),
        ("caller/Cargo.toml", manifest),
        ("caller/src/main.rs", &text),
    ] {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
}

/// The function that calls a row.
fn function(table: &Table, row: &Row, name: &str) -> String {
    let (module, call, send) = (&table.name, &row.call, &row.send);
    let outcome = match (&row.receives, &row.items) {
        (Some(body), _) => format!("{call}({body:?})"),
        (None, _) if ["pages", "items"].contains(&send.as_str()) => format!("items!(Ok(client.{call}.{send}()))"),
        (None, Some(_)) => format!("items!(client.{call}.{send}().await)"),
        (None, None) => format!("client.{call}.{send}().await"),
    };
    let typed = match &row.error {
        Some(error) => format!("|error| Some(format!(\"{{:?}}\", error.typed::<{error}>()?))"),
        None => "|_| None".to_owned(),
    };
    let answers = row.answers.iter();
    let answers = answers.map(|answer| format!("({}, &{:?}, {:?})", answer.status, answer.headers, answer.body));
    let answers: Vec<String> = answers.collect();
    let client = if row.receives.is_some() {
        ""
    } else {
        "\n    let client = Client::builder().transport(recorder.clone()).retries(0).build().unwrap();"
    };
    format!(
        "
async fn {name}() {{
    use wire_sdk::{module}::*;
    let recorder = Recorder::new(&[{}]);{client}
    recorder.tell({outcome}, {typed});
}}
",
        answers.join(", ")
    )
}

/// Builds and runs the program, and gives what came of each row, in order.
pub fn run(folder: &Path) -> Vec<Outcome> {
    let output = String::from_utf8(cargo(folder, &["run", "--quiet", "-p", "wire-caller"])).unwrap();
    let outcome = |line: &str| {
        let told: Value = serde_json::from_str(line).unwrap();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let sent = told["sent"].as_array().unwrap().iter().map(|sent| {
            let headers = sent[1].as_array().unwrap().iter();
            Sent {
                line: text(&sent[0]),
                headers: headers.map(text).collect(),
                body: text(&sent[2]),
            }
        });
        Outcome {
            sent: sent.collect(),
            result: text(&told["result"]),
        }
    };
    output.lines().map(outcome).collect()
}

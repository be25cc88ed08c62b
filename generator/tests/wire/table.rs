//! A file of rows.

use std::path::{Path, PathBuf};

use oasmith::{Format, Report, Sources, render};
use serde_json::Value;

use crate::program::Outcome;

/// One description with the rows of its operations.
pub struct Table {
    /// The name of the file, which is that of the module.
    pub name: String,
    pub path: PathBuf,
    /// The warnings that the generator gives for it: `x-wire-warnings`.
    pub warnings: Vec<String>,
    /// The media types that the configuration names: `x-wire-media-types`.
    pub media_types: Vec<String>,
    pub rows: Vec<Row>,
}

/// One call, with what is expected of it.
pub struct Row {
    /// The operation that it stands at.
    pub operation: String,
    /// What is called on the client, in Rust; or the function that reads a webhook.
    pub call: String,
    /// What sends the request: `send`, or another method.
    pub send: String,
    /// The body of a webhook.
    pub receives: Option<String>,
    /// The error type of the operation, where the typed body of an error is looked at.
    pub error: Option<String>,
    /// What the server answers, the last one again and again.
    pub answers: Vec<Answer>,
    /// The requests: each with its first line, headers, an empty line, and the body.
    sends: Option<Vec<String>>,
    /// What the call gives, as `Debug` shows it.
    gives: Option<String>,
    /// What comes of the stream that the call gives, as `Debug` shows the list.
    pub items: Option<String>,
    /// What the call fails with.
    fails: Option<String>,
}

/// What a row can say.
const KEYS: [&str; 9] = [
    "call", "send", "receives", "answer", "sends", "gives", "items", "fails", "error",
];

/// An answer as it stands in a row.
#[derive(Default)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Table {
    /// Every table, sorted by name.
    pub fn all() -> Vec<Self> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/wire/tables");
        let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        paths.sort();
        paths.into_iter().map(Self::read).collect()
    }

    fn read(path: PathBuf) -> Self {
        let (mut sources, mut report) = (Sources::default(), Report::default());
        let document = oasmith::load::load_file(&mut sources, &path, &mut report);
        let drawn = render(&report, &sources, Format::Text, false, false);
        let root = document.unwrap_or_else(|| panic!("{drawn}")).root;
        let texts = |key: &str| -> Vec<String> {
            let texts = root.get(key).and_then(Value::as_array);
            let texts = texts.into_iter().flatten();
            texts.map(|text| text.as_str().unwrap().to_owned()).collect()
        };
        let mut rows = Vec::new();
        let holders = ["paths", "webhooks"].map(|key| root.get(key).and_then(Value::as_object));
        for (route, item) in holders.into_iter().flatten().flatten() {
            for (method, operation) in item.as_object().unwrap() {
                let listed = operation.get("x-wire").and_then(Value::as_array);
                let operation = format!("{} {route}", method.to_uppercase());
                rows.extend(listed.into_iter().flatten().map(|row| Row::read(row, &operation)));
            }
        }
        Self {
            name: path.file_stem().unwrap().to_str().unwrap().to_owned(),
            warnings: texts("x-wire-warnings"),
            media_types: texts("x-wire-media-types"),
            rows,
            path,
        }
    }
}

impl Row {
    fn read(row: &Value, operation: &str) -> Self {
        let members = row.as_object().unwrap();
        for key in members.keys() {
            assert!(KEYS.contains(&key.as_str()), "{operation}: a row has no `{key}`");
        }
        let wrong = |key: &str| -> ! { panic!("{operation}: `{key}` is a text") };
        let text = |key: &str| {
            let text = members.get(key)?;
            Some(text.as_str().unwrap_or_else(|| wrong(key)).to_owned())
        };
        // One, or a list.
        let texts = |key: &str| {
            let texts = match members.get(key)? {
                Value::Array(several) => several.as_slice(),
                one => std::slice::from_ref(one),
            };
            let texts = texts
                .iter()
                .map(|text| text.as_str().unwrap_or_else(|| wrong(key)).to_owned());
            Some(texts.collect::<Vec<_>>())
        };
        let answers = texts("answer").unwrap_or_else(|| vec!["204".to_owned()]);
        Self {
            operation: operation.to_owned(),
            call: text("call").unwrap_or_else(|| panic!("{operation}: a row has a `call`")),
            send: text("send").unwrap_or_else(|| "send".to_owned()),
            receives: text("receives"),
            error: text("error"),
            answers: answers.iter().map(|answer| Answer::read(answer)).collect(),
            sends: texts("sends"),
            gives: text("gives"),
            items: text("items"),
            fails: text("fails"),
        }
    }

    /// What is not as it is expected.
    pub fn differences(&self, outcome: &Outcome) -> Vec<String> {
        let mut differences = Vec::new();
        let mut compare = |what: &str, expected: &str, found: &str| {
            if expected != found {
                differences.push(format!("  {what}\n    expected {expected:?}\n    found    {found:?}"));
            }
        };
        for (index, sends) in self.sends.iter().flatten().enumerate() {
            let expected = sends.strip_suffix('\n').unwrap_or(sends);
            compare("sends", expected, &outcome.sent_as(index, expected));
        }
        if let Some(sends) = &self.sends {
            compare("sends", &sends.len().to_string(), &outcome.count().max(1).to_string());
        }
        match (self.gives.as_ref().or(self.items.as_ref()), &self.fails) {
            (_, Some(fails)) => compare("fails", &format!("Err({fails})"), &outcome.result),
            (Some(gives), None) => compare("gives", &format!("Ok({gives})"), &outcome.result),
            (None, None) if outcome.result.starts_with("Ok(") => {}
            (None, None) => compare("gives", "Ok(..)", &outcome.result),
        }
        differences
    }
}

impl Answer {
    fn read(text: &str) -> Self {
        let (head, body) = text.split_once("\n\n").unwrap_or((text, ""));
        let mut lines = head.lines();
        let status = lines.next().unwrap_or_default().trim().parse().unwrap();
        let headers = lines.map(|line| {
            let (name, value) = line.split_once(": ").unwrap();
            (name.to_owned(), value.to_owned())
        });
        Self {
            status,
            headers: headers.collect(),
            body: body.strip_suffix('\n').unwrap_or(body).to_owned(),
        }
    }
}

//! Text becomes code: whatever a text holds, and wherever it stands, the crate has the items that it has with harmless
//! text, and they compile.

mod census;
mod texts;

use oasmith::Code;
use serde_json::{Map, Value};

use crate::support::{outcome, outcome_of_text, read};
use census::{census, words};
use texts::{TEXTS, long};

#[test]
fn no_text_adds_or_hides_an_item() {
    let positions = read("code/positions.yaml");
    // Names leave out words that say nothing new, so a text of one word may take another one's place.
    let expected = ["one", "two words"].map(|harmless| census(&outcome(&with_text(&positions, harmless)).files()));
    let mut wrong = Vec::new();
    for (what, text) in TEXTS.iter().filter(|(_, text)| !text.trim().is_empty()) {
        let found = census(&outcome(&with_text(&positions, text)).files());
        let differences = expected.iter().map(|expected| expected.differences(&found));
        let least = differences.min_by_key(Vec::len).unwrap_or_default();
        if !least.is_empty() {
            wrong.push(format!("{what}: {}", least.join(", ")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn long_text_adds_nothing_but_its_length() {
    let positions = read("code/positions.yaml");
    let expected = census(&outcome(&positions).files());
    let files = outcome(&with_text(&positions, &long())).files();
    assert_eq!(expected.differences(&census(&files)), Vec::<String>::new());
    for path in files.keys() {
        assert!(path.split('/').all(|step| step.len() <= 255), "{path}");
    }
}

/// Where a text decides what is emitted, at least nothing is emitted that is not emitted for some harmless text.
#[test]
fn no_text_emits_what_harmless_text_never_does() {
    let (positions, loose) = (read("code/positions.yaml"), read("code/loose.yaml"));
    let mut known = words(&outcome(&positions).files());
    for harmless in ["text", "query", "string", "application/json", "default", "/x"] {
        let files = outcome(&with_text(&loose, harmless)).files;
        known.extend(files.iter().flat_map(words));
    }
    for (what, text) in TEXTS {
        let files = outcome(&with_text(&loose, text)).files;
        let unknown: Vec<String> = files
            .iter()
            .flat_map(words)
            .filter(|word| !known.contains(word))
            .collect();
        assert!(unknown.is_empty(), "{what}: {unknown:?}");
    }
}

/// The descriptions of every text, for whoever compiles them.
pub(crate) fn descriptions() -> Vec<Value> {
    let positions = read("code/positions.yaml");
    TEXTS.iter().map(|(_, text)| with_text(&positions, text)).collect()
}

/// Half of a surrogate pair is no text (RFC 8259, section 8.2).
#[test]
fn half_a_surrogate_pair_is_refused() {
    for text in [r#"{"openapi": "\ud800"}"#, r#"{"\udc00": 1}"#, r#"["\ud800\u0041"]"#] {
        let outcome = outcome_of_text(text.to_owned());
        assert!(
            outcome.files.is_none() && outcome.has(Code::SYNTAX),
            "{}",
            outcome.drawn()
        );
    }
}

/// The description with a text wherever it has the word TEXT.
fn with_text(node: &Value, text: &str) -> Value {
    match node {
        Value::String(value) if value.starts_with("#/") => {
            let token = text.replace('~', "~0").replace('/', "~1");
            Value::String(value.replace("TEXT", &token))
        }
        Value::String(value) => Value::String(value.replace("TEXT", text)),
        Value::Array(elements) => elements.iter().map(|element| with_text(element, text)).collect(),
        Value::Object(members) => {
            let members = members
                .iter()
                .map(|(key, value)| (key.replace("TEXT", text), with_text(value, text)));
            Value::Object(members.collect::<Map<_, _>>())
        }
        other => other.clone(),
    }
}

//! Whether an example is valid against its own schema, by a validator that knows nothing of oasmith: an example that is
//! not is the description's fault.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use jsonschema::error::ValidationErrorKind;
use jsonschema::{Draft, Retrieve, Uri};
use oasmith::{Report, Sources};
use serde_json::{Map, Value, json};

use super::raw::{At, Raw};

/// Checks the examples of one description.
pub struct Validity {
    files: Files,
}

impl Validity {
    pub fn of(raw: &Raw) -> Self {
        let version = raw.look(&raw.root().child("openapi"), |version| {
            version.as_str().map(str::to_owned)
        });
        let is_3_1 = version
            .flatten()
            .is_some_and(|version| version.starts_with("3.") && !version.starts_with("3.0"));
        let files = Files {
            is_3_1,
            known: Arc::default(),
        };
        Self { files }
    }

    /// Why a value is not valid against the schema at a place; `None` where it is, or where nobody can tell.
    pub fn complaint(&self, schema: &At, value: &Value) -> Option<String> {
        let path = schema.path.canonicalize().ok()?;
        let reference = format!("file://{}#{}", path.display(), encoded(&schema.pointer));
        let validator = jsonschema::options()
            .with_draft(Draft::Draft202012)
            .should_validate_formats(true)
            .with_retriever(self.files.clone())
            .build(&json!({"$ref": reference}))
            .ok()?;
        let error = validator
            .iter_errors(value)
            .find(|error| concerns_a_type(error.kind()))?;
        let place = error.instance_path().to_string();
        let mut message: String = error.to_string().chars().take(160).collect();
        message = message.replace('\n', " ");
        Some(if place.is_empty() {
            message
        } else {
            format!("{place}: {message}")
        })
    }
}

/// Whether a rule is one that types stand for. A text that is too long or no URI is not valid either, but it is not why it
/// could not be read.
fn concerns_a_type(rule: &ValidationErrorKind) -> bool {
    match rule {
        ValidationErrorKind::Format { format } => ["date-time", "date", "uuid"].contains(&format.as_str()),
        ValidationErrorKind::Type { .. }
        | ValidationErrorKind::Required { .. }
        | ValidationErrorKind::Enum { .. }
        | ValidationErrorKind::Constant { .. }
        | ValidationErrorKind::AnyOf { .. }
        | ValidationErrorKind::OneOfNotValid { .. } => true,
        _ => false,
    }
}

/// A pointer as the fragment of a URI (RFC 6901, section 6).
fn encoded(pointer: &str) -> String {
    let mut encoded = String::new();
    for byte in pointer.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/!$&'()*+,;=:@".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

/// The files of a description as documents of JSON Schema 2020-12.
#[derive(Clone)]
struct Files {
    is_3_1: bool,
    known: Arc<Mutex<HashMap<PathBuf, Value>>>,
}

impl Retrieve for Files {
    fn retrieve(&self, uri: &Uri<String>) -> Result<Value, Box<dyn std::error::Error + Send + Sync>> {
        let path = Path::new(uri.path().as_str());
        let mut known = self.known.lock().map_err(|_| "poisoned")?;
        if let Some(document) = known.get(path) {
            return Ok(document.clone());
        }
        let document = oasmith::load::load_file(&mut Sources::default(), path, &mut Report::default());
        let mut root = document.ok_or("cannot be read")?.root;
        if !self.is_3_1 {
            translate(&mut root);
        }
        known.insert(path.to_owned(), root.clone());
        Ok(root)
    }
}

/// Says in the words of 2020-12 what OpenAPI 3.0 and Swagger 2.0 say otherwise. Documents that were loaded are of bounded
/// depth.
fn translate(node: &mut Value) {
    match node {
        Value::Array(elements) => elements.iter_mut().for_each(translate),
        Value::Object(members) => {
            translate_schema(members);
            members.values_mut().for_each(translate);
        }
        _ => {}
    }
}

fn translate_schema(schema: &mut Map<String, Value>) {
    if schema.get("$ref").is_some_and(Value::is_string) {
        schema.retain(|key, _| key == "$ref");
        return;
    }
    for key in ["exclusiveMinimum", "exclusiveMaximum"] {
        if schema.get(key).is_some_and(Value::is_boolean) {
            schema.remove(key);
        }
    }
    let is_nullable = ["nullable", "x-nullable"]
        .iter()
        .any(|key| schema.get(*key) == Some(&json!(true)));
    if !is_nullable {
        return;
    }
    if let Some(name @ Value::String(_)) = schema.get("type").cloned() {
        schema.insert("type".to_owned(), json!([name, "null"]));
    }
    if let Some(Value::Array(values)) = schema.get_mut("enum")
        && !values.contains(&Value::Null)
    {
        values.push(Value::Null);
    }
}

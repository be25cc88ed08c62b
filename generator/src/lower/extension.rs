//! What extensions of other tools ask for; descriptions that carry them are meant to be generated from.

use indexmap::IndexMap;
use serde_json::Value;

/// The extensions of an OpenAPI object, by key.
type Extensions = IndexMap<String, Value>;

/// The name that an operation shall have; Fern's word is stronger than Speakeasy's.
pub(super) fn name(extensions: &Extensions) -> Option<String> {
    text(extensions, "x-fern-sdk-method-name").or_else(|| text(extensions, "x-speakeasy-name-override"))
}

/// The group that an operation shall belong to.
pub(super) fn group(extensions: &Extensions) -> Option<String> {
    let parts = match extensions.get("x-fern-sdk-group-name") {
        Some(Value::Array(parts)) => Some(parts.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("_")),
        _ => text(extensions, "x-fern-sdk-group-name"),
    };
    parts.or_else(|| text(extensions, "x-speakeasy-group"))
}

/// The texts that stand beside the values of an enumeration: `x-enum-varnames`, `x-enum-descriptions`.
pub(super) fn texts(extensions: &Extensions, key: &str) -> Vec<Option<String>> {
    let elements = extensions.get(key).and_then(Value::as_array);
    elements
        .into_iter()
        .flatten()
        .map(|element| element.as_str().map(str::to_owned))
        .collect()
}

fn text(extensions: &Extensions, key: &str) -> Option<String> {
    extensions
        .get(key)?
        .as_str()
        .filter(|text| !text.trim().is_empty())
        .map(str::to_owned)
}

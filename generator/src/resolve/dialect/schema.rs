//! Schemas of JSON Schema 2020-12 in the words of OpenAPI 3.0.
//!
//! What 3.0 has no word for travels under private keys, such as [`TYPES`]. Descriptions that call themselves 3.0 often use
//! these keywords as well, and mean the same by them.

use serde_json::{Map, Value, json};

use super::Dialect;

/// The private key for a `type` that lists several: an array of their names.
pub(crate) const TYPES: &str = "x-oasmith-types";

/// The private key for `prefixItems`: an array of references.
pub(crate) const PREFIX_ITEMS: &str = "x-oasmith-prefix-items";

/// The private key for `patternProperties` of several patterns, or beside `additionalProperties`: an array of references.
pub(crate) const PATTERNS: &str = "x-oasmith-patterns";

/// The private key for `xml`.
pub(crate) const XML: &str = "x-oasmith-xml";

/// The private key for a reference whose target depends on who refers to the schema: its keyword.
pub(crate) const DYNAMIC: &str = "x-oasmith-dynamic";

/// Keywords beside `$ref` that add nothing to what it refers to.
const SILENT: &[&str] = &["$ref", "$comment", "$id", "$anchor", "$schema", "$defs"];

/// Whether a reference is only a part of what a schema says. In OpenAPI 3.0 it never is (section 4.7.23), and in Swagger 2.0
/// only where an extension makes it nullable.
pub(crate) fn has_siblings(dialect: Dialect, members: &Map<String, Value>) -> bool {
    match dialect {
        Dialect::V2_0 => members.get("x-nullable").is_some_and(|nullable| nullable == true),
        Dialect::V3_0 => false,
        Dialect::V3_1 => members
            .keys()
            .any(|key| !SILENT.contains(&key.as_str()) && !key.starts_with("x-")),
    }
}

/// Says the schema in the words of OpenAPI 3.0. Its children are references already.
pub(crate) fn normalize(members: &mut Map<String, Value>) {
    if members.iter().all(|(key, value)| is_normal(key, value)) {
        return;
    }
    reference(members);
    dynamic_reference(members);
    types(members);
    constant(members);
    example(members);
    content_encoding(members);
    bound(members, "minimum", "exclusiveMinimum", |limit, excluded| {
        limit > excluded
    });
    bound(members, "maximum", "exclusiveMaximum", |limit, excluded| {
        limit < excluded
    });
    items(members);
    pattern_properties(members);
    unevaluated_properties(members);
}

/// Whether OpenAPI 3.0 has this keyword with this value, so that there is nothing to do, as in most schemas. Whatever one of
/// the functions below looks for is not.
fn is_normal(key: &str, value: &Value) -> bool {
    match key {
        "type" => value.as_str().is_some_and(|name| name != "null"),
        "items" => value.is_object(),
        "exclusiveMinimum" | "exclusiveMaximum" => value.is_boolean(),
        "$ref"
        | "$dynamicRef"
        | "$recursiveRef"
        | "const"
        | "examples"
        | "contentEncoding"
        | "contentMediaType"
        | "prefixItems"
        | "patternProperties"
        | "unevaluatedProperties" => false,
        _ => true,
    }
}

/// A reference with siblings holds together with them, as a part of `allOf` does.
fn reference(members: &mut Map<String, Value>) {
    if let Some(reference) = members.shift_remove("$ref") {
        let mut parts = vec![json!({ "$ref": reference })];
        if let Some(Value::Array(others)) = members.shift_remove("allOf") {
            parts.extend(others);
        }
        members.insert("allOf".to_owned(), Value::Array(parts));
    }
}

/// `$dynamicRef` (JSON Schema 2020-12, section 8.2.3.2), which draft 2019-09 calls `$recursiveRef`.
fn dynamic_reference(members: &mut Map<String, Value>) {
    for keyword in ["$dynamicRef", "$recursiveRef"] {
        if members.shift_remove(keyword).is_some() {
            members.insert(DYNAMIC.to_owned(), json!(keyword));
        }
    }
}

/// `type: [string, "null"]` is a nullable string; several other types are alternatives.
fn types(members: &mut Map<String, Value>) {
    let names = match members.get("type") {
        Some(Value::Array(names)) => names.clone(),
        Some(Value::String(name)) if name == "null" => vec![json!("null")],
        _ => return,
    };
    members.shift_remove("type");
    let (nulls, mut others): (Vec<Value>, Vec<Value>) = names.into_iter().partition(|name| name == "null");
    if others.is_empty() {
        members.insert("enum".to_owned(), json!([null]));
    } else if others.len() == 1 {
        members.insert("type".to_owned(), others.remove(0));
    } else {
        members.insert(TYPES.to_owned(), Value::Array(others));
    }
    if !nulls.is_empty() {
        members.insert("nullable".to_owned(), json!(true));
    }
}

/// A constant is an enumeration of one value.
fn constant(members: &mut Map<String, Value>) {
    if let Some(value) = members.shift_remove("const") {
        members.insert("enum".to_owned(), json!([value]));
    }
}

/// Of several examples the first one is shown.
fn example(members: &mut Map<String, Value>) {
    if let Some(Value::Array(examples)) = members.shift_remove("examples")
        && let Some(first) = examples.into_iter().next()
    {
        members.entry("example").or_insert(first);
    }
}

/// `contentEncoding: base64` is what 3.0 calls `format: byte`; a media type without an encoding, if it is none of text, is
/// what 3.0 calls `format: binary` (OpenAPI 3.1.1, section 4.8.14.3).
fn content_encoding(members: &mut Map<String, Value>) {
    let text = |key: &str| members.get(key).and_then(Value::as_str);
    let format = match (text("contentEncoding"), text("contentMediaType")) {
        (Some("base64"), _) => "byte",
        (None, Some(media_type)) if !is_text(media_type) => {
            members.shift_remove("contentMediaType");
            "binary"
        }
        _ => return,
    };
    members.entry("format").or_insert(json!(format));
}

/// Whether what a media type stands for can be held by a string as it is.
fn is_text(media_type: &str) -> bool {
    let media_type = media_type.to_ascii_lowercase();
    ["text/", "json", "xml", "yaml", "javascript", "sql", "form"]
        .iter()
        .any(|word| media_type.contains(word))
}

/// A bound that is excluded is a number of its own; 3.0 says of the other bound that it is excluded. Of both, the tighter one
/// holds.
fn bound(members: &mut Map<String, Value>, key: &str, exclusive: &str, is_tighter: fn(f64, f64) -> bool) {
    let Some(excluded) = members.get(exclusive).filter(|bound| bound.is_number()).cloned() else {
        return;
    };
    let limit = members.get(key).and_then(Value::as_f64);
    let is_needless = limit
        .zip(excluded.as_f64())
        .is_some_and(|(limit, excluded)| is_tighter(limit, excluded));
    if is_needless {
        members.shift_remove(exclusive);
    } else {
        members.insert(key.to_owned(), excluded);
        members.insert(exclusive.to_owned(), Value::Bool(true));
    }
}

/// `prefixItems`, which drafts before 2020-12 wrote as an array under `items`. Whether more elements may follow makes no
/// difference to a reader: `items: false` goes without saying, and `items: true` as well.
fn items(members: &mut Map<String, Value>) {
    let older = members.get("items").is_some_and(Value::is_array);
    let key = if older { "items" } else { "prefixItems" };
    if let Some(elements @ Value::Array(_)) = members.shift_remove(key) {
        members.insert(PREFIX_ITEMS.to_owned(), elements);
    }
    if let Some(Value::Bool(_)) = members.get("items") {
        members.shift_remove("items");
        members.entry("type").or_insert(json!("array"));
    }
}

/// A client does not check keys, so keys of a pattern are additional properties.
fn pattern_properties(members: &mut Map<String, Value>) {
    let Some(Value::Object(patterns)) = members.shift_remove("patternProperties") else {
        return;
    };
    let mut values: Vec<Value> = patterns.into_iter().map(|(_, values)| values).collect();
    let is_open = members.get("additionalProperties").is_none_or(Value::is_boolean);
    if values.len() == 1 && is_open {
        members.insert("additionalProperties".to_owned(), values.remove(0));
    } else if !values.is_empty() {
        if is_open {
            members.shift_remove("additionalProperties");
        }
        members.insert(PATTERNS.to_owned(), Value::Array(values));
    }
}

/// Properties that no part of the whole names are what additional properties are of the joined schema.
fn unevaluated_properties(members: &mut Map<String, Value>) {
    if members
        .get("unevaluatedProperties")
        .is_some_and(|values| *values != Value::Bool(false))
        && let Some(values) = members.shift_remove("unevaluatedProperties")
    {
        members.entry("additionalProperties").or_insert(values);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn newer_keywords_are_said_in_older_words() {
        for (newer, older) in [
            (
                json!({"type": ["string", "null"]}),
                json!({"type": "string", "nullable": true}),
            ),
            (json!({"type": "null"}), json!({"enum": [null], "nullable": true})),
            (
                json!({"type": ["string", "integer"]}),
                json!({TYPES: ["string", "integer"]}),
            ),
            (json!({"const": 1}), json!({"enum": [1]})),
            (json!({"examples": ["a", "b"]}), json!({"example": "a"})),
            (
                json!({"minimum": 1, "exclusiveMinimum": 1}),
                json!({"minimum": 1, "exclusiveMinimum": true}),
            ),
            (json!({"maximum": 1, "exclusiveMaximum": 2}), json!({"maximum": 1})),
            (
                json!({"contentEncoding": "base64"}),
                json!({"contentEncoding": "base64", "format": "byte"}),
            ),
            (
                json!({"patternProperties": {"^a": {"$ref": "1"}}}),
                json!({"additionalProperties": {"$ref": "1"}}),
            ),
            (
                json!({"prefixItems": [{"$ref": "1"}], "items": false}),
                json!({PREFIX_ITEMS: [{"$ref": "1"}], "type": "array"}),
            ),
            (
                json!({"type": "array", "items": [{"$ref": "1"}]}),
                json!({"type": "array", PREFIX_ITEMS: [{"$ref": "1"}]}),
            ),
            (
                json!({"patternProperties": {"^a": {"$ref": "1"}, "^b": {"$ref": "2"}}}),
                json!({PATTERNS: [{"$ref": "1"}, {"$ref": "2"}]}),
            ),
            (
                json!({"$ref": "1", "title": "A"}),
                json!({"title": "A", "allOf": [{"$ref": "1"}]}),
            ),
        ] {
            let mut members = newer.as_object().cloned().unwrap_or_default();
            assert!(!members.iter().all(|(key, value)| is_normal(key, value)), "{newer}");
            normalize(&mut members);
            assert_eq!(Value::Object(members), older, "{newer}");
        }
    }
}

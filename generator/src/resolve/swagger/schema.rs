//! Schemas, and what stands for one: a parameter, and the fields of a form.

use serde_json::{Map, Value, json};

use crate::resolve::{Description, reference_to};
use crate::source::Place;

/// What a parameter says beside the type of its values.
const OF_PARAMETERS: &[&str] = &["name", "in", "collectionFormat", "allowEmptyValue"];

/// Says a schema, or a parameter as the schema of its values, in the words of 3.0.
pub(in crate::resolve) fn schema(members: &mut Map<String, Value>) {
    super::extensions(members);
    if members.contains_key("$ref") {
        members.retain(|key, _| ["$ref", "nullable", "title", "description"].contains(&key.as_str()));
    }
    if members.get("required").is_some_and(Value::is_boolean) && members.contains_key("in") {
        members.shift_remove("required");
    }
    members.retain(|key, _| !OF_PARAMETERS.contains(&key.as_str()));
    if members.get("type").is_some_and(|ty| ty == "file") {
        members.insert("type".to_owned(), json!("string"));
        members.insert("format".to_owned(), json!("binary"));
    }
    if let Some(Value::String(property)) = members.get("discriminator") {
        let discriminator = json!({ "propertyName": property });
        members.insert("discriminator".to_owned(), discriminator);
    }
}

/// The fields of a form, that is of the parameters at a place, as an object.
pub(in crate::resolve) fn form(description: &Description<'_>, parameters: &Place) -> Map<String, Value> {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for field in description.form_fields(parameters) {
        let Some(name) = description.text(&field, "name") else {
            continue;
        };
        properties.insert(name.to_owned(), json!({ "$ref": reference_to(&field) }));
        if description.is_required(&field) {
            required.push(name.to_owned());
        }
    }
    let members = [
        ("type", json!("object")),
        ("properties", Value::Object(properties)),
        ("required", json!(required)),
    ];
    members
        .into_iter()
        .map(|(key, value)| (key.to_owned(), value))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn older_keywords_are_said_in_newer_words() {
        for (older, newer) in [
            (json!({"type": "file"}), json!({"type": "string", "format": "binary"})),
            (
                json!({"type": "string", "x-nullable": true}),
                json!({"type": "string", "nullable": true}),
            ),
            (json!({"example": 1, "x-example": 2}), json!({"example": 1})),
            (
                json!({"discriminator": "kind"}),
                json!({"discriminator": {"propertyName": "kind"}}),
            ),
            (
                json!({"$ref": "1", "x-nullable": true, "type": "object"}),
                json!({"$ref": "1", "nullable": true}),
            ),
            (
                json!({"name": "a", "in": "query", "required": true, "type": "string"}),
                json!({"type": "string"}),
            ),
            (json!({"required": ["a"]}), json!({"required": ["a"]})),
        ] {
            let mut members = older.as_object().cloned().unwrap_or_default();
            schema(&mut members);
            assert_eq!(Value::Object(members), newer, "{older}");
        }
    }
}

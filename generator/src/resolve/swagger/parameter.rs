//! Parameters that are no body (OpenAPI 2.0, "Parameter Object").

use serde_json::{Map, Value, json};

use crate::resolve::STYLE;

/// What a parameter of 3.0 says as well, in the same words.
const SHARED: &[&str] = &[
    "name",
    "in",
    "description",
    "required",
    "example",
    "deprecated",
    "allowEmptyValue",
];

/// The parameter in the words of 3.0, with a reference to its schema; the error says why there are none.
pub(in crate::resolve) fn parameter(
    mut members: Map<String, Value>,
    schema: Value,
) -> Result<Map<String, Value>, String> {
    super::extensions(&mut members);
    if members.get("type").is_some_and(|ty| ty == "array") {
        let text = |key: &str| members.get(key).and_then(Value::as_str);
        let (style, explode) = list_style(text("in"), text("collectionFormat"))?;
        members.insert(STYLE.to_owned(), json!(style));
        members.insert("explode".to_owned(), json!(explode));
    }
    let is_kept = |key: &str| SHARED.contains(&key) || key.starts_with("x-") || key == "explode";
    members.retain(|key, _| is_kept(key));
    members.insert("schema".to_owned(), schema);
    Ok(members)
}

/// How a list is written; commas are the default.
pub(super) fn list_style(location: Option<&str>, format: Option<&str>) -> Result<(&'static str, bool), String> {
    let is_query = location == Some("query");
    match format.unwrap_or("csv") {
        "csv" if is_query => Ok(("form", false)),
        "multi" if is_query => Ok(("form", true)),
        "ssv" => Ok(("spaceDelimited", false)),
        "tsv" => Ok(("tabDelimited", false)),
        "pipes" => Ok(("pipeDelimited", false)),
        // Several fields of one name are in a header the same as one with commas (RFC 9110, section 5.3), and nowhere else
        // does `multi` mean anything.
        "csv" | "multi" => Ok(("simple", false)),
        other => Err(format!("no list can be written as `{other}` here")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parameter_says_its_type_by_its_schema() {
        for (older, newer) in [
            (
                json!({"name": "a", "in": "query", "type": "integer", "format": "int32", "x-example": 1}),
                json!({"name": "a", "in": "query", "example": 1, "schema": "S"}),
            ),
            (
                json!({"name": "a", "in": "path", "required": true, "type": "array", "items": {}}),
                json!({"name": "a", "in": "path", "required": true, "x-oasmith-style": "simple", "explode": false, "schema": "S"}),
            ),
        ] {
            let members = older.as_object().cloned().unwrap_or_default();
            assert_eq!(parameter(members, json!("S")).map(Value::Object), Ok(newer), "{older}");
        }
    }

    #[test]
    fn a_collection_format_is_a_style() {
        assert_eq!(list_style(Some("query"), None), Ok(("form", false)));
        assert_eq!(list_style(Some("query"), Some("multi")), Ok(("form", true)));
        assert_eq!(list_style(Some("query"), Some("ssv")), Ok(("spaceDelimited", false)));
        assert_eq!(list_style(Some("query"), Some("pipes")), Ok(("pipeDelimited", false)));
        assert_eq!(list_style(Some("header"), None), Ok(("simple", false)));
        assert_eq!(list_style(Some("header"), Some("multi")), Ok(("simple", false)));
        assert_eq!(list_style(Some("query"), Some("tsv")), Ok(("tabDelimited", false)));
        assert_eq!(list_style(Some("path"), Some("pipes")), Ok(("pipeDelimited", false)));
        assert!(list_style(Some("query"), Some("semicolons")).is_err());
    }
}

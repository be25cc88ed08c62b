//! Security schemes (OpenAPI 2.0, "Security Scheme Object").

use serde_json::{Map, Value, json};

/// The names of the flows, which say for themselves what each of them is in 3.0.
const FLOWS: &[(&str, &str)] = &[
    ("implicit", "implicit"),
    ("password", "password"),
    ("application", "clientCredentials"),
    ("accessCode", "authorizationCode"),
];

/// Says a security scheme in the words of 3.0; API keys are said in the same.
pub(in crate::resolve) fn security_scheme(members: &mut Map<String, Value>) {
    match members.get("type").and_then(Value::as_str) {
        Some("basic") => {
            members.insert("type".to_owned(), json!("http"));
            members.insert("scheme".to_owned(), json!("basic"));
        }
        Some("oauth2") => {
            let flows = flows(members);
            members.insert("flows".to_owned(), flows);
        }
        _ => {}
    }
}

/// The one flow, with what 3.0 requires of it put where it is missing.
fn flows(members: &mut Map<String, Value>) -> Value {
    let flow = members.shift_remove("flow");
    let Some((_, name)) = FLOWS
        .iter()
        .find(|(older, _)| flow.as_ref().is_some_and(|flow| flow == older))
    else {
        return json!({});
    };
    let mut take = |key: &str, missing: Value| members.shift_remove(key).unwrap_or(missing);
    let flow = json!({
        "authorizationUrl": take("authorizationUrl", json!("")),
        "tokenUrl": take("tokenUrl", json!("")),
        "scopes": take("scopes", json!({})),
    });
    json!({ *name: flow })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn older_schemes_are_said_in_newer_words() {
        for (older, newer) in [
            (json!({"type": "basic"}), json!({"type": "http", "scheme": "basic"})),
            (
                json!({"type": "apiKey", "in": "header", "name": "X-Key"}),
                json!({"type": "apiKey", "in": "header", "name": "X-Key"}),
            ),
            (
                json!({"type": "oauth2", "flow": "application", "tokenUrl": "https://a.example"}),
                json!({"type": "oauth2", "flows": {"clientCredentials":
                    {"authorizationUrl": "", "tokenUrl": "https://a.example", "scopes": {}}}}),
            ),
            (json!({"type": "oauth2"}), json!({"type": "oauth2", "flows": {}})),
        ] {
            let mut members = older.as_object().cloned().unwrap_or_default();
            security_scheme(&mut members);
            assert_eq!(Value::Object(members), newer, "{older}");
        }
    }
}

//! The three shapes that styles distinguish.

use crate::runtime::Tree;

/// A parameter value, as styles see it.
pub(super) enum Shape {
    Text(String),
    List(Vec<String>),
    Members(Vec<(String, String)>),
}

impl Shape {
    pub(super) fn of(value: &Tree<'_>) -> Self {
        match value {
            Tree::Array(elements) => Self::List(
                elements
                    .iter()
                    .filter(|element| is_defined(element))
                    .map(text)
                    .collect(),
            ),
            Tree::Object(members) => {
                let members = members.iter().filter(|(_, value)| is_defined(value));
                Self::Members(members.map(|(name, value)| (name.to_string(), text(value))).collect())
            }
            value => Self::Text(text(value)),
        }
    }
}

/// Whether a value is a list or an object with nothing in it.
pub(in crate::runtime) fn is_empty(value: &Tree<'_>) -> bool {
    match value {
        Tree::Array(elements) => !elements.iter().any(is_defined),
        Tree::Object(members) => !members.iter().any(|(_, value)| is_defined(value)),
        _ => false,
    }
}

pub(super) fn is_defined(value: &Tree<'_>) -> bool {
    !matches!(value, Tree::Null)
}

/// A string as it is, everything else as JSON text.
pub(super) fn text(value: &Tree<'_>) -> String {
    match value {
        Tree::String(text) => text.to_string(),
        value => json_text(value),
    }
}

/// The members of objects keep their order.
pub(super) fn json_text(value: &Tree<'_>) -> String {
    match value {
        Tree::Array(elements) => {
            let elements: Vec<String> = elements.iter().map(json_text).collect();
            format!("[{}]", elements.join(","))
        }
        Tree::Object(members) => {
            let member = |name: &str, value| format!("{}:{}", serde_json::Value::from(name), json_text(value));
            let members: Vec<String> = members.iter().map(|(name, value)| member(name, value)).collect();
            format!("{{{}}}", members.join(","))
        }
        value => value.to_json().to_string(),
    }
}

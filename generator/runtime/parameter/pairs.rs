//! Styles whose text is one or more `name=value` pairs: in a query, a cookie or a form.

use super::inline::{escaped, flat};
use super::shape::{Shape, is_defined, json_text, text};
use super::{Escape, Style};
use crate::runtime::Tree;

/// The pairs of a parameter, encoded. None at all for an empty list or object, which RFC 6570 section 2.3 counts as
/// undefined. A style that has no meaning in a query counts as [`Style::FormExplode`].
#[must_use]
pub fn pairs(name: &str, style: Style, value: &Tree<'_>, escape: Escape) -> Vec<String> {
    match style {
        Style::Json => vec![pair(name, &json_text(value), escape)],
        Style::Form => delimited(name, ",", value, escape),
        Style::SpaceDelimited => delimited(name, "%20", value, escape),
        Style::PipeDelimited => delimited(name, "%7C", value, escape),
        Style::DeepObject => deep(name, value, escape),
        _ => exploded(name, value, escape),
    }
}

fn delimited(name: &str, delimiter: &str, value: &Tree<'_>, escape: Escape) -> Vec<String> {
    let items = flat(Shape::of(value));
    if items.is_empty() {
        return Vec::new();
    }
    vec![format!(
        "{}={}",
        escape_name(name),
        escaped(&items, escape).join(delimiter)
    )]
}

fn exploded(name: &str, value: &Tree<'_>, escape: Escape) -> Vec<String> {
    match Shape::of(value) {
        Shape::Text(text) => vec![pair(name, &text, escape)],
        Shape::List(items) => items.iter().map(|item| pair(name, item, escape)).collect(),
        Shape::Members(members) => members.iter().map(|(key, value)| pair(key, value, escape)).collect(),
    }
}

fn deep(name: &str, value: &Tree<'_>, escape: Escape) -> Vec<String> {
    match value {
        Tree::Object(members) => {
            let members = members.iter().filter(|(_, value)| is_defined(value));
            members
                .flat_map(|(key, value)| deep(&format!("{name}[{key}]"), value, escape))
                .collect()
        }
        Tree::Array(elements) => {
            let elements = elements.iter().filter(|element| is_defined(element)).enumerate();
            elements
                .flat_map(|(index, element)| deep(&format!("{name}[{index}]"), element, escape))
                .collect()
        }
        value => vec![pair(name, &text(value), escape)],
    }
}

fn pair(name: &str, value: &str, escape: Escape) -> String {
    format!("{}={}", escape_name(name), escape.apply(value))
}

/// `allowReserved` speaks of values only.
fn escape_name(name: &str) -> String {
    Escape::Reserved.apply(name)
}

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
        Style::Text => vec![pair(name, &text(value), escape)],
        Style::UrlEncoded => vec![pair(name, &form_text(value), escape)],
        Style::CookieJoined => delimited(name, ",", value, Escape::Nothing),
        Style::Cookie => exploded(name, value, Escape::Nothing),
        Style::Form => delimited(name, ",", value, escape),
        Style::SpaceDelimited => delimited(name, "%20", value, escape),
        Style::PipeDelimited => delimited(name, "%7C", value, escape),
        Style::TabDelimited => delimited(name, "%09", value, escape),
        Style::DeepObject => deep(name, value, escape),
        _ => exploded(name, value, escape),
    }
}

/// A whole query string that is one value: `in: querystring` (OAS 3.2.0, section "Parameter Locations").
#[must_use]
pub fn query_string(style: Style, value: &Tree<'_>) -> Vec<String> {
    match style {
        Style::UrlEncoded => form(value),
        Style::Json => vec![Escape::Reserved.apply(&json_text(value))],
        _ => vec![Escape::Reserved.apply(&text(value))],
    }
}

/// The members of an object as those of a form: a list repeats its name, an object travels as JSON text.
pub(super) fn form_text(value: &Tree<'_>) -> String {
    form(value).join("&")
}

fn form(value: &Tree<'_>) -> Vec<String> {
    let Tree::Object(members) = value else {
        return exploded("", value, Escape::Reserved);
    };
    let members = members.iter().filter(|(_, value)| is_defined(value));
    members
        .flat_map(|(name, value)| match value {
            Tree::Object(_) => vec![pair(name, &json_text(value), Escape::Reserved)],
            value => exploded(name, value, Escape::Reserved),
        })
        .collect()
}

fn delimited(name: &str, delimiter: &str, value: &Tree<'_>, escape: Escape) -> Vec<String> {
    let items = flat(Shape::of(value));
    if items.is_empty() {
        return Vec::new();
    }
    vec![format!(
        "{}={}",
        escape_name(name, escape),
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
    format!("{}={}", escape_name(name, escape), escape.apply(value))
}

/// `allowReserved` speaks of values only.
fn escape_name(name: &str, escape: Escape) -> String {
    match escape {
        Escape::Nothing => name.to_owned(),
        _ => Escape::Reserved.apply(name),
    }
}

//! Styles whose text stands in a path or is the value of a header.

use super::pairs::form_text;
use super::shape::{Shape, is_empty, json_text, text};
use super::{Escape, Style};
use crate::runtime::Tree;

/// The text of a parameter in a path or a header. A style that has no meaning there counts as [`Style::Simple`].
#[must_use]
pub fn inline(name: &str, style: Style, value: &Tree<'_>, escape: Escape) -> String {
    let shape = match style {
        Style::Json => Shape::Text(json_text(value)),
        Style::Text => Shape::Text(text(value)),
        Style::UrlEncoded => Shape::Text(form_text(value)),
        _ if is_empty(value) => return String::new(),
        _ => Shape::of(value),
    };
    let list = |items: Vec<String>, separator: &str| escaped(&items, escape).join(separator);
    let members = |members: Vec<(String, String)>| -> Vec<String> {
        members
            .iter()
            .map(|(key, value)| format!("{}={}", escape.apply(key), escape.apply(value)))
            .collect()
    };
    match (style, shape) {
        (Style::Label | Style::LabelExplode, Shape::Text(text)) => format!(".{}", escape.apply(&text)),
        (Style::Label, shape) => format!(".{}", list(flat(shape), ",")),
        (Style::LabelExplode, Shape::List(items)) => format!(".{}", list(items, ".")),
        (Style::LabelExplode, Shape::Members(pairs)) => format!(".{}", members(pairs).join(".")),

        (Style::Matrix, shape) => matrix(name, &list(flat(shape), ","), escape),
        (Style::MatrixExplode, Shape::Members(pairs)) => members(pairs).iter().flat_map(|pair| [";", pair]).collect(),
        (Style::MatrixExplode, shape) => flat(shape)
            .iter()
            .map(|item| matrix(name, &escape.apply(item), escape))
            .collect(),

        (Style::SimpleExplode, Shape::Members(pairs)) => members(pairs).join(","),
        (Style::SpaceDelimited, shape) => list(flat(shape), &escape.apply(" ")),
        (Style::PipeDelimited, shape) => list(flat(shape), &escape.apply("|")),
        (Style::TabDelimited, shape) => list(flat(shape), &escape.apply("\t")),
        (_, shape) => list(flat(shape), ","),
    }
}

/// `;name=value`, and `;name` for an empty value.
fn matrix(name: &str, encoded: &str, escape: Escape) -> String {
    let name = escape.apply(name);
    if encoded.is_empty() {
        format!(";{name}")
    } else {
        format!(";{name}={encoded}")
    }
}

/// Names and values of members as one list.
pub(super) fn flat(shape: Shape) -> Vec<String> {
    match shape {
        Shape::Text(text) => vec![text],
        Shape::List(items) => items,
        Shape::Members(members) => members.into_iter().flat_map(|(name, value)| [name, value]).collect(),
    }
}

pub(super) fn escaped(items: &[String], escape: Escape) -> Vec<String> {
    items.iter().map(|item| escape.apply(item)).collect()
}

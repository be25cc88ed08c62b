//! Attributes, each on a line of its own; docs as comments.

use proc_macro2::{Delimiter, Literal};

use super::width::{begin, column, limit};
use crate::format::line::push_line;
use crate::format::tree::Tree;

/// The attributes before an item.
pub(in crate::format) fn outer(text: &mut String, attributes: &[Tree], indent: usize) -> Option<()> {
    for attribute in attributes.chunks_exact(2) {
        let inner = attribute[1].group(Delimiter::Bracket)?;
        begin(text, indent);
        match doc(inner) {
            Some(doc) if doc.contains('\n') || doc.starts_with('/') => return None,
            Some(doc) => {
                text.push_str("///");
                text.push_str(doc.trim_end_matches(' '));
            }
            None => push_attribute(text, "#", inner, indent)?,
        }
        text.push('\n');
    }
    Some(())
}

/// The attributes of a file.
pub(in crate::format) fn inner(text: &mut String, attributes: &[Tree]) -> Option<()> {
    for attribute in attributes.chunks_exact(3) {
        let inner = attribute[2].group(Delimiter::Bracket)?;
        match doc(inner) {
            Some(doc) if doc.contains('\n') => return None,
            Some(doc) => {
                text.push_str("//!");
                text.push_str(doc.trim_end_matches(' '));
            }
            None => push_attribute(text, "#!", inner, 0)?,
        }
        text.push('\n');
    }
    Some(())
}

/// An attribute of names and literals that fits on its line.
fn push_attribute(text: &mut String, sign: &str, inner: &[Tree], indent: usize) -> Option<()> {
    let is_known = match inner {
        [Tree::Ident(_)] => true,
        [Tree::Ident(_), equal, Tree::Literal(_)] => equal.is_sign('='),
        [Tree::Ident(_), Tree::Group(Delimiter::Parenthesis, list)] => {
            list.split(|tree| tree.is_sign(',')).all(is_entry)
        }
        _ => false,
    };
    if !is_known {
        return None;
    }
    text.push_str(sign);
    text.push('[');
    push_line(text, inner);
    text.push(']');
    (column(text) <= limit(indent)).then_some(())
}

fn is_entry(entry: &[Tree]) -> bool {
    match entry {
        [Tree::Ident(_)] => true,
        [Tree::Ident(_), equal, Tree::Literal(_)] => equal.is_sign('='),
        _ => false,
    }
}

/// The text of `doc = "text"`.
fn doc(inner: &[Tree]) -> Option<String> {
    match inner {
        [name, equal, Tree::Literal(literal)] if name.is("doc") && equal.is_sign('=') => value(literal),
        _ => None,
    }
}

/// The text that a literal stands for.
fn value(literal: &Literal) -> Option<String> {
    let written = literal.to_string();
    let quoted = |text: &str| text.strip_suffix('"').map(str::to_owned);
    let plain = match written.strip_prefix("r\"") {
        Some(raw) => quoted(raw),
        None => written
            .strip_prefix('"')
            .filter(|text| !text.contains(['\\', '\n']))
            .and_then(quoted),
    };
    match plain {
        Some(text) => Some(text),
        None => match syn::Lit::new(literal.clone()) {
            syn::Lit::Str(text) => Some(text.value()),
            _ => None,
        },
    }
}

//! Structs and enums.

use proc_macro2::Delimiter;

use super::attributes::outer;
use super::flat::{is_type, push_type, split};
use super::width::{INDENT, begin, column, limit};
use crate::format::items::{after_visibility, attributes_end};
use crate::format::line::push_line;
use crate::format::tree::Tree;

/// `pub struct Pet { pub id: i64 }`, `pub struct ListRequest(runtime::Call);`
pub(super) fn push_struct(text: &mut String, body: &[Tree]) -> Option<()> {
    match body {
        [head @ .., Tree::Group(Delimiter::Brace, fields)] => {
            push_head(text, head)?;
            push_braces(text, fields, push_field)
        }
        [head @ .., Tree::Group(Delimiter::Parenthesis, fields), end] if end.is_sign(';') => {
            push_head(text, head)?;
            push_tuple(text, fields, 0, 1)?;
            text.push_str(";\n");
            Some(())
        }
        _ => None,
    }
}

/// `pub enum Kind { Cat, Dog(Dog) }`
pub(super) fn push_enum(text: &mut String, body: &[Tree]) -> Option<()> {
    let [head @ .., Tree::Group(Delimiter::Brace, variants)] = body else {
        return None;
    };
    push_head(text, head)?;
    push_braces(text, variants, push_variant)
}

/// `pub struct Pet`, without parameters.
fn push_head(text: &mut String, head: &[Tree]) -> Option<()> {
    let is_known = matches!(after_visibility(head), [_, Tree::Ident(_)]);
    push_line(text, head);
    (is_known && column(text) < limit(0)).then_some(())
}

/// The fields or variants, each on its line.
fn push_braces(text: &mut String, inner: &[Tree], push: fn(&mut String, &[Tree]) -> Option<()>) -> Option<()> {
    if inner.is_empty() {
        text.push_str(" {}\n");
        return Some(());
    }
    text.push_str(" {\n");
    for entry in split(inner).filter(|entry| !entry.is_empty()) {
        let (attributes, entry) = entry.split_at(attributes_end(entry));
        outer(text, attributes, INDENT)?;
        begin(text, INDENT);
        push(text, entry)?;
        text.push_str(",\n");
    }
    text.push_str("}\n");
    Some(())
}

fn push_field(text: &mut String, field: &[Tree]) -> Option<()> {
    let named = after_visibility(field);
    let [Tree::Ident(_), colon, ty @ ..] = named else {
        return None;
    };
    let (head, _) = field.split_at(field.len() - ty.len());
    if !colon.is_sign(':') || !is_type(ty) {
        return None;
    }
    push_line(text, head);
    text.push(' ');
    push_type(text, ty, INDENT, 1)
}

fn push_variant(text: &mut String, variant: &[Tree]) -> Option<()> {
    match variant {
        [Tree::Ident(_)] => push_line(text, variant),
        [Tree::Ident(_), Tree::Group(Delimiter::Parenthesis, fields)] => {
            push_line(text, &variant[..1]);
            push_tuple(text, fields, INDENT, 1)?;
        }
        _ => return None,
    }
    Some(())
}

/// The one unnamed field of a struct or a variant, which `after` bytes follow.
fn push_tuple(text: &mut String, fields: &[Tree], indent: usize, after: usize) -> Option<()> {
    let ty = after_visibility(fields);
    if split(fields).count() != 1 || ty.len() != fields.len() || !is_type(ty) {
        return None;
    }
    let begin_of_tuple = text.len();
    text.push('(');
    push_line(text, ty);
    text.push(')');
    if column(text) + after <= limit(indent) {
        return Some(());
    }
    text.truncate(begin_of_tuple);
    text.push_str("(\n");
    begin(text, indent + INDENT);
    push_type(text, ty, indent + INDENT, 0)?;
    text.push_str(",\n");
    begin(text, indent);
    text.push(')');
    Some(())
}

//! Items of one line: modules, what is used of them, and other names for types.

use proc_macro2::Delimiter;

use super::flat::{is_type, push_type, split};
use super::width::{column, limit};
use crate::format::items::after_visibility;
use crate::format::line::push_line;
use crate::format::spacing::Line;
use crate::format::tree::Tree;

/// `pub mod pets;`
pub(super) fn push_module(text: &mut String, body: &[Tree]) -> Option<Line> {
    let [head @ .., end] = body else { return None };
    let [_, Tree::Ident(name)] = after_visibility(head) else {
        return None;
    };
    push_line(text, head);
    text.push_str(if end.is_sign(';') { ";\n" } else { return None });
    Some(Line::Module(name.to_string()))
}

/// `pub use pets::*;`
pub(super) fn push_use(text: &mut String, body: &[Tree], former: &Line) -> Option<Line> {
    let [head @ .., end] = body else { return None };
    let [_, path @ ..] = after_visibility(head) else {
        return None;
    };
    let (head, path, list) = match path {
        [path @ .., Tree::Group(Delimiter::Brace, list)] => (&head[..head.len() - 1], path, Some(list)),
        path => (head, path, None),
    };
    let is_all = path.last().is_some_and(|last| last.is_sign('*'));
    let names = &path[..path.len() - usize::from(is_all)];
    let is_path = names
        .iter()
        .all(|tree| matches!(tree, Tree::Ident(_)) || tree.is_sign(':'));
    let [Tree::Ident(first), second, ..] = path else {
        return None;
    };
    if !end.is_sign(';')
        || !is_path
        || !second.is_sign(':')
        || first == "self"
        || names.iter().any(|tree| tree.is("as"))
    {
        return None;
    }
    push_line(text, head);
    if let Some(list) = list {
        push_list(text, list)?;
    }
    text.push_str(";\n");
    Some(Line::of_use(first, former))
}

/// `{Client, models}`, where it is short.
fn push_list(text: &mut String, list: &[Tree]) -> Option<()> {
    let is_name = |name: &[Tree]| matches!(name, [Tree::Ident(name)] if name != "self");
    text.push('{');
    push_line(text, list);
    text.push('}');
    let is_known = split(list).count() > 1 && split(list).all(is_name);
    (is_known && column(text) < limit(0)).then_some(())
}

/// `pub type Pets = Vec<Pet>;`
pub(super) fn push_alias(text: &mut String, body: &[Tree]) -> Option<()> {
    let [head @ .., end] = body else { return None };
    let [_, Tree::Ident(_), equal, ty @ ..] = after_visibility(head) else {
        return None;
    };
    if !end.is_sign(';') || !equal.is_sign('=') || !is_type(ty) {
        return None;
    }
    push_line(text, &head[..head.len() - ty.len()]);
    text.push(' ');
    push_type(text, ty, 0, 1)?;
    text.push_str(";\n");
    Some(())
}

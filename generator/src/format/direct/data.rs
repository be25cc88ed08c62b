//! Statics that hold a struct: the data of an operation.

use proc_macro2::Delimiter;

use super::flat::{is_expression, is_type, split};
use super::width::{INDENT, begin, column, limit};
use crate::format::items::after_visibility;
use crate::format::line::push_line;
use crate::format::tree::Tree;

/// What `prettyplease` leaves of a struct literal on one line.
const SHORT_LITERAL: usize = 34;

/// `static LIST: runtime::Operation = runtime::Operation { id: "list" };`, where it is too long for a line.
pub(super) fn push(text: &mut String, body: &[Tree]) -> Option<()> {
    let [head @ .., Tree::Group(Delimiter::Brace, fields), end] = body else {
        return None;
    };
    let [_, Tree::Ident(_), colon, rest @ ..] = after_visibility(head) else {
        return None;
    };
    let mut sides = rest.split(|tree| tree.is_sign('='));
    let (ty, path) = (sides.next()?, sides.next()?);
    let is_path = |trees: &[Tree]| is_type(trees) && !trees.iter().any(|tree| tree.is_sign('<'));
    if !end.is_sign(';') || !colon.is_sign(':') || !is_path(ty) || !is_path(path) || sides.next().is_some() {
        return None;
    }
    let begin_of_static = text.len();
    push_line(text, head);
    text.push_str(" {\n");
    let begin_of_fields = text.len();
    for field in split(fields).filter(|field| !field.is_empty()) {
        begin(text, INDENT);
        push_field(text, field)?;
        text.push('\n');
    }
    let is_broken = signs(&text[begin_of_fields..]) > SHORT_LITERAL;
    // Between short statics there are no empty lines.
    let is_long = signs(&text[begin_of_static..]) > limit(0);
    text.push_str("};\n");
    (is_broken && is_long).then_some(())
}

/// `id: "list",` or `..Operation::DEFAULT`
fn push_field(text: &mut String, field: &[Tree]) -> Option<()> {
    match field {
        [first, second, rest @ ..] if first.is_sign('.') && second.is_sign('.') => {
            text.push_str("..");
            push_line(text, Some(rest).filter(|rest| is_expression(rest))?);
        }
        [Tree::Ident(_), colon, value @ ..] if colon.is_sign(':') && is_expression(value) => {
            push_line(text, field);
            text.push(',');
            if value.len() > 1 && column(text) > limit(INDENT) {
                return None;
            }
        }
        _ => return None,
    }
    Some(())
}

/// How long a text is without white space.
fn signs(text: &str) -> usize {
    text.split_ascii_whitespace().map(str::len).sum()
}

//! Functions whose body is one expression, by themselves or as members of an `impl`.

use proc_macro2::Delimiter;

use super::attributes::outer;
use super::call;
use super::flat::{is_expression, is_type, push_type, split};
use super::width::{INDENT, begin, column, limit};
use crate::format::fields::is_constructor;
use crate::format::items::{Item, after_visibility};
use crate::format::line::push_line;
use crate::format::tree::Tree;

/// `pub fn id(&self) -> i64 { self.id }`
pub(super) fn push(text: &mut String, item: Item<'_>, indent: usize) -> Option<()> {
    let [
        _,
        name @ Tree::Ident(_),
        Tree::Group(Delimiter::Parenthesis, arguments),
        rest @ ..,
    ] = after_visibility(item.body)
    else {
        return None;
    };
    let [dash, arrow, result @ .., Tree::Group(Delimiter::Brace, body)] = rest else {
        return None;
    };
    let head = &item.body[..item.body.len() - rest.len() - 1];
    let is_function = after_visibility(head).first().is_some_and(|first| first.is("fn"));
    if !is_function || !dash.is_sign('-') || !arrow.is_sign('>') || !is_type(result) {
        return None;
    }
    outer(text, item.attributes, indent)?;
    begin(text, indent);
    push_line(text, head);
    push_arguments(text, arguments, result, indent)?;
    text.push_str(" -> ");
    push_line(text, result);
    text.push_str(" {\n");
    push_body(
        text,
        body,
        matches!(name, Tree::Ident(name) if is_constructor(name)),
        indent,
    )?;
    begin(text, indent);
    text.push_str("}\n");
    Some(())
}

/// The arguments, on the line where it holds the rest of the signature, too, and each on its line otherwise.
fn push_arguments(text: &mut String, arguments: &[Tree], result: &[Tree], indent: usize) -> Option<()> {
    let arguments: Vec<&[Tree]> = split(arguments).filter(|argument| !argument.is_empty()).collect();
    if !arguments.iter().all(|argument| is_argument(argument)) {
        return None;
    }
    let begin_of_arguments = text.len();
    text.push('(');
    for (index, argument) in arguments.iter().enumerate() {
        text.push_str(if index > 0 { ", " } else { "" });
        push_line(text, argument);
    }
    text.push(')');
    if has_room_for(result, text, indent) {
        return Some(());
    }
    text.truncate(begin_of_arguments);
    if arguments.is_empty() {
        return None;
    }
    push_argument_lines(text, &arguments, indent)?;
    // A result with arguments of its own would have these on lines of their own, too.
    let is_plain = |tree: &Tree| !tree.is_sign('<') && !matches!(tree, Tree::Group(..));
    (has_room_for(result, text, indent) || result.iter().all(is_plain)).then_some(())
}

/// Whether the last line holds the result, too.
fn has_room_for(result: &[Tree], text: &mut String, indent: usize) -> bool {
    let end = text.len();
    text.push_str(" -> ");
    push_line(text, result);
    let has_room = column(text) + " {".len() <= limit(indent);
    text.truncate(end);
    has_room
}

fn push_argument_lines(text: &mut String, arguments: &[&[Tree]], indent: usize) -> Option<()> {
    text.push_str("(\n");
    for (index, argument) in arguments.iter().enumerate() {
        begin(text, indent + INDENT);
        match argument {
            [name @ Tree::Ident(_), colon, ty @ ..] => {
                push_line(text, std::slice::from_ref(name));
                push_line(text, std::slice::from_ref(colon));
                text.push(' ');
                push_type(text, ty, indent + INDENT, usize::from(index + 1 < arguments.len()))?;
            }
            receiver => push_line(text, receiver),
        }
        text.push_str(",\n");
    }
    begin(text, indent);
    text.push(')');
    Some(())
}

/// `self`, `&self`, `name: Type`
fn is_argument(argument: &[Tree]) -> bool {
    match argument {
        [receiver] => receiver.is("self"),
        [and, receiver] => and.is_sign('&') && receiver.is("self"),
        [Tree::Ident(_), colon, ty @ ..] => colon.is_sign(':') && is_type(ty),
        _ => false,
    }
}

fn push_body(text: &mut String, body: &[Tree], is_constructor: bool, indent: usize) -> Option<()> {
    begin(text, indent + INDENT);
    match body {
        [Tree::Ident(_), Tree::Group(Delimiter::Brace, fields)] if is_constructor && !fields.is_empty() => {
            push_line(text, &body[..1]);
            text.push_str(" {\n");
            for field in split(fields).filter(|field| !field.is_empty()) {
                begin(text, indent + 2 * INDENT);
                push_field(text, field, indent + 2 * INDENT)?;
            }
            begin(text, indent + INDENT);
            text.push_str("}\n");
        }
        body if is_expression(body) => return call::push(text, body, indent + INDENT),
        _ => return None,
    }
    Some(())
}

/// `id,` or `id: id.into(),`
fn push_field(text: &mut String, field: &[Tree], indent: usize) -> Option<()> {
    let is_known = match field {
        [Tree::Ident(_)] => true,
        [Tree::Ident(_), colon, value @ ..] => colon.is_sign(':') && is_expression(value),
        _ => false,
    };
    push_line(text, field);
    text.push(',');
    let fits = column(text) <= limit(indent);
    text.push('\n');
    (is_known && fits).then_some(())
}

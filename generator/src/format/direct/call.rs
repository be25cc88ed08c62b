//! Calls that may be too long for a line: `ListRequest(runtime::Call::new(&self.client, &LIST).path("id", id))`.

use proc_macro2::Delimiter;

use super::flat::split;
use super::width::{INDENT, begin, column, limit};
use crate::format::line::push_line;
use crate::format::tree::Tree;

/// Adds an expression at the end of a function, with its line break.
pub(super) fn push(text: &mut String, expression: &[Tree], indent: usize) -> Option<()> {
    let begin_of_expression = text.len();
    push_line(text, expression);
    if column(text) > limit(indent) {
        text.truncate(begin_of_expression);
        push_broken(text, expression, indent)?;
    }
    text.push('\n');
    Some(())
}

/// The one argument on lines of its own.
fn push_broken(text: &mut String, call: &[Tree], indent: usize) -> Option<()> {
    let (path, argument) = path_call(call)?;
    if split(argument).count() != 1 {
        return None;
    }
    push_line(text, path);
    text.push_str("(\n");
    begin(text, indent + INDENT);
    let begin_of_argument = text.len();
    push_line(text, argument);
    if column(text) > limit(indent + INDENT) {
        text.truncate(begin_of_argument);
        push_chain(text, argument, indent + INDENT)?;
    }
    text.push_str(",\n");
    begin(text, indent);
    text.push(')');
    Some(())
}

/// A call, and each call of a method of what comes of it on a line of its own.
fn push_chain(text: &mut String, chain: &[Tree], indent: usize) -> Option<()> {
    let mut calls = chain.split(|tree| tree.is_sign('.'));
    let first = calls.next()?;
    let (path, arguments) = path_call(first)?;
    let begin_of_call = text.len();
    push_line(text, first);
    if column(text) > limit(indent) {
        text.truncate(begin_of_call);
        if split(arguments).count() < 2 {
            return None;
        }
        push_line(text, path);
        push_arguments(text, arguments, indent + INDENT)?;
    }
    let mut has_methods = false;
    for method in calls {
        has_methods = true;
        text.push('\n');
        begin(text, indent + INDENT);
        text.push('.');
        push_line(text, method);
        let is_call = matches!(method, [Tree::Ident(_), .., Tree::Group(Delimiter::Parenthesis, _)]);
        if !is_call || column(text) > limit(indent + INDENT) {
            return None;
        }
    }
    has_methods.then_some(())
}

/// The arguments of a call, each on a line of its own.
pub(super) fn push_arguments(text: &mut String, arguments: &[Tree], indent: usize) -> Option<()> {
    text.push_str("(\n");
    for argument in split(arguments) {
        begin(text, indent + INDENT);
        push_line(text, argument);
        text.push(',');
        if column(text) > limit(indent + INDENT) {
            return None;
        }
        text.push('\n');
    }
    begin(text, indent);
    text.push(')');
    Some(())
}

/// The path of what is called, and the arguments.
fn path_call(call: &[Tree]) -> Option<(&[Tree], &[Tree])> {
    let [path @ .., Tree::Group(Delimiter::Parenthesis, arguments)] = call else {
        return None;
    };
    let is_path = path
        .iter()
        .all(|tree| matches!(tree, Tree::Ident(_)) || tree.is_sign(':'));
    (is_path && !path.is_empty()).then_some((path, arguments))
}

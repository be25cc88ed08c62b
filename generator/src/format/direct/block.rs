//! `impl` blocks of functions.

use proc_macro2::Delimiter;

use super::flat::{is_type, push_type};
use super::function;
use super::width::{INDENT, column, limit};
use crate::format::items::{Item, after_visibility, members};
use crate::format::line::push_line;
use crate::format::printer;
use crate::format::tree::Tree;

/// `impl From<Cat> for Pet { .. }`. A function that is not known is printed by itself, and the others are not.
pub(super) fn push(text: &mut String, body: &[Tree]) -> Option<()> {
    let [_, of @ .., Tree::Group(Delimiter::Brace, inner)] = body else {
        return None;
    };
    if inner.is_empty() {
        return None;
    }
    push_head(text, of)?;
    text.push_str(" {\n");
    for (index, member) in members(inner).enumerate() {
        text.push_str(if index > 0 { "\n" } else { "" });
        push_member(text, member)?;
    }
    text.push_str("}\n");
    Some(())
}

/// What is implemented, and for what, on a line of its own where the first is too long for both.
fn push_head(text: &mut String, of: &[Tree]) -> Option<()> {
    let mut sides = of.split(|tree| tree.is("for"));
    let (first, second) = (sides.next()?, sides.next());
    if !is_type(first) || !second.is_none_or(is_type) || sides.next().is_some() {
        return None;
    }
    text.push_str("impl ");
    let Some(second) = second else {
        return push_type(text, first, 0, " {".len());
    };
    push_type(text, first, 0, 0)?;
    let end_of_first = text.len();
    text.push_str(" for ");
    push_line(text, second);
    if column(text) + " {".len() <= limit(0) {
        return Some(());
    }
    text.truncate(end_of_first);
    text.push_str("\nfor ");
    push_type(text, second, 0, " {".len())
}

fn push_member(text: &mut String, member: Item<'_>) -> Option<()> {
    let first = after_visibility(member.body).first();
    if !first.is_some_and(|first| first.is("fn")) {
        return None;
    }
    let begin = text.len();
    if function::push(text, member, INDENT).is_some() {
        return Some(());
    }
    text.truncate(begin);
    printer::push_member(text, member.whole).ok()
}

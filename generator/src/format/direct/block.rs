//! `impl` blocks of functions.

use proc_macro2::Delimiter;

use super::flat::is_type;
use super::function;
use super::width::{column, limit};
use crate::format::items::{Item, after_visibility, members};
use crate::format::line::push_line;
use crate::format::printer;
use crate::format::tree::Tree;

/// `impl From<Cat> for Pet { .. }`. A function that is not known is printed by itself, and the others are not.
pub(super) fn push(text: &mut String, body: &[Tree]) -> Option<()> {
    let [head @ .., Tree::Group(Delimiter::Brace, inner)] = body else {
        return None;
    };
    let [_, of @ ..] = head else { return None };
    push_line(text, head);
    text.push_str(" {");
    let fits = column(text) <= limit(0);
    text.push('\n');
    if inner.is_empty() || !fits || !is_head(of) {
        return None;
    }
    for (index, member) in members(inner).enumerate() {
        text.push_str(if index > 0 { "\n" } else { "" });
        push_member(text, member)?;
    }
    text.push_str("}\n");
    Some(())
}

/// What is implemented, and for what: paths with arguments.
fn is_head(of: &[Tree]) -> bool {
    let mut sides = of.split(|tree| tree.is("for"));
    sides.clone().count() <= 2 && sides.all(is_type)
}

fn push_member(text: &mut String, member: Item<'_>) -> Option<()> {
    let first = after_visibility(member.body).first();
    if !first.is_some_and(|first| first.is("fn")) {
        return None;
    }
    let begin = text.len();
    if function::push(text, member).is_some() {
        return Some(());
    }
    text.truncate(begin);
    printer::push_member(text, member.whole).ok()
}

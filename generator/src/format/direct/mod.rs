//! What most of the output is made of, written without a syntax tree: structs, enums, statics, and functions of one expression.
//!
//! To parse tokens and to lay out the syntax tree takes several times as long as to write them, and nearly all items are of a
//! few shapes. Each function here writes one shape as `prettyplease` prints it, or says `None` of what is of another shape or
//! needs a line break that it does not know. What `None` is said of is left to `prettyplease`. A test holds both to the same
//! text.

mod attributes;
mod block;
mod constant;
mod fields;
mod flat;
mod function;
mod width;

use super::items::{Item, after_visibility};
use super::tree::Tree;

pub(super) use attributes::{inner, outer};

/// Adds an item of a file with its line break, or leaves the text as it is.
pub(super) fn push(text: &mut String, item: Item<'_>) -> Option<()> {
    let begin = text.len();
    let pushed = push_item(text, item);
    if pushed.is_none() {
        text.truncate(begin);
    }
    pushed
}

fn push_item(text: &mut String, item: Item<'_>) -> Option<()> {
    let push_body: fn(&mut String, &[Tree]) -> Option<()> = match after_visibility(item.body) {
        [first, ..] if first.is("struct") => fields::push_struct,
        [first, ..] if first.is("enum") => fields::push_enum,
        [first, ..] if first.is("impl") => block::push,
        [first, ..] if first.is("static") => constant::push,
        _ => return None,
    };
    outer(text, item.attributes, 0)?;
    push_body(text, item.body)
}

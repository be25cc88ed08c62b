//! What most of the output is made of, written without a syntax tree: structs, enums, statics, calls of our own macros, and
//! functions of one expression or a few statements.
//!
//! To parse tokens and to lay out the syntax tree takes several times as long as to write them, and nearly all items are of a
//! few shapes. Each function here writes one shape as `prettyplease` prints it, or says `None` of what is of another shape or
//! needs a line break that it does not know. What `None` is said of is left to `prettyplease`. Tests hold both to the same
//! text.

mod attributes;
mod block;
mod call;
mod data;
mod fields;
mod flat;
mod function;
mod short;
mod statements;
mod width;

use super::items::{Item, after_visibility};
use super::macros;
use super::spacing::Line;
use super::tree::Tree;

pub(super) use attributes::inner;

/// Adds an item of a file with its line break and says which line it is, or leaves the text as it is.
pub(super) fn push(text: &mut String, item: Item<'_>, former: &Line) -> Option<Line> {
    let begin = text.len();
    let line = push_item(text, item, former);
    if line.is_none() {
        text.truncate(begin);
    }
    line
}

fn push_item(text: &mut String, item: Item<'_>, former: &Line) -> Option<Line> {
    // A function writes its attributes itself, as the member of an `impl` that it can be.
    if matches!(after_visibility(item.body), [first, ..] if first.is("fn")) {
        function::push(text, item, 0)?;
        return Some(Line::Other);
    }
    attributes::outer(text, item.attributes, 0)?;
    if let Some(call) = macros::call(item.body) {
        call.push(text);
        return Some(if call.is_table() { Line::Other } else { Line::Call });
    }
    let push_body: fn(&mut String, &[Tree]) -> Option<()> = match after_visibility(item.body) {
        [first, ..] if first.is("struct") => fields::push_struct,
        [first, ..] if first.is("enum") => fields::push_enum,
        [first, ..] if first.is("impl") => block::push,
        [first, ..] if first.is("static") => data::push,
        [first, ..] if first.is("type") && !item.attributes.is_empty() => short::push_alias,
        [first, ..] if first.is("mod") && item.attributes.is_empty() => return short::push_module(text, item.body),
        [first, ..] if first.is("use") && item.attributes.is_empty() => {
            return short::push_use(text, item.body, former);
        }
        [first, ..] if first.is("async") && item.attributes.is_empty() => statements::push,
        _ => return None,
    };
    push_body(text, item.body)?;
    Some(Line::Other)
}

//! Marks in the syntax tree that say where lines end, and where an empty line is wanted.
//!
//! `prettyplease` prints `#[comment = "..."]` as a line comment on a line of its own. The control characters in a mark
//! cannot come from anywhere else: a string literal spells them as escapes, and `prose` removes them from descriptions.

use proc_macro2::{Ident, Span};
use syn::token::Bracket;
use syn::{AttrStyle, Attribute, Expr, ExprLit, Lit, LitStr, Meta, MetaNameValue, Token};

/// What stands for an empty line.
const EMPTY_LINE: &str = "\u{1}empty line\u{1}";

/// What is there only to make the printer break the line, and with it the group that it is in.
const LINE_BREAK: &str = "\u{1}line break\u{1}";

/// Asks for an empty line before the node that has these attributes.
pub(super) fn empty_line(attributes: &mut Vec<Attribute>) {
    attributes.insert(0, mark(EMPTY_LINE));
}

/// Asks for a line break before the node that has these attributes.
pub(super) fn line_break(attributes: &mut Vec<Attribute>) {
    attributes.insert(0, mark(LINE_BREAK));
}

/// `#[comment = "text"]`, put together by hand: a file has thousands of them, and to parse each would cost as much as the
/// file itself.
fn mark(text: &str) -> Attribute {
    let value = Lit::Str(LitStr::new(text, Span::call_site()));
    Attribute {
        pound_token: Token![#](Span::call_site()),
        style: AttrStyle::Outer,
        bracket_token: Bracket::default(),
        meta: Meta::NameValue(MetaNameValue {
            path: Ident::new("comment", Span::call_site()).into(),
            eq_token: Token![=](Span::call_site()),
            value: Expr::Lit(ExprLit {
                attrs: Vec::new(),
                lit: value,
            }),
        }),
    }
}

/// Takes the marks out of printed text.
pub(super) fn resolve(printed: &str) -> String {
    let mut text = String::with_capacity(printed.len());
    for line in printed.split_inclusive('\n') {
        match line.trim().strip_prefix("//") {
            Some(EMPTY_LINE) => text.push('\n'),
            Some(LINE_BREAK) => {}
            _ => text.push_str(line),
        }
    }
    text
}

//! Tokens on one line, as a person would write them. Only what stands in braces is a table, with an entry on each line.

use proc_macro2::{Delimiter, Punct, Spacing};

use super::tree::{Tree, push};

/// Adds tokens to a line.
pub(super) fn push_line(line: &mut String, trees: &[Tree]) {
    let mut is_glued = true;
    let mut is_in_parameters = false;
    for tree in trees {
        match tree {
            Tree::Group(delimiter, inner) => push_group(line, *delimiter, inner, is_glued),
            Tree::Punct(punct) if punct.as_char() == '|' => {
                if !is_in_parameters && !is_glued {
                    line.push(' ');
                }
                line.push('|');
                is_in_parameters = !is_in_parameters;
                is_glued = is_in_parameters;
                continue;
            }
            Tree::Punct(punct) => {
                if !is_glued && !sticks_to_former(punct) {
                    line.push(' ');
                }
                line.push(punct.as_char());
                is_glued = sticks_to_next(line, punct);
                continue;
            }
            Tree::Ident(ident) => {
                if !is_glued {
                    line.push(' ');
                }
                push(line, ident);
            }
            Tree::Literal(literal) => {
                if !is_glued {
                    line.push(' ');
                }
                push(line, literal);
            }
        }
        is_glued = false;
    }
}

fn push_group(line: &mut String, delimiter: Delimiter, inner: &[Tree], is_glued: bool) {
    match delimiter {
        Delimiter::Brace => push_table(line, inner),
        Delimiter::Bracket => push_list(line, ["[", "]"], inner, is_glued),
        Delimiter::Parenthesis => push_list(line, ["(", ")"], inner, is_glued),
        Delimiter::None => push_line(line, inner),
    }
}

fn push_list(line: &mut String, [open, close]: [&str; 2], inner: &[Tree], is_glued: bool) {
    if line.ends_with("->") || !is_glued && line.ends_with([',', '=', ':', '|']) {
        line.push(' ');
    }
    line.push_str(open);
    push_line(line, inner);
    line.push_str(close);
}

/// What stands in braces, an entry on each line.
fn push_table(line: &mut String, inner: &[Tree]) {
    if inner.is_empty() {
        line.push_str(" {}");
        return;
    }
    line.push_str(" {");
    for entry in inner.split_inclusive(|tree| tree.is_sign(',')) {
        line.push_str("\n    ");
        push_line(line, entry);
    }
    line.push_str("\n}");
}

fn sticks_to_former(punct: &Punct) -> bool {
    matches!(punct.as_char(), ',' | ':' | '<' | '>' | '.' | '?')
}

fn sticks_to_next(line: &str, punct: &Punct) -> bool {
    match punct.as_char() {
        '<' | '&' | '.' => true,
        ':' => line.ends_with("::") || punct.spacing() == Spacing::Joint,
        '-' => punct.spacing() == Spacing::Joint,
        '=' => punct.spacing() == Spacing::Joint || line.ends_with("..="),
        _ => false,
    }
}

//! Types and expressions that are known well enough to be written token by token.

use proc_macro2::Delimiter;

use super::width::{INDENT, begin, column, limit};
use crate::format::line::push_line;
use crate::format::tree::Tree;

/// Words that make something else of an expression, or of which it is not known how they are written.
const WORDS: &[&str] = &[
    "as", "async", "await", "box", "break", "const", "continue", "else", "extern", "fn", "for", "if", "in", "let",
    "loop", "match", "move", "mut", "ref", "return", "static", "struct", "type", "unsafe", "use", "where", "while",
    "yield",
];

/// Whether tokens are a type of paths, their arguments, tuples, slices, references, `impl` and `dyn`.
pub(super) fn is_type(trees: &[Tree]) -> bool {
    let mut former = None;
    let mut depth = 0_usize;
    for (index, tree) in trees.iter().enumerate() {
        let is_known = match tree {
            Tree::Ident(_) if WORDS.iter().any(|word| tree.is(word)) => false,
            Tree::Ident(_) => {
                let is_keyword = |former: &Tree| former.is("impl") || former.is("dyn");
                !former.is_some_and(|former: &Tree| matches!(former, Tree::Ident(_)) && !is_keyword(former))
            }
            Tree::Punct(punct) => match punct.as_char() {
                '<' => {
                    depth += 1;
                    matches!(former, Some(Tree::Ident(_)))
                }
                '>' if depth > 0 => {
                    depth -= 1;
                    !former.is_some_and(|former| former.is_sign(','))
                }
                ':' => is_double_colon(trees, index),
                '=' | ',' => depth > 0,
                '&' => former.is_none_or(|former| former.is_sign('<') || former.is_sign(',')),
                _ => false,
            },
            Tree::Group(Delimiter::Parenthesis, inner) => begins_type(former) && is_tuple_of(inner, is_type),
            Tree::Group(Delimiter::Bracket, inner) => begins_type(former) && is_type(inner),
            Tree::Group(..) | Tree::Literal(_) => false,
        };
        if !is_known {
            return false;
        }
        former = Some(tree);
    }
    depth == 0 && !trees.is_empty()
}

/// Whether a type begins after a token.
fn begins_type(former: Option<&Tree>) -> bool {
    former.is_none_or(|former| ['<', ',', '=', '&'].into_iter().any(|sign| former.is_sign(sign)))
}

/// Whether tokens are an expression of paths, literals, calls, fields, references, lists and closures of these.
pub(super) fn is_expression(trees: &[Tree]) -> bool {
    let mut former: Option<&Tree> = None;
    let mut index = 0;
    let mut bars = 0;
    while let Some(tree) = trees.get(index) {
        let begins = former.is_none_or(|former| [',', '&', '|'].into_iter().any(|sign| former.is_sign(sign)));
        let is_known = match tree {
            Tree::Ident(_) if WORDS.iter().any(|word| tree.is(word)) => false,
            Tree::Ident(_) => begins || former.is_some_and(|former| former.is_sign('.') || former.is_sign(':')),
            Tree::Literal(_) => begins || former.is_some_and(|former| former.is_sign('.')),
            Tree::Punct(punct) => match punct.as_char() {
                ':' => is_double_colon(trees, index),
                '<' if former.is_some_and(|former| former.is_sign(':')) => match arguments_end(&trees[index..]) {
                    Some(end) if is_arguments(&trees[index + 1..index + end]) => {
                        index += end;
                        true
                    }
                    _ => false,
                },
                '&' => begins,
                '|' => {
                    bars += 1;
                    bars == 1 && former.is_none() || bars == 2
                }
                '.' | '?' => !begins && !former.is_some_and(|former| former.is_sign('.') || former.is_sign(':')),
                ',' => !begins && bars == 1,
                _ => false,
            },
            Tree::Group(Delimiter::Parenthesis, inner) if begins => is_tuple_of(inner, is_expression),
            Tree::Group(Delimiter::Parenthesis, inner) => is_list_of(inner, is_expression),
            Tree::Group(Delimiter::Bracket, inner) => begins && is_list_of(inner, is_expression),
            Tree::Group(..) => false,
        };
        if !is_known {
            return false;
        }
        former = trees.get(index);
        index += 1;
    }
    former.is_some() && bars != 1
}

/// Whether the colon at a place is one of two.
fn is_double_colon(trees: &[Tree], index: usize) -> bool {
    let is_colon = |index: usize| trees.get(index).is_some_and(|tree| tree.is_sign(':'));
    let (before, after) = (index > 0 && is_colon(index - 1), is_colon(index + 1));
    let begin = if before { index - 1 } else { index };
    let follows = matches!(
        begin.checked_sub(1).and_then(|former| trees.get(former)),
        Some(Tree::Ident(_))
    );
    before != after && follows
}

/// Where the `>` is that belongs to the `<` at the beginning.
fn arguments_end(trees: &[Tree]) -> Option<usize> {
    let mut depth = 0_usize;
    trees.iter().position(|tree| {
        if tree.is_sign('<') {
            depth += 1;
        } else if tree.is_sign('>') {
            depth -= 1;
        }
        depth == 0
    })
}

fn is_arguments(trees: &[Tree]) -> bool {
    split(trees).all(is_type)
}

/// Whether the elements of a tuple are all of a kind: one has a comma after it, and several have none at their end.
fn is_tuple_of(inner: &[Tree], is_element: fn(&[Tree]) -> bool) -> bool {
    match inner {
        [] => true,
        [element @ .., comma] if comma.is_sign(',') => split(element).count() == 1 && is_element(element),
        _ => split(inner).count() > 1 && split(inner).all(is_element),
    }
}

/// Whether the elements of a list without a comma at its end are all of a kind.
fn is_list_of(inner: &[Tree], is_element: fn(&[Tree]) -> bool) -> bool {
    inner.is_empty() || split(inner).all(is_element)
}

/// What stands between commas, those in `<>` and in the parameters of closures left aside.
pub(super) fn split(trees: &[Tree]) -> impl Iterator<Item = &[Tree]> {
    let (mut depth, mut is_in_parameters) = (0_usize, false);
    trees.split(move |tree| {
        if tree.is_sign('<') {
            depth += 1;
        } else if tree.is_sign('>') {
            depth = depth.saturating_sub(1);
        } else if tree.is_sign('|') {
            is_in_parameters = !is_in_parameters;
        }
        depth == 0 && !is_in_parameters && tree.is_sign(',')
    })
}

/// Adds a type to a line, which `after` bytes follow; where that is too long, its arguments get lines of their own.
pub(super) fn push_type(text: &mut String, trees: &[Tree], indent: usize, after: usize) -> Option<()> {
    let begin_of_type = text.len();
    push_line(text, trees);
    if column(text) + after <= limit(indent) {
        return Some(());
    }
    if !trees
        .iter()
        .any(|tree| tree.is_sign('<') || matches!(tree, Tree::Group(..)))
    {
        // There is nowhere to break it.
        return Some(());
    }
    text.truncate(begin_of_type);
    let open = trees.iter().position(|tree| tree.is_sign('<'))?;
    let (head, rest) = trees.split_at(open);
    let [_, arguments @ .., _] = rest else { return None };
    let has_group = head.iter().any(|tree| matches!(tree, Tree::Group(..)));
    if has_group || arguments_end(rest)? != rest.len() - 1 {
        return None;
    }
    push_line(text, head);
    text.push('<');
    let last = split(arguments).count() - 1;
    for (index, argument) in split(arguments).enumerate() {
        text.push('\n');
        begin(text, indent + INDENT);
        push_type(text, argument, indent + INDENT, usize::from(index < last))?;
        text.push(',');
    }
    text.push('\n');
    begin(text, indent);
    text.push('>');
    Some(())
}

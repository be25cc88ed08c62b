//! Where one item ends and the next begins.

use proc_macro2::Delimiter;

use super::tree::Tree;

/// What stands before the items of a file: its attributes, and then the items one by one.
pub(super) fn split(trees: &[Tree]) -> (&[Tree], Items<'_>) {
    let mut end = 0;
    while let [hash, bang, Tree::Group(Delimiter::Bracket, _), ..] = &trees[end..]
        && hash.is_sign('#')
        && bang.is_sign('!')
    {
        end += 3;
    }
    let (attributes, rest) = trees.split_at(end);
    (attributes, Items { rest })
}

/// The items of a file or of an `impl`.
pub(super) struct Items<'t> {
    rest: &'t [Tree],
}

/// The members of an `impl`.
pub(super) fn members(trees: &[Tree]) -> Items<'_> {
    Items { rest: trees }
}

impl<'t> Iterator for Items<'t> {
    type Item = Item<'t>;

    fn next(&mut self) -> Option<Item<'t>> {
        if self.rest.is_empty() {
            return None;
        }
        let (attributes, body) = self.rest.split_at(attributes_end(self.rest));
        let end = end(body);
        let item = Item {
            whole: &self.rest[..attributes.len() + end],
            attributes,
            body: &body[..end],
        };
        self.rest = &body[end..];
        Some(item)
    }
}

/// The tokens of an item.
#[derive(Clone, Copy)]
pub(super) struct Item<'t> {
    pub(super) whole: &'t [Tree],
    pub(super) attributes: &'t [Tree],
    /// What follows the attributes.
    pub(super) body: &'t [Tree],
}

/// Where the outer attributes end.
pub(super) fn attributes_end(trees: &[Tree]) -> usize {
    let pairs = trees.chunks_exact(2);
    2 * pairs.take_while(|pair| is_attribute(pair)).count()
}

fn is_attribute(pair: &[Tree]) -> bool {
    pair[0].is_sign('#') && pair[1].group(Delimiter::Bracket).is_some()
}

/// How many tokens an item has: to its semicolon, or to its braces, where it is not of a kind that has a semicolon after
/// them, too.
fn end(body: &[Tree]) -> usize {
    let ends_with_braces = !needs_semicolon(body);
    let is_end = |tree: &Tree| tree.is_sign(';') || ends_with_braces && tree.group(Delimiter::Brace).is_some();
    body.iter().position(is_end).map_or(body.len(), |last| last + 1)
}

fn needs_semicolon(body: &[Tree]) -> bool {
    let words = after_visibility(body);
    match words {
        [first, second, ..] if first.is("const") => {
            let is_function = ["fn", "unsafe", "async", "extern"].iter().any(|word| second.is(word));
            !is_function
        }
        [first, ..] => ["use", "static", "type"].iter().any(|word| first.is(word)),
        [] => false,
    }
}

/// What follows `pub` or `pub(super)`.
pub(super) fn after_visibility(body: &[Tree]) -> &[Tree] {
    match body {
        [public, Tree::Group(Delimiter::Parenthesis, _), rest @ ..] if public.is("pub") => rest,
        [public, rest @ ..] if public.is("pub") => rest,
        _ => body,
    }
}

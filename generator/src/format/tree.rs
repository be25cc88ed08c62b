//! Tokens that can be looked at any number of times.
//!
//! A [`TokenStream`] has to be copied, with every name and literal in it, each time that somebody looks into a group. So all
//! is taken out of it once.

use std::fmt::{self, Write as _};

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, TokenStream, TokenTree};

/// A token, or a group of them.
#[derive(Clone, Debug)]
pub(super) enum Tree {
    Ident(Ident),
    Punct(Punct),
    Literal(Literal),
    Group(Delimiter, Vec<Tree>),
}

impl Tree {
    /// Whether this is a word.
    pub(super) fn is(&self, word: &str) -> bool {
        matches!(self, Self::Ident(ident) if ident == word)
    }

    /// Whether this is a sign.
    pub(super) fn is_sign(&self, sign: char) -> bool {
        matches!(self, Self::Punct(punct) if punct.as_char() == sign)
    }

    /// What is in a group of one kind.
    pub(super) fn group(&self, kind: Delimiter) -> Option<&[Tree]> {
        match self {
            Self::Group(delimiter, inner) if *delimiter == kind => Some(inner),
            _ => None,
        }
    }
}

/// All tokens of a stream.
pub(super) fn trees(tokens: TokenStream) -> Vec<Tree> {
    tokens.into_iter().map(tree).collect()
}

fn tree(token: TokenTree) -> Tree {
    match token {
        TokenTree::Ident(ident) => Tree::Ident(ident),
        TokenTree::Punct(punct) => Tree::Punct(punct),
        TokenTree::Literal(literal) => Tree::Literal(literal),
        TokenTree::Group(group) => {
            let (delimiter, inner) = (group.delimiter(), group.stream());
            // A stream that nobody else holds is emptied, and not copied.
            drop(group);
            Tree::Group(delimiter, trees(inner))
        }
    }
}

/// The stream again, for a parser.
pub(super) fn tokens(trees: &[Tree]) -> TokenStream {
    let token = |tree: &Tree| match tree {
        Tree::Ident(ident) => TokenTree::Ident(ident.clone()),
        Tree::Punct(punct) => TokenTree::Punct(punct.clone()),
        Tree::Literal(literal) => TokenTree::Literal(literal.clone()),
        Tree::Group(delimiter, inner) => TokenTree::Group(Group::new(*delimiter, tokens(inner))),
    };
    trees.iter().map(token).collect()
}

/// Adds the text of a token.
pub(super) fn push(text: &mut String, token: &dyn fmt::Display) {
    // Writing to a string cannot fail.
    let _ = write!(text, "{token}");
}

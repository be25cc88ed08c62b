//! Functions of their own whose statements are calls: the examples of the documentation.

use proc_macro2::Delimiter;

use super::call::push_arguments;
use super::flat::{is_expression, is_type, split};
use super::width::{INDENT, begin, column, limit};
use crate::format::line::push_line;
use crate::format::tree::Tree;

/// `async fn example() -> Result<()> { let pets = client.pets().list().send().await?; Ok(()) }`
pub(super) fn push(text: &mut String, body: &[Tree]) -> Option<()> {
    let [head @ .., Tree::Group(Delimiter::Brace, statements)] = body else {
        return None;
    };
    let [
        word,
        function,
        Tree::Ident(_),
        Tree::Group(Delimiter::Parenthesis, arguments),
        dash,
        arrow,
        result @ ..,
    ] = head
    else {
        return None;
    };
    let is_known = word.is("async") && function.is("fn") && dash.is_sign('-') && arrow.is_sign('>');
    if !is_known || !arguments.is_empty() || !is_type(result) {
        return None;
    }
    push_line(text, head);
    push_block(text, statements, 0)?;
    text.push('\n');
    Some(())
}

/// Statements in braces, after what they belong to.
fn push_block(text: &mut String, statements: &[Tree], indent: usize) -> Option<()> {
    text.push_str(" {");
    if statements.is_empty() || column(text) > limit(indent) {
        return None;
    }
    let ends = |tree: &Tree| tree.is_sign(';') || matches!(tree, Tree::Group(Delimiter::Brace, _));
    for statement in statements.split_inclusive(ends) {
        text.push('\n');
        begin(text, indent + INDENT);
        push_statement(text, statement, indent + INDENT)?;
    }
    text.push('\n');
    begin(text, indent);
    text.push('}');
    Some(())
}

fn push_statement(text: &mut String, statement: &[Tree], indent: usize) -> Option<()> {
    match statement {
        [head @ .., Tree::Group(Delimiter::Brace, statements)] => {
            push_loop_head(text, head)?;
            return push_block(text, statements, indent);
        }
        [word, rest @ .., end] if word.is("let") && end.is_sign(';') => {
            let binding = match rest {
                [mutable, Tree::Ident(_), equal, ..] if mutable.is("mut") && equal.is_sign('=') => 3,
                [Tree::Ident(_), equal, ..] if equal.is_sign('=') => 2,
                _ => return None,
            };
            push_line(text, &statement[..=binding]);
            text.push(' ');
            push_chain(text, &rest[binding..], indent, 1)?;
        }
        [print, bang, literals @ Tree::Group(Delimiter::Parenthesis, inner), end]
            if print.is("println") && bang.is_sign('!') && end.is_sign(';') =>
        {
            text.push_str("println!");
            push_line(text, std::slice::from_ref(literals));
            let is_short = column(text) < limit(indent);
            if !is_short || !matches!(inner.as_slice(), [Tree::Literal(_)]) {
                return None;
            }
        }
        [value @ .., end] if end.is_sign(';') => push_chain(text, value, indent, 1)?,
        value => return push_chain(text, value, indent, 0),
    }
    text.push(';');
    Some(())
}

/// `while let Some(item) = items.next().await`
fn push_loop_head(text: &mut String, head: &[Tree]) -> Option<()> {
    let equal = head.iter().position(|tree| tree.is_sign('='))?;
    let (pattern, value) = (&head[..equal], &head[equal + 1..]);
    let is_pattern = match pattern {
        [word, bind, Tree::Ident(_), Tree::Group(Delimiter::Parenthesis, inner)] => {
            word.is("while") && bind.is("let") && matches!(inner.as_slice(), [Tree::Ident(_)])
        }
        _ => false,
    };
    let mut links = value.split(|tree| tree.is_sign('.'));
    if !is_pattern || !is_expression(links.next()?) || !links.all(is_link) {
        return None;
    }
    push_line(text, head);
    Some(())
}

/// A call and the calls of methods of what comes of it, which `after` bytes follow: on the line where it holds them, and each
/// on a line of its own otherwise.
fn push_chain(text: &mut String, chain: &[Tree], indent: usize, after: usize) -> Option<()> {
    let links: Vec<&[Tree]> = chain.split(|tree| tree.is_sign('.')).collect();
    let (first, others) = links.split_first()?;
    if !is_expression(first) || !others.iter().all(|link| is_link(link)) {
        return None;
    }
    let begin_of_chain = text.len();
    push_line(text, chain);
    if column(text) + after <= limit(indent) {
        return Some(());
    }
    text.truncate(begin_of_chain);
    push_line(text, first);
    let is_broken = !others.is_empty() && column(text) <= limit(indent);
    for (index, link) in others.iter().enumerate() {
        let after = if index + 1 < others.len() { 0 } else { after };
        text.push('\n');
        begin(text, indent + INDENT);
        text.push('.');
        push_link(text, link, indent + INDENT, after)?;
    }
    is_broken.then_some(())
}

/// `list()`, `build()?`, `await?`
fn is_link(link: &[Tree]) -> bool {
    let call = match link {
        [call @ .., mark] if mark.is_sign('?') => call,
        call => call,
    };
    match call {
        [word] => word.is("await"),
        [Tree::Ident(_), .., Tree::Group(Delimiter::Parenthesis, _)] => is_expression(call),
        _ => false,
    }
}

/// A link on a line of its own; where it is too long, its arguments are on theirs.
fn push_link(text: &mut String, link: &[Tree], indent: usize, after: usize) -> Option<()> {
    let begin_of_link = text.len();
    push_line(text, link);
    if column(text) + after <= limit(indent) {
        return Some(());
    }
    text.truncate(begin_of_link);
    let [name @ Tree::Ident(_), Tree::Group(Delimiter::Parenthesis, arguments)] = link else {
        return None;
    };
    let is_known = match arguments.as_slice() {
        [] => false,
        // A list that is the only argument has its elements on lines of their own.
        [first, ..] => matches!(first, Tree::Ident(_) | Tree::Literal(_)) || split(arguments).count() > 1,
    };
    if !is_known {
        return None;
    }
    push_line(text, std::slice::from_ref(name));
    push_arguments(text, arguments, indent)
}

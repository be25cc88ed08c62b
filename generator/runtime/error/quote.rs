//! What a message says of an error answer.

use crate::runtime::json::{Tree, parse};

/// How much of it a message quotes, in characters: enough for a sentence.
const LENGTH: usize = 200;

/// Where servers put the sentence that they have for people, most telling first: RFC 9457 (`detail`, `title`), RFC 6749
/// (`error_description`, `error`), and the habits of frameworks.
const MEMBERS: [&str; 6] = ["message", "detail", "error_description", "reason", "title", "error"];

/// The sentence for people in the body of an error answer, in quotes, on one line, with control characters escaped.
///
/// Nothing else of a body is fit for a message, since messages go into logs: a server may repeat the input that it refuses,
/// passwords included.
pub(super) fn quote_message(body: &[u8]) -> Option<String> {
    let body = parse(body).ok()?;
    let nested = body.member("error").and_then(|error| error.member("message"));
    let members = MEMBERS.iter().filter_map(|name| body.member(name));
    let mut texts = members.chain(nested).filter_map(Tree::text);
    texts.find_map(quote)
}

fn quote(text: &str) -> Option<String> {
    let mut text = text.trim().chars();
    let beginning: String = text.by_ref().take(LENGTH).collect();
    let dots = if text.next().is_some() { " ..." } else { "" };
    (!beginning.is_empty()).then(|| format!("{beginning:?}{dots}"))
}

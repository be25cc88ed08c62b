//! Calls of our own macros, which `prettyplease` prints as a stream of tokens, since it cannot know what they mean.
//!
//! A call is written like code: `runtime::request!(ListRequest -> Vec<models::Token>);`. What stands in braces is a table,
//! with an entry on each line, so that a new entry is a new line of the diff and nothing else.

use proc_macro2::{Delimiter, Group, Punct, Spacing, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Item, ItemMacro};

use super::mark;

/// What a line may hold; rustfmt's own limit.
const WIDTH: usize = 100;

/// Takes the calls of `runtime` macros out of a file, leaves a mark at each, and returns their text.
pub(super) fn take(file: &mut syn::File) -> Vec<String> {
    let mut calls = Vec::new();
    for item in &mut file.items {
        if let Item::Macro(item) = item
            && is_of_the_runtime(item)
        {
            mark::call(&mut item.attrs, calls.len());
            calls.push(print(item));
            item.mac.tokens = TokenStream::new();
        }
    }
    calls
}

/// Whether a macro is one of ours.
pub(super) fn is_of_the_runtime(item: &ItemMacro) -> bool {
    let first = item.mac.path.segments.first();
    first.is_some_and(|first| first.ident == "runtime")
}

fn print(item: &ItemMacro) -> String {
    let path = line(item.mac.path.to_token_stream());
    let arguments = line(item.mac.tokens.clone());
    let call = format!("{path}!({arguments});\n");
    if call.contains("{\n") || call.len() <= WIDTH {
        call
    } else {
        format!("{path}!(\n    {arguments}\n);\n")
    }
}

/// Tokens as a person would write them on a line.
fn line(tokens: TokenStream) -> String {
    let mut line = String::new();
    let mut is_glued = true;
    for token in tokens {
        match token {
            TokenTree::Group(group) => push_group(&mut line, &group),
            TokenTree::Punct(punct) => {
                if !is_glued && !sticks_to_former(&punct) {
                    line.push(' ');
                }
                line.push(punct.as_char());
                is_glued = sticks_to_next(&line, &punct);
                continue;
            }
            token => {
                if !is_glued {
                    line.push(' ');
                }
                line.push_str(&token.to_string());
            }
        }
        is_glued = false;
    }
    line
}

fn push_group(line: &mut String, group: &Group) {
    match group.delimiter() {
        Delimiter::Brace => line.push_str(&table(group.stream())),
        Delimiter::Bracket => push_list(line, ["[", "]"], group),
        Delimiter::Parenthesis => push_list(line, ["(", ")"], group),
        Delimiter::None => line.push_str(&self::line(group.stream())),
    }
}

fn push_list(line: &mut String, [open, close]: [&str; 2], group: &Group) {
    if line.ends_with("->") || line.ends_with([',', '=']) {
        line.push(' ');
    }
    line.push_str(open);
    line.push_str(&self::line(group.stream()));
    line.push_str(close);
}

fn sticks_to_former(punct: &Punct) -> bool {
    matches!(punct.as_char(), ',' | ':' | '<' | '>' | '.')
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

/// What stands in braces, an entry on each line.
fn table(tokens: TokenStream) -> String {
    let mut entries: Vec<TokenStream> = vec![TokenStream::new()];
    for token in tokens {
        let ends_entry = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ',');
        if let Some(entry) = entries.last_mut() {
            entry.extend([token]);
        }
        if ends_entry {
            entries.push(TokenStream::new());
        }
    }
    entries.retain(|entry| !entry.is_empty());
    if entries.is_empty() {
        return " {}".to_owned();
    }
    let lines: Vec<String> = entries.into_iter().map(line).collect();
    format!(" {{\n    {}\n}}", lines.join("\n    "))
}

#[cfg(test)]
mod tests {
    use quote::quote;
    use syn::parse_quote;

    use super::*;

    #[track_caller]
    fn check(tokens: TokenStream, expected: &str) {
        let item: ItemMacro = syn::parse2(tokens).unwrap();
        assert_eq!(print(&item), expected);
    }

    #[test]
    fn types_are_written_as_people_do() {
        check(
            quote!(runtime::request!(ListRequest -> Vec<models::Token>);),
            "runtime::request!(ListRequest -> Vec<models::Token>);\n",
        );
        check(
            quote!(runtime::request!(A -> crate::Map<Option<i64>> as text);),
            "runtime::request!(A -> crate::Map<Option<i64>> as text);\n",
        );
        check(quote!(runtime::request!(A -> ());), "runtime::request!(A -> ());\n");
        check(
            quote!(runtime::redacted_debug!(Login, ["password", "pin"]);),
            "runtime::redacted_debug!(Login, [\"password\", \"pin\"]);\n",
        );
    }

    #[test]
    fn a_table_has_an_entry_on_each_line() {
        check(
            quote!(runtime::object!(Pet { id: "id", owner: required "Owner", ..rest });),
            "runtime::object!(Pet {\n    id: \"id\",\n    owner: required \"Owner\",\n    ..rest\n});\n",
        );
        check(quote!(runtime::object!(Empty {});), "runtime::object!(Empty {});\n");
        check(
            quote!(runtime::error_body!(A { 400 => Status400, 500..=599 => Status5Xx, _ => Default });),
            "runtime::error_body!(A {\n    400 => Status400,\n    500..=599 => Status5Xx,\n    _ => Default\n});\n",
        );
        check(
            quote!(runtime::setters!(A { a: impl Into<i64> = "`1`", b: impl IntoIterator<Item = (impl Into<String>, B<C>)> as map, });),
            "runtime::setters!(A {\n    a: impl Into<i64> = \"`1`\",\n    b: impl IntoIterator<Item = (impl Into<String>, B<C>)> as map,\n});\n",
        );
    }

    #[test]
    fn a_long_call_gets_a_line_of_its_own_for_its_arguments() {
        let name = quote::format_ident!("{}", "A".repeat(80));
        check(
            quote!(runtime::request!(#name -> Vec<String>);),
            &format!("runtime::request!(\n    {name} -> Vec<String>\n);\n"),
        );
    }

    #[test]
    fn other_macros_are_left_to_the_printer() {
        let mut file: syn::File = parse_quote!(thread_local!(static A: i64 = 1););
        assert!(take(&mut file).is_empty());
    }
}

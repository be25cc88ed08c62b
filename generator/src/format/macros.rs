//! Calls of our own macros, which `prettyplease` prints as a stream of tokens, since it cannot know what they mean.
//!
//! A call is written like code: `runtime::request!(ListRequest -> Vec<models::Token>);`. What stands in braces is a table,
//! with an entry on each line, so that a new entry is a new line of the diff and nothing else.

use proc_macro2::Delimiter;

use super::line::push_line;
use super::tree::Tree;

/// What a line may hold; rustfmt's own limit.
const WIDTH: usize = 100;

/// The call of a macro of the runtime; `None` where an item is something else.
pub(super) fn call(body: &[Tree]) -> Option<Call<'_>> {
    let (arguments, path) = match body {
        [path @ .., bang, Tree::Group(_, arguments)] if bang.is_sign('!') => (arguments, path),
        [path @ .., bang, Tree::Group(_, arguments), end] if bang.is_sign('!') && end.is_sign(';') => (arguments, path),
        _ => return None,
    };
    let is_of_the_runtime = path.first().is_some_and(|first| first.is("runtime"));
    is_of_the_runtime.then_some(Call { path, arguments })
}

/// The call of a macro of the runtime.
pub(super) struct Call<'t> {
    path: &'t [Tree],
    arguments: &'t [Tree],
}

impl Call<'_> {
    /// Whether it has entries on lines of their own.
    pub(super) fn is_table(&self) -> bool {
        self.arguments.iter().any(|tree| tree.group(Delimiter::Brace).is_some())
    }

    /// Adds the call with its line break.
    pub(super) fn push(&self, text: &mut String) {
        let begin = text.len();
        push_line(text, self.path);
        text.push_str("!(");
        push_line(text, self.arguments);
        text.push_str(");\n");
        let call = &text[begin..];
        if call.contains("{\n") || call.len() <= WIDTH {
            return;
        }
        text.truncate(begin);
        push_line(text, self.path);
        text.push_str("!(\n    ");
        push_line(text, self.arguments);
        text.push_str("\n);\n");
    }
}

#[cfg(test)]
mod tests {
    use proc_macro2::TokenStream;
    use quote::quote;

    use super::super::tree::trees;
    use super::*;

    #[track_caller]
    fn check(tokens: TokenStream, expected: &str) {
        let mut text = String::new();
        call(&trees(tokens)).unwrap().push(&mut text);
        assert_eq!(text, expected);
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
        assert!(call(&trees(quote!(thread_local!(static A: i64 = 1);))).is_none());
    }
}

//! Identifiers that a user chose.

/// Whether the text can stand as an identifier where a module, a method or a type gets its name.
pub(super) fn is_ident(text: &str) -> bool {
    // The parser passes over comments and white space around an identifier.
    let is_whole = |ident: syn::Ident| ident == text;
    text != "_" && !text.starts_with("r#") && syn::parse_str(text).is_ok_and(is_whole)
}

#[cfg(test)]
mod tests {
    use super::is_ident;

    #[test]
    fn keywords_and_signs_are_no_identifiers() {
        for text in ["pets", "Pets2", "_pets", "union"] {
            assert!(is_ident(text), "{text}");
        }
        for text in ["", "_", "type", "Self", "2pets", "my-pets", "a.b", "a b", "r#a", "a //"] {
            assert!(!is_ident(text), "{text}");
        }
    }
}

//! Which modules some code mentions. Literals, and so the text of docs, mention nothing.

use proc_macro2::{Spacing, TokenStream, TokenTree};

/// Whether a path in the code goes through a module: `models::Pet`.
pub(super) fn mentions(tokens: &TokenStream, module: &str) -> bool {
    let mut was_module = false;
    let mut open = vec![tokens.clone().into_iter()];
    while let Some(level) = open.last_mut() {
        let Some(token) = level.next() else {
            open.pop();
            continue;
        };
        match token {
            // The colon of `models: i64` stands alone.
            TokenTree::Punct(sign) if was_module && sign.as_char() == ':' && sign.spacing() == Spacing::Joint => {
                return true;
            }
            TokenTree::Ident(ident) => was_module = ident == module,
            TokenTree::Group(group) => {
                was_module = false;
                open.push(group.stream().into_iter());
            }
            _ => was_module = false,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::mentions;

    #[test]
    fn only_paths_mention() {
        for tokens in [
            quote!(
                fn f(pet: Vec<models::Pet>) {}
            ),
            quote!(models::f();),
            quote!({ { (models::A) } }),
        ] {
            assert!(mentions(&tokens, "models"), "{tokens}");
        }
        for tokens in [
            quote!(
                #[doc = "models :: Pet"]
                fn f() {}
            ),
            quote!(
                fn f(models: i64) {}
            ),
            quote!(
                fn models() -> i64 {
                    ::f()
                }
            ),
        ] {
            assert!(!mentions(&tokens, "models"), "{tokens}");
        }
    }
}

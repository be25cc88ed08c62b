//! Which modules some code mentions. Literals, and so the text of docs, mention nothing.

use proc_macro2::{Spacing, TokenStream, TokenTree};

/// Whether a path in the code goes through a module: `models::Pet`.
pub(super) fn mentions(tokens: &TokenStream, module: &str) -> bool {
    !mentioned(tokens, &[module]).is_empty()
}

/// Those of some modules that a path in the code goes through, in their order.
pub(super) fn mentioned<'m>(tokens: &TokenStream, modules: &[&'m str]) -> Vec<&'m str> {
    let mut found = vec![false; modules.len()];
    let mut former = None;
    let mut open = vec![tokens.clone().into_iter()];
    while let Some(level) = open.last_mut() {
        let Some(token) = level.next() else {
            open.pop();
            continue;
        };
        let module = former.take();
        match token {
            // The colon of `models: i64` stands alone.
            TokenTree::Punct(sign) if sign.as_char() == ':' && sign.spacing() == Spacing::Joint => {
                if let Some(module) = module {
                    found[module] = true;
                }
            }
            TokenTree::Ident(ident) => former = modules.iter().position(|module| ident == module),
            TokenTree::Group(group) => open.push(group.stream().into_iter()),
            _ => {}
        }
    }
    let modules = modules.iter().zip(found);
    modules
        .filter(|(_, is_found)| *is_found)
        .map(|(module, _)| *module)
        .collect()
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

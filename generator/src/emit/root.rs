//! The root of the crate.

use proc_macro2::TokenStream;
use quote::quote;

use super::context::{Context, Needs};
use super::docs::Docs;
use super::{Emitted, api, page, rust};
use crate::config;

pub(super) fn files(package: &config::Package, contexts: &[Context<'_>], needs: &Needs) -> Vec<Emitted> {
    let docs = docs(package, contexts);
    let modules = contexts.iter().map(|context| match &context.names.module {
        Some(module) => quote!(pub mod #module;),
        None => api::items(context),
    });
    let reexports = reexports(needs);
    let doctests = doctests(contexts);
    let tokens = quote! {
        #docs
        #(#modules)*
        #[doc(hidden)]
        pub mod runtime;
        #reexports
        #doctests
    };
    vec![rust("src/lib.rs".to_owned(), tokens)]
}

fn docs(package: &config::Package, contexts: &[Context<'_>]) -> TokenStream {
    let docs = match &package.description {
        Some(description) => Docs::default().theirs(Some(description)),
        None => contexts.iter().fold(Docs::default(), |docs, context| docs.theirs(Some(&context.api.title))),
    };
    let docs = contexts.first().map_or_else(|| docs.clone(), |context| {
        let example = super::example::first_call(context);
        example.into_iter().fold(docs.clone().ours("```no_run"), Docs::line).line("```")
    });
    docs.inner()
}

/// What the signatures of every API show.
fn reexports(needs: &Needs) -> TokenStream {
    let base64 = needs.base64.then(|| quote!(Base64,));
    let chrono = needs.chrono.then(|| quote!(Date, DateTime,));
    quote! {
        pub use runtime::{
            #base64 #chrono Error, ErrorKind, Map, Nullable, RawResponse, Request, Response, Result, Secret, Transport,
            TransportError,
        };
    }
}

/// The README and the pages are compiled with the documentation tests.
fn doctests(contexts: &[Context<'_>]) -> TokenStream {
    let pages = page::paths(contexts).into_iter().map(|path| format!("../{path}"));
    let texts = std::iter::once("../README.md".to_owned()).chain(pages);
    quote! {
        #[cfg(doctest)]
        mod doctests {
            #(#![doc = include_str!(#texts)])*
        }
    }
}

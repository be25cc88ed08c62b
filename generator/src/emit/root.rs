//! The root of the crate.

use proc_macro2::TokenStream;
use quote::quote;

use super::context::Context;
use super::docs::Docs;
use super::part::{Part, Parts};
use super::{Emitted, api, depth, page, rust};
use crate::config;

pub(super) fn file(package: &config::Package, contexts: &[Context<'_>], parts: &Parts) -> Emitted {
    let docs = docs(package, contexts);
    let modules = contexts.iter().map(|context| match &context.names.module {
        Some(module) => quote!(pub mod #module;),
        None => api::items(context),
    });
    let reexports = reexports(parts);
    let doctests = doctests(contexts);
    let recursion_limit = depth::recursion_limit(contexts);
    let tokens = quote! {
        #docs
        #recursion_limit
        #(#modules)*
        #[doc(hidden)]
        pub mod runtime;
        #reexports
        #doctests
    };
    rust("src/lib.rs".to_owned(), tokens)
}

fn docs(package: &config::Package, contexts: &[Context<'_>]) -> TokenStream {
    let about = Docs::default().theirs(package.description.as_deref());
    // An API that stands in a module is described there.
    let at_root = contexts.iter().filter(|context| context.names.module.is_none());
    let about = at_root.fold(about, |docs, context| api::docs(context, docs));
    let example = contexts
        .iter()
        .find(|context| context.has_client())
        .map(super::example::first_call);
    let docs = match example {
        Some(example) => example
            .into_iter()
            .fold(about.ours("```no_run"), Docs::line)
            .line("```"),
        None => about,
    };
    docs.inner()
}

/// What the signatures of every API show, and what it takes to stand in for the server in a test.
fn reexports(parts: &Parts) -> TokenStream {
    let base64 = parts.contains(&Part::Base64).then(|| quote!(Base64,));
    let chrono = parts.contains(&Part::Chrono).then(|| quote!(Date, DateTime,));
    let download = parts.contains(&Part::Download).then(|| quote!(Download,));
    let events = parts.contains(&Part::Events).then(|| quote!(Event, Events,));
    let header = parts.contains(&Part::Header).then(|| quote!(Header,));
    let items = parts.contains(&Part::Pages).then(|| quote!(Items,));
    let pages = parts.contains(&Part::Pages).then(|| quote!(Pages,));
    let lines = parts.contains(&Part::Lines).then(|| quote!(Lines,));
    let multipart = parts.contains(&Part::Multipart).then(|| quote!(File, Form,));
    let uuid = parts.contains(&Part::Uuid).then(|| {
        quote!(
            #[doc(no_inline)]
            pub use uuid::Uuid;
        )
    });
    let webhook_key = parts.contains(&Part::WebhookKey).then(|| {
        quote!(
            pub use runtime::WebhookKey;
        )
    });
    let client_credentials = parts
        .contains(&Part::ClientCredentials)
        .then(|| quote!(ClientCredentials,));
    quote! {
        #[cfg(feature = "mock")]
        pub use runtime::{Mock, Reply};
        pub use runtime::{
            Attempt, #base64 Body, BodySource, BoxFuture, #client_credentials Credential, #chrono #download Error, ErrorBody,
            ErrorKind, #events #multipart #header Hook, #items Json, #lines Map, Nullable, Outcome, #pages RawResponse, Request, Response,
            Result, Secret, Transport, TransportError, TransportResponse,
        };
        #uuid
        #webhook_key
    }
}

/// The README and the pages are compiled with the documentation tests, each as the documentation of a module of its own.
fn doctests(contexts: &[Context<'_>]) -> TokenStream {
    let mut paths = page::paths(contexts).into_iter().map(|path| format!("../{path}"));
    let apis = contexts.iter().map(|context| {
        let pages: Vec<TokenStream> = context
            .resources()
            .into_iter()
            .zip(paths.by_ref())
            .map(|((_, names), path)| {
                let module = &names.module;
                quote!(mod #module { #![doc = include_str!(#path)] })
            })
            .collect();
        match &context.names.module {
            Some(module) => quote!(mod #module { #(#pages)* }),
            None => quote!(#(#pages)*),
        }
    });
    quote! {
        #[cfg(doctest)]
        mod doctests {
            #![doc = include_str!("../README.md")]
            #(#apis)*
        }
    }
}

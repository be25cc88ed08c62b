//! What the server sends by itself: a function for each webhook and each callback.

use proc_macro2::TokenStream;
use quote::quote;

use super::context::Context;
use super::docs::{Docs, code};
use super::ty::Site;
use super::{Emitted, prose, rust};
use crate::model::Webhook;
use crate::names::Ident;

pub(super) fn file(context: &Context<'_>) -> Emitted {
    let webhooks = &context.api.webhooks;
    let inner = Docs::default()
        .ours("What the server sends by itself: each function reads the body of one such request.")
        .ours("An error has the kind [`Webhook`](crate::ErrorKind::Webhook): the body is not what the description declares.");
    let inner = if webhooks.iter().any(|webhook| webhook.is_signed) {
        inner.ours(
            "What is signed (<https://www.standardwebhooks.com>) is checked first: the signature, and that it is no older than \
             five minutes. Keep the id, the header `webhook-id`, for as long, so that nothing is taken twice.",
        )
    } else {
        inner
    };
    let inner = inner.inner();
    let mut functions: Vec<(&Webhook, &Ident)> = webhooks.iter().zip(&context.names.webhooks).collect();
    functions.sort_by_key(|(_, name)| *name);
    let functions = functions
        .into_iter()
        .map(|(webhook, name)| function(context, webhook, name));
    let functions: Vec<TokenStream> = functions.collect();
    let path = format!("{}webhooks.rs", context.folder());
    let models = super::mention::mentions(&quote!(#(#functions)*), "models").then(|| {
        quote!(
            use super::models;
        )
    });
    rust(path, quote!(#inner #models use crate::runtime; #(#functions)*))
}

fn function(context: &Context<'_>, webhook: &Webhook, name: &Ident) -> TokenStream {
    let ty = context.ty_or_null(webhook.payload.schema, Site::Api);
    let key = &webhook.name;
    let deprecated = webhook.deprecated.then(|| quote!(#[deprecated]));
    let docs = docs(webhook).outer();
    if webhook.is_signed {
        quote! {
            #docs
            #deprecated
            pub fn #name(key: &crate::WebhookKey, headers: &http::HeaderMap, body: impl AsRef<[u8]>) -> crate::Result<#ty> {
                key.verify(headers, body.as_ref())?;
                runtime::webhook(#key, body.as_ref())
            }
        }
    } else {
        quote! {
            #docs
            #deprecated
            pub fn #name(body: impl AsRef<[u8]>) -> crate::Result<#ty> {
                runtime::webhook(#key, body.as_ref())
            }
        }
    }
}

fn docs(webhook: &Webhook) -> Docs {
    let what = code(&format!("{} {}", webhook.method, webhook.name));
    let summary = webhook.summary.as_deref().map(prose::one_line);
    let docs = Docs::default().ours(match summary.filter(|summary| !summary.is_empty()) {
        Some(summary) => format!("{what}: {summary}"),
        None => what,
    });
    let docs = docs.theirs(webhook.description.as_deref());
    match &webhook.callback_of {
        Some(route) => docs.ours(format!("A callback of {}.", code(route))),
        None => docs,
    }
}

//! What the server sends by itself: a function for each webhook and each callback.

use proc_macro2::TokenStream;
use quote::quote;

use super::context::Context;
use super::docs::{Docs, code};
use super::parameter::style;
use super::resource::uses;
use super::ty::Site;
use super::{Emitted, prose, rust};
use crate::model::{Content, Kind, MediaType, Style, Webhook};
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
    let body = quote!(#(#functions)*);
    let uses = uses(&body);
    rust(path, quote!(#inner #uses #body))
}

fn function(context: &Context<'_>, webhook: &Webhook, name: &Ident) -> TokenStream {
    let (ty, read) = read(context, webhook);
    let deprecated = webhook.deprecated.then(|| quote!(#[deprecated]));
    let docs = docs(webhook).outer();
    if webhook.is_signed {
        quote! {
            #docs
            #deprecated
            pub fn #name(key: &crate::WebhookKey, headers: &http::HeaderMap, body: impl AsRef<[u8]>) -> crate::Result<#ty> {
                key.verify(headers, body.as_ref())?;
                #read
            }
        }
    } else {
        quote! {
            #docs
            #deprecated
            pub fn #name(body: impl AsRef<[u8]>) -> crate::Result<#ty> {
                #read
            }
        }
    }
}

/// What the body is, and how it is read.
fn read(context: &Context<'_>, webhook: &Webhook) -> (TokenStream, TokenStream) {
    let (key, payload) = (&webhook.name, &webhook.payload);
    let ty = context.ty_or_null(payload.schema, Site::Api);
    if let Some(table) = context.table_of(payload) {
        return (ty, quote!(runtime::webhook_xml(#key, body.as_ref(), &xml::#table)));
    }
    match payload.media_type {
        MediaType::Form => {
            let styles = context.styles_to_read(payload);
            let styles = styles.into_iter().map(|(member, style)| quote!((#member, #style)));
            (ty, quote!(runtime::webhook_form(#key, body.as_ref(), &[#(#styles),*])))
        }
        MediaType::JsonLines => (quote!(Vec<#ty>), quote!(runtime::webhook_lines(#key, body.as_ref()))),
        MediaType::Text | MediaType::Xml => (quote!(String), quote!(runtime::webhook_text(#key, body.as_ref()))),
        MediaType::Bytes => (
            quote!(bytes::Bytes),
            quote!(runtime::webhook_bytes(#key, body.as_ref())),
        ),
        MediaType::Json | MediaType::Multipart | MediaType::EventStream => {
            (ty, quote!(runtime::webhook(#key, body.as_ref())))
        }
    }
}

impl Context<'_> {
    /// The members of a form that are not read as usual: those with a style of their own, and objects, which are JSON
    /// (OpenAPI 3.0.4, section 4.7.15).
    fn styles_to_read(&self, content: &Content) -> Vec<(String, TokenStream)> {
        let declared = content.encodings.iter();
        let declared = declared.filter_map(|encoding| Some((encoding.name.as_str(), encoding.style?)));
        let mut styles: Vec<(&str, Style)> = declared.collect();
        let schemas = &self.api.schemas;
        if let Kind::Object(object) = &schemas[schemas.unaliased(content.schema)].kind {
            for property in &object.properties {
                let is_declared = styles.iter().any(|(name, _)| *name == property.name);
                if !is_declared && schemas.holds_objects(property.schema) {
                    styles.push((&property.name, Style::Json));
                }
            }
        }
        let styles = styles.into_iter();
        styles.map(|(name, chosen)| (name.to_owned(), style(chosen))).collect()
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
    let docs = match webhook.payload.media_type {
        MediaType::Json => docs,
        _ => docs.ours(format!("Its body is {}.", code(&webhook.payload.name))),
    };
    match &webhook.callback_of {
        Some(route) => docs.ours(format!("A callback of {}.", code(route))),
        None => docs,
    }
}

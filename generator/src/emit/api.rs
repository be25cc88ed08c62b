//! The files of an API beside its models.

use proc_macro2::TokenStream;
use quote::quote;

use super::context::Context;
use super::docs::Docs;
use super::{Task, client, headers, prose, resource, rust, webhooks, xml};

/// The module of the API, its client, and a file for each resource. At the root of the crate the module falls away.
pub(super) fn tasks<'a>(context: &'a Context<'a>) -> Vec<Task<'a>> {
    let mut tasks: Vec<Task<'a>> = Vec::new();
    if context.has_client() {
        tasks.push(Box::new(|| client::file(context)));
    }
    if !context.api.headers.is_empty() {
        tasks.push(Box::new(|| headers::file(context)));
    }
    if !context.api.webhooks.is_empty() {
        tasks.push(Box::new(|| webhooks::file(context)));
    }
    if !context.names.tables.is_empty() {
        tasks.push(Box::new(|| xml::file(context)));
    }
    for (resource, names) in context.resources() {
        tasks.push(Box::new(|| resource::file(context, resource, names)));
    }
    if let Some(module) = &context.names.module {
        tasks.push(Box::new(move || {
            let inner = docs(context, Docs::default()).inner();
            let items = items(context);
            rust(format!("src/{module}/mod.rs"), quote!(#inner #items))
        }));
    }
    tasks
}

/// What the API is: its title and version, and what the description says about it.
pub(super) fn docs(context: &Context<'_>, docs: Docs) -> Docs {
    let version = context.api.version.as_ref();
    let version = version
        .map(|version| format!(", version {version}"))
        .unwrap_or_default();
    docs.ours(prose::line(&format!("{}{version}.", context.api.title)))
        .theirs(context.api.description.as_deref())
}

/// The modules of the API and what users reach without naming them.
pub(super) fn items(context: &Context<'_>) -> TokenStream {
    let modules = context.resources().into_iter().map(|(_, names)| &names.module);
    let models = (!context.names.types.is_empty()).then(|| {
        quote!(
            pub mod models;
        )
    });
    let headers = (!context.api.headers.is_empty()).then(|| {
        quote!(
            pub mod headers;
        )
    });
    let webhooks = (!context.api.webhooks.is_empty()).then(|| {
        quote!(
            pub mod webhooks;
        )
    });
    let xml = (!context.names.tables.is_empty()).then(|| {
        quote!(
            mod xml;
        )
    });
    let server = (context.api.servers.len() > 1).then(|| quote!(, Server));
    let (client, uses) = if context.has_client() {
        (
            quote!(
                mod client;
            ),
            quote!(pub use client::{Client, ClientBuilder #server};),
        )
    } else {
        (quote!(), quote!())
    };
    quote! {
        #client
        #headers
        #models
        #(pub mod #modules;)*
        #webhooks
        #xml
        #uses
    }
}

//! The files of an API beside its models.

use proc_macro2::TokenStream;
use quote::quote;

use super::context::Context;
use super::docs::Docs;
use super::{Emitted, client, prose, resource, rust};

/// The module of the API, its client, and a file for each resource. At the root of the crate the module falls away.
pub(super) fn files(context: &Context<'_>) -> Vec<Emitted> {
    let mut files = Vec::new();
    if context.has_client() {
        files.push(client::file(context));
    }
    files.extend(
        context
            .resources()
            .into_iter()
            .map(|(api, names)| resource::file(context, api, names)),
    );
    if let Some(module) = &context.names.module {
        let inner = docs(context, Docs::default()).inner();
        let items = items(context);
        files.push(rust(format!("src/{module}/mod.rs"), quote!(#inner #items)));
    }
    files
}

/// What the API is: its title and version, and what the description says about it.
pub(super) fn docs(context: &Context<'_>, docs: Docs) -> Docs {
    let title = prose::plain(&context.api.title);
    let version = context
        .api
        .version
        .as_deref()
        .map(|version| format!(", version {}", prose::plain(version)));
    docs.ours(format!("{title}{}.", version.unwrap_or_default()))
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
        #models
        #(pub mod #modules;)*
        #uses
    }
}

//! The file of a resource: the resource with a method for each operation, and then what belongs to each operation.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::context::Context;
use super::docs::{Docs, code};
use super::mention::mentioned;
use super::{Emitted, rust};
use crate::model::{Operation, Resource};
use crate::names::{OperationNames, ResourceNames};

pub(super) fn file(context: &Context<'_>, resource: &Resource, names: &ResourceNames) -> Emitted {
    let mut operations: Vec<(&Operation, &OperationNames)> =
        resource.operations.iter().zip(&names.operations).collect();
    operations.sort_by_key(|(_, names)| &names.method);
    let ident = &names.ident;
    let docs = Docs::default().ours(format!("The operations of the tag {}.", code(&resource.tag)));
    let docs = docs.theirs(resource.description.as_deref());
    let outer = docs.outer();
    let inner = Docs::default()
        .ours(format!(
            "[{}], its requests and what they fail with.",
            code(ident.as_str())
        ))
        .inner();
    let methods = operations.iter().map(|(operation, names)| {
        let method = context.method(operation, names);
        let bodies = context.body_methods(operation, names);
        quote!(#method #bodies)
    });
    let items = operations
        .iter()
        .map(|(operation, names)| context.operation(operation, names, ident));
    let body = quote! {
        #outer
        #[derive(Clone, Debug)]
        pub struct #ident {
            client: runtime::Client,
        }
        impl #ident {
            pub(super) fn new(client: &runtime::Client) -> Self {
                Self { client: client.clone() }
            }
            #(#methods)*
        }
        #(#items)*
    };
    let uses = uses(&body);
    rust(
        format!("{}{}.rs", context.folder(), names.module),
        quote!(#inner #uses #body),
    )
}

/// The imports of what a file mentions.
pub(super) fn uses(body: &TokenStream) -> TokenStream {
    let modules = mentioned(body, &["client", "models", "xml"]);
    let mentioned: Vec<Ident> = modules.into_iter().map(|module| format_ident!("{module}")).collect();
    let beside = match mentioned.as_slice() {
        [] => quote!(),
        [only] => quote!(
            use super::#only;
        ),
        several => quote!(use super::{#(#several),*};),
    };
    quote!(#beside use crate::runtime;)
}

//! The declared failures of an operation: an enum of their bodies, by status.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::context::Context;
use super::docs::{Docs, code};
use super::prose;
use crate::model::{Content, MediaType, Operation, Response, Status};
use crate::names::{Ident, OperationNames};

impl Context<'_> {
    /// The failures whose body is typed, with their variants: a body of text or bytes is had from the error itself.
    pub(super) fn declared_failures<'o>(&self, operation: &'o Operation) -> Vec<(usize, &'o Response, &'o Content)> {
        let failures = operation.failures.iter().enumerate();
        let typed = failures.filter_map(|(index, response)| Some((index, response, response.content.as_ref()?)));
        typed
            .filter(|(_, _, content)| {
                let is_json = content.media_type == MediaType::Json && !self.is_untyped(content.schema);
                is_json || self.api.is_xml(content)
            })
            .collect()
    }

    pub(super) fn failure(
        &self,
        operation: &Operation,
        names: &OperationNames,
        resource: &Ident,
    ) -> Option<TokenStream> {
        let failures = self.declared_failures(operation);
        if failures.is_empty() {
            return None;
        }
        let name = &names.error;
        let link = format!("[`{resource}::{}`]", names.method);
        let docs = Docs::default()
            .ours(format!(
                "What {link} answers when it fails, by status; see [`Error::typed`](crate::Error::typed)."
            ))
            .outer();
        let variants = failures.iter().map(|(index, response, content)| {
            let docs = Docs::default().ours(response_doc(response)).outer();
            let variant = &names.failures[*index];
            let ty = self.variant_content_ty(content);
            quote!(#docs #variant(#ty),)
        });
        let entries = failures.iter().map(|(index, response, content)| {
            let variant = &names.failures[*index];
            let statuses = statuses(response.status);
            let table = self.table_of(content).map(|table| quote!(as xml by xml::#table));
            quote!(#statuses => #variant #table,)
        });
        Some(quote! {
            #docs
            #[derive(Clone, Debug, PartialEq)]
            #[non_exhaustive]
            pub enum #name {
                #(#variants)*
            }
            runtime::error_body!(#name { #(#entries)* });
        })
    }
}

/// The statuses of a failure, as the pattern of an entry; those of its own come before its range, and that before `default`.
fn statuses(status: Status) -> TokenStream {
    match status {
        Status::Range(digit) => {
            let [first, last] = [0, 99].map(|rest| Literal::u16_unsuffixed(u16::from(digit) * 100 + rest));
            quote!(#first..=#last)
        }
        status => pattern(status),
    }
}

/// The statuses that a response goes with; those of its own come before its range, and that before `default`.
pub(super) fn pattern(status: Status) -> TokenStream {
    match status {
        Status::Code(code) => {
            let code = Literal::u16_unsuffixed(code);
            quote!(#code)
        }
        Status::Range(digit) => {
            let digit = Literal::u8_unsuffixed(digit);
            quote!(status if status / 100 == #digit)
        }
        Status::Default => quote!(_),
    }
}

/// A response in one line: its status and what it means.
pub(super) fn response_doc(response: &Response) -> String {
    let status = code(&response.status.to_string());
    match response
        .description
        .as_deref()
        .map(prose::one_line)
        .filter(|description| !description.is_empty())
    {
        Some(description) => format!("{status}: {description}"),
        None => status,
    }
}

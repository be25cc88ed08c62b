//! What an operation answers when it succeeds.

use proc_macro2::TokenStream;
use quote::quote;

use super::context::Context;
use super::docs::Docs;
use super::failure::{pattern, response_doc};
use super::ty::Site;
use crate::model::{Content, MediaType, Operation, Response, Status};
use crate::names::{Ident, OperationNames};

/// What a successful call gives.
#[derive(Clone, Copy, Debug)]
pub(super) enum Answer<'o> {
    /// Nothing.
    Nothing,
    /// The same kind of body whatever the status.
    One(&'o Content),
    /// An enum, as the bodies differ by status.
    ByStatus,
}

impl Context<'_> {
    /// What a successful call gives: one thing where all declared answers agree.
    pub(super) fn answer_of<'o>(&self, operation: &'o Operation) -> Answer<'o> {
        let key = |response: &Response| {
            response.content.as_ref().map(|content| {
                (
                    content.media_type,
                    self.ty_or_null(content.schema, Site::Api).to_string(),
                )
            })
        };
        let Some(first) = operation.successes.first() else {
            return Answer::Nothing;
        };
        if operation.successes.iter().any(|response| key(response) != key(first)) {
            return Answer::ByStatus;
        }
        first.content.as_ref().map_or(Answer::Nothing, Answer::One)
    }

    /// The type that a successful call gives.
    pub(super) fn answer_ty(&self, operation: &Operation, names: &OperationNames) -> TokenStream {
        match self.answer_of(operation) {
            Answer::Nothing => quote!(()),
            Answer::One(content) => self.content_ty(content),
            Answer::ByStatus => {
                let output = &names.output;
                quote!(#output)
            }
        }
    }

    /// The answer as `request!` takes it.
    pub(super) fn answer(&self, operation: &Operation, names: &OperationNames) -> TokenStream {
        let ty = self.answer_ty(operation, names);
        match self.answer_of(operation) {
            Answer::Nothing => ty,
            Answer::ByStatus => quote!(#ty as by_status),
            Answer::One(content) => match content.media_type {
                MediaType::Json | MediaType::Form => ty,
                MediaType::Text | MediaType::Xml | MediaType::EventStream => quote!(#ty as text),
                MediaType::Bytes | MediaType::Multipart | MediaType::JsonLines => quote!(#ty as bytes),
            },
        }
    }

    pub(super) fn output(
        &self,
        operation: &Operation,
        names: &OperationNames,
        resource: &Ident,
    ) -> Option<TokenStream> {
        if !matches!(self.answer_of(operation), Answer::ByStatus) {
            return None;
        }
        let name = &names.output;
        let link = format!("[`{resource}::{}`]", names.method);
        let docs = Docs::default()
            .ours(format!("What {link} answers when it succeeds, by status."))
            .outer();
        let variants = operation
            .successes
            .iter()
            .zip(&names.successes)
            .map(|(response, variant)| {
                let docs = Docs::default().ours(response_doc(response)).outer();
                let body = response.content.as_ref().map(|content| {
                    let ty = self.variant_content_ty(content);
                    quote!((#ty))
                });
                quote!(#docs #variant #body,)
            });
        let has_default = operation
            .successes
            .iter()
            .any(|response| response.status == Status::Default);
        let rest = (!has_default).then(|| quote!(_ => Err(answer.undeclared()),));
        let arms = operation
            .successes
            .iter()
            .zip(&names.successes)
            .map(|(response, variant)| {
                let pattern = pattern(response.status);
                let read = match response.content.as_ref().map(|content| content.media_type) {
                    None => quote!(Ok(Self::#variant)),
                    Some(MediaType::Json | MediaType::Form) => quote!(answer.json().map(Self::#variant)),
                    Some(MediaType::Text | MediaType::Xml | MediaType::EventStream) => {
                        quote!(answer.text().map(Self::#variant))
                    }
                    Some(MediaType::Bytes | MediaType::Multipart | MediaType::JsonLines) => {
                        quote!(Ok(Self::#variant(answer.bytes())))
                    }
                };
                quote!(#pattern => #read,)
            });
        Some(quote! {
            #docs
            #[derive(Clone, Debug, PartialEq)]
            #[non_exhaustive]
            pub enum #name {
                #(#variants)*
            }
            impl runtime::Output for #name {
                fn read(answer: &runtime::Answer<'_>) -> runtime::ReadResult<Self> {
                    match answer.status() {
                        #(#arms)*
                        #rest
                    }
                }
            }
        })
    }

    /// The type of a body as one of several: a large object stands behind a pointer.
    pub(super) fn variant_content_ty(&self, content: &Content) -> TokenStream {
        let ty = self.content_ty(content);
        if content.media_type == MediaType::Json && self.is_large(content.schema) {
            quote!(Box<#ty>)
        } else {
            ty
        }
    }

    fn content_ty(&self, content: &Content) -> TokenStream {
        match content.media_type {
            MediaType::Json | MediaType::Form => self.ty_or_null(content.schema, Site::Api),
            MediaType::Text | MediaType::Xml | MediaType::EventStream => quote!(String),
            MediaType::Bytes | MediaType::Multipart | MediaType::JsonLines => quote!(bytes::Bytes),
        }
    }
}

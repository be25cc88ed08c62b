//! What an operation answers when it succeeds.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::context::Context;
use super::docs::Docs;
use super::failure::{pattern, response_doc};
use super::ty::Site;
use crate::model::{Content, Kind, MediaType, Operation, Status, StringFormat};
use crate::names::{Ident, OperationNames};

/// What a successful call gives.
#[derive(Clone, Debug)]
pub(super) enum Answer<'o> {
    /// Nothing.
    Nothing,
    /// The same kind of body whatever the status. What comes piece by piece may have no pieces.
    One(&'o Content),
    /// The same kind of body, or none with these statuses.
    Maybe(&'o Content, Vec<u16>),
    /// An enum, as the bodies differ by status.
    ByStatus,
}

impl Context<'_> {
    /// What a successful call gives: one thing where all declared answers agree.
    pub(super) fn answer_of<'o>(&self, operation: &'o Operation) -> Answer<'o> {
        let successes = &operation.successes;
        let mut contents = successes.iter().filter_map(|response| response.content.as_ref());
        let Some(first) = contents.next() else {
            return Answer::Nothing;
        };
        let key = |content: &Content| {
            let ty = self.ty_or_null(content.schema, Site::Api).to_string();
            // Bytes are bytes, whatever a schema says about them.
            (
                content.media_type,
                Some(ty).filter(|_| content.media_type != MediaType::Bytes),
            )
        };
        if contents.any(|content| key(content) != key(first)) {
            return Answer::ByStatus;
        }
        let mut empty = successes
            .iter()
            .filter(|response| response.content.is_none())
            .peekable();
        if empty.peek().is_none() || is_streamed(first) {
            return Answer::One(first);
        }
        let statuses: Option<Vec<u16>> = empty.map(|response| response.status.code()).collect();
        let all_are_codes = successes.iter().all(|response| response.status.code().is_some());
        let can_be_left_out = first.media_type == MediaType::Json && !self.api.schemas.is_nullable(first.schema);
        match statuses.filter(|_| all_are_codes && can_be_left_out) {
            Some(statuses) => Answer::Maybe(first, statuses),
            None => Answer::ByStatus,
        }
    }

    /// The media types of all answers of an operation that come piece by piece.
    pub(super) fn streams(&self, operation: &Operation) -> impl Iterator<Item = MediaType> {
        let own = match self.answer_of(operation) {
            Answer::One(content) => Some(content),
            _ => None,
        };
        let contents = own.into_iter().chain(&operation.alternatives);
        contents
            .filter(|content| is_streamed(content))
            .map(|content| content.media_type)
    }

    /// The member of the body that says whether the answer is to be a stream, where it can be one or not.
    pub(super) fn switch(&self, operation: &Operation) -> Option<&'static str> {
        const MEMBER: &str = "stream";
        let can_stream = operation
            .alternatives
            .iter()
            .any(|content| content.media_type.is_sequential());
        let body = operation.request_body.as_ref().filter(|_| can_stream)?;
        let schemas = &self.api.schemas;
        let kind = |id| &schemas[schemas.unaliased(id)].kind;
        match kind(body.content.schema) {
            Kind::Object(object) if body.content.media_type == MediaType::Json => {
                let mut properties = object.properties.iter();
                let has = properties.any(|property| property.name == MEMBER && *kind(property.schema) == Kind::Boolean);
                has.then_some(MEMBER)
            }
            _ => None,
        }
    }

    /// The type that a successful call gives.
    pub(super) fn answer_ty(&self, operation: &Operation, names: &OperationNames) -> TokenStream {
        match self.answer_of(operation) {
            Answer::Nothing => quote!(()),
            Answer::One(content) => self.content_ty(content),
            Answer::Maybe(content, _) => {
                let ty = self.content_ty(content);
                quote!(Option<#ty>)
            }
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
            Answer::Nothing => quote!(-> #ty),
            Answer::ByStatus => quote!(-> #ty as by_status),
            Answer::Maybe(_, statuses) => {
                let statuses = statuses.into_iter().map(Literal::u16_unsuffixed);
                quote!(-> #ty as json_unless #(#statuses)|*)
            }
            Answer::One(content) => self.read_as(content),
        }
    }

    /// A content as `request!` and `alternative!` take it.
    fn read_as(&self, content: &Content) -> TokenStream {
        let ty = self.ty_or_null(content.schema, Site::Api);
        if let Some(table) = self.table_of(content) {
            return quote!(-> #ty as xml by xml::#table);
        }
        match content.media_type {
            MediaType::Json | MediaType::Form => quote!(-> #ty),
            MediaType::Text | MediaType::Xml => quote!(-> String as text),
            MediaType::Bytes | MediaType::Multipart => quote!(as download),
            MediaType::JsonLines => quote!(-> #ty as lines),
            MediaType::EventStream if content.is_whole_event => quote!(-> #ty as whole_events),
            MediaType::EventStream if self.is_text(content) => quote!(as text_events),
            MediaType::EventStream => quote!(-> #ty as events),
        }
    }

    /// Whether the data of events is text as it is: nothing says that it is JSON.
    fn is_text(&self, content: &Content) -> bool {
        let schemas = &self.api.schemas;
        matches!(
            schemas[schemas.unaliased(content.schema)].kind,
            Kind::String(StringFormat::Plain) | Kind::Untyped(_)
        )
    }

    /// The other answers that a request can ask for.
    pub(super) fn alternatives(&self, operation: &Operation, names: &OperationNames) -> TokenStream {
        let request = &names.request;
        let alternatives = operation.alternatives.iter().zip(&names.alternatives);
        let alternatives = alternatives.map(|(content, method)| {
            let read = self.read_as(content);
            let accept = self.accept_of(operation, [content]);
            let switch = self.switch(operation).filter(|_| content.media_type.is_sequential());
            let switch = switch.map(|member| quote!(, switch #member));
            quote!(runtime::alternative!(#request::#method #read, #accept #switch);)
        });
        quote!(#(#alternatives)*)
    }

    /// The `Accept` header for some contents.
    pub(super) fn accept_of<'o>(
        &self,
        operation: &Operation,
        contents: impl IntoIterator<Item = &'o Content>,
    ) -> String {
        let contents = contents.into_iter();
        let names = contents.flat_map(|content| std::iter::once(&content.name).chain(&content.also));
        let mut names: Vec<&str> = names.map(String::as_str).collect();
        names.sort_unstable();
        names.dedup();
        let failures = self.declared_failures(operation);
        for (_, _, failure) in &failures {
            let name = match failure.media_type {
                MediaType::Xml => failure.name.as_str(),
                _ => "application/json",
            };
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names.join(", ")
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
                let read = match response.content.as_ref() {
                    None => quote!(Ok(Self::#variant)),
                    Some(content) => self.read_variant(content, variant),
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

    /// How a body is read as one of several.
    fn read_variant(&self, content: &Content, variant: &Ident) -> TokenStream {
        if let Some(table) = self.table_of(content) {
            return quote!(answer.xml(&xml::#table).map(Self::#variant));
        }
        match content.media_type {
            MediaType::Json | MediaType::Form => quote!(answer.json().map(Self::#variant)),
            MediaType::Text | MediaType::Xml | MediaType::EventStream => quote!(answer.text().map(Self::#variant)),
            MediaType::Bytes | MediaType::Multipart | MediaType::JsonLines => {
                quote!(Ok(Self::#variant(answer.bytes())))
            }
        }
    }

    /// The type of a body as one of several: a large object stands behind a pointer.
    pub(super) fn variant_content_ty(&self, content: &Content) -> TokenStream {
        let ty = self.whole_content_ty(content);
        let has_type = content.media_type == MediaType::Json || self.api.is_xml(content);
        if has_type && self.is_large(content.schema) {
            quote!(Box<#ty>)
        } else {
            ty
        }
    }

    /// The type of a content by itself.
    pub(super) fn content_ty(&self, content: &Content) -> TokenStream {
        let ty = self.ty_or_null(content.schema, Site::Api);
        match content.media_type {
            MediaType::Json | MediaType::Form => ty,
            MediaType::Xml if self.api.is_xml(content) => ty,
            MediaType::Text | MediaType::Xml => quote!(String),
            MediaType::Bytes | MediaType::Multipart => quote!(crate::Download),
            MediaType::JsonLines => quote!(crate::Lines<#ty>),
            MediaType::EventStream if self.is_text(content) && !content.is_whole_event => quote!(crate::Events<String>),
            MediaType::EventStream => quote!(crate::Events<#ty>),
        }
    }

    /// The type of a content as one of several that differ by status: all of it is there.
    fn whole_content_ty(&self, content: &Content) -> TokenStream {
        match content.media_type {
            MediaType::Bytes | MediaType::Multipart => quote!(bytes::Bytes),
            MediaType::JsonLines | MediaType::EventStream => quote!(String),
            _ => self.content_ty(content),
        }
    }
}

/// Whether a content comes piece by piece.
fn is_streamed(content: &Content) -> bool {
    matches!(
        content.media_type,
        MediaType::Bytes | MediaType::Multipart | MediaType::JsonLines | MediaType::EventStream
    )
}

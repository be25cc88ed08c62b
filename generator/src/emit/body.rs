//! The body that an operation sends.

use proc_macro2::TokenStream;
use quote::quote;

use super::context::Context;
use super::parameter::style;
use super::ty::Site;
use crate::model::{Content, MediaType};

/// The argument for a body.
pub(super) struct Body {
    pub(super) argument: TokenStream,
    pub(super) call: TokenStream,
}

impl Context<'_> {
    /// The argument for a body, and how the call takes it; `name` is what the argument is called.
    pub(super) fn body(&self, content: &Content, name: &TokenStream) -> Body {
        let media_type = &content.name;
        if let Some(table) = self.table_of(content) {
            return Body {
                argument: self.body_ty(content),
                call: quote!(.xml(#media_type, &#name, &xml::#table)),
            };
        }
        match content.media_type {
            MediaType::Json => {
                let call = if media_type == "application/json" {
                    quote!(.json(&#name))
                } else {
                    quote!(.json_as(#media_type, &#name))
                };
                Body {
                    argument: self.body_ty(content),
                    call,
                }
            }
            MediaType::Form => Body {
                argument: self.body_ty(content),
                call: form(content, name),
            },
            MediaType::Text | MediaType::Xml | MediaType::EventStream => Body {
                argument: quote!(impl Into<String>),
                call: quote!(.text(#media_type, #name)),
            },
            MediaType::Multipart => Body {
                argument: self.body_ty(content),
                call: multipart(content, name),
            },
            MediaType::JsonLines => {
                let item = self.ty_or_null(content.schema, Site::Api);
                Body {
                    argument: quote!(impl IntoIterator<Item = #item>),
                    call: quote!(.json_lines(#media_type, #name)),
                }
            }
            MediaType::Bytes => Body {
                argument: quote!(impl Into<crate::Body>),
                call: quote!(.bytes(#media_type, #name)),
            },
        }
    }

    /// The type of a body that is given as it is.
    pub(super) fn body_ty(&self, content: &Content) -> TokenStream {
        match content.media_type {
            MediaType::Json | MediaType::Form => self.ty_or_null(content.schema, Site::Api),
            MediaType::Xml if self.api.is_xml(content) => self.ty_or_null(content.schema, Site::Api),
            MediaType::Text | MediaType::Xml | MediaType::EventStream => quote!(String),
            MediaType::Multipart if self.is_untyped(content.schema) => quote!(crate::Form),
            MediaType::Multipart => self.ty(content.schema, Site::Api),
            MediaType::JsonLines => {
                let item = self.ty_or_null(content.schema, Site::Api);
                quote!(Vec<#item>)
            }
            MediaType::Bytes => quote!(crate::Body),
        }
    }
}

/// A form, with the style of each member that is not written as usual.
fn form(content: &Content, name: &TokenStream) -> TokenStream {
    if content.encodings.is_empty() {
        return quote!(.form(&#name));
    }
    let styles = content.encodings.iter().filter_map(|encoding| {
        let (property, style) = (&encoding.name, style(encoding.style?));
        Some(quote!((#property, #style)))
    });
    quote!(.form_as(&#name, &[#(#styles),*]))
}

/// A body of several parts, with what is not as usual about some of them.
fn multipart(content: &Content, name: &TokenStream) -> TokenStream {
    let media_type = &content.name;
    if content.encodings.is_empty() && media_type == "multipart/form-data" {
        return quote!(.multipart(&#name));
    }
    let encodings = content.encodings.iter().map(|encoding| {
        let name = &encoding.name;
        let content_type = encoding
            .content_type
            .iter()
            .map(|name| quote!(content_type: Some(#name),));
        let style = encoding.style.map(|chosen| {
            let style = style(chosen);
            quote!(style: Some(#style),)
        });
        let headers = encoding.headers.iter().map(|(name, value)| quote!((#name, #value)));
        let headers = (!encoding.headers.is_empty()).then(|| quote!(headers: &[#(#headers),*],));
        quote!(runtime::Encoding { name: #name, #(#content_type)* #style #headers ..runtime::Encoding::DEFAULT })
    });
    quote!(.multipart_as(#media_type, &#name, &[#(#encodings),*]))
}

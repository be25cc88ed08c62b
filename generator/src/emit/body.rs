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
            MediaType::Bytes | MediaType::Multipart | MediaType::JsonLines => Body {
                argument: quote!(impl Into<bytes::Bytes>),
                call: quote!(.bytes(#media_type, #name)),
            },
        }
    }

    /// The type of a body that is given as it is.
    pub(super) fn body_ty(&self, content: &Content) -> TokenStream {
        match content.media_type {
            MediaType::Json | MediaType::Form => self.ty_or_null(content.schema, Site::Api),
            MediaType::Text | MediaType::Xml | MediaType::EventStream => quote!(String),
            MediaType::Bytes | MediaType::Multipart | MediaType::JsonLines => quote!(bytes::Bytes),
        }
    }
}

/// A form, with the style of each member that is not written as usual.
fn form(content: &Content, name: &TokenStream) -> TokenStream {
    if content.styles.is_empty() {
        return quote!(.form(&#name));
    }
    let styles = content.styles.iter().map(|(property, member)| {
        let style = style(*member);
        quote!((#property, #style))
    });
    quote!(.form_as(&#name, &[#(#styles),*]))
}

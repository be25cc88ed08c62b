//! A parameter of an operation: its documentation, and how a call takes it.

use proc_macro2::TokenStream;
use quote::quote;

use super::context::Context;
use super::docs::{Docs, code};
use crate::model::{In, Parameter, Reserved, Style};

impl Context<'_> {
    pub(super) fn parameter_docs(&self, parameter: &Parameter) -> Docs {
        let docs = Docs::default().theirs(parameter.description.as_deref());
        let docs = if docs.is_empty() {
            docs.ours(format!("The parameter {}.", code(&parameter.name)))
        } else {
            docs
        };
        match self.constraints(parameter.schema) {
            Some(text) => docs.ours(text),
            None => docs,
        }
    }
}

/// How a call takes a parameter of a type; an argument that is not of the type is converted on the way.
pub(super) fn call(parameter: &Parameter, ty: &TokenStream, value: &TokenStream) -> TokenStream {
    let name = &parameter.name;
    let style = style(parameter.style);
    match (parameter.location, parameter.style) {
        (In::Path, _) if parameter.reserved == Reserved::Kept => quote!(.path_reserved::<#ty>(#name, #style, #value)),
        (In::Path, Style::Simple { explode: false }) => quote!(.path::<#ty>(#name, #value)),
        (In::Path, _) => quote!(.path_as::<#ty>(#name, #style, #value)),
        (In::Query, _) if parameter.reserved == Reserved::Kept => quote!(.query_reserved::<#ty>(#name, #style, #value)),
        (In::Query, _) if parameter.allow_empty => quote!(.query_or_empty::<#ty>(#name, #style, #value)),
        (In::QueryString, _) => quote!(.query_string::<#ty>(#name, #style, #value)),
        (In::Query, Style::Form { explode: true }) => quote!(.query::<#ty>(#name, #value)),
        (In::Query, _) => quote!(.query_as::<#ty>(#name, #style, #value)),
        (In::Header, Style::Simple { explode: false }) => quote!(.header::<#ty>(#name, #value)),
        (In::Header, _) => quote!(.header_as::<#ty>(#name, #style, #value)),
        (In::Cookie, Style::Form { explode: true }) => quote!(.cookie::<#ty>(#name, #value)),
        (In::Cookie, _) => quote!(.cookie_as::<#ty>(#name, #style, #value)),
    }
}

pub(super) fn style(style: Style) -> TokenStream {
    match style {
        Style::Simple { explode: false } => quote!(runtime::Style::Simple),
        Style::Simple { explode: true } => quote!(runtime::Style::SimpleExplode),
        Style::Label { explode: false } => quote!(runtime::Style::Label),
        Style::Label { explode: true } => quote!(runtime::Style::LabelExplode),
        Style::Matrix { explode: false } => quote!(runtime::Style::Matrix),
        Style::Matrix { explode: true } => quote!(runtime::Style::MatrixExplode),
        Style::Form { explode: false } => quote!(runtime::Style::Form),
        Style::Form { explode: true }
        | Style::SpaceDelimited { explode: true }
        | Style::PipeDelimited { explode: true } => quote!(runtime::Style::FormExplode),
        Style::Cookie { explode: false } => quote!(runtime::Style::CookieJoined),
        Style::Cookie { explode: true } => quote!(runtime::Style::Cookie),
        Style::SpaceDelimited { explode: false } => quote!(runtime::Style::SpaceDelimited),
        Style::PipeDelimited { explode: false } => quote!(runtime::Style::PipeDelimited),
        Style::TabDelimited => quote!(runtime::Style::TabDelimited),
        Style::DeepObject => quote!(runtime::Style::DeepObject),
        Style::Json => quote!(runtime::Style::Json),
        Style::UrlEncoded => quote!(runtime::Style::UrlEncoded),
        Style::Text => quote!(runtime::Style::Text),
    }
}

//! The headers that answers declare: a constant for each, as many operations share them.

use quote::quote;

use super::context::Context;
use super::docs::{Docs, code};
use super::{Emitted, rust};
use crate::model::HeaderKind;

pub(super) fn file(context: &Context<'_>) -> Emitted {
    let inner = Docs::default()
        .ours("The headers that answers can have, each with the type of its value.")
        .inner();
    let headers = context.api.headers.iter().zip(&context.names.headers);
    let constants = headers.map(|(header, constant)| {
        let docs = Docs::default()
            .ours(code(&header.name))
            .theirs(header.description.as_deref());
        let docs = docs.outer();
        let ty = match header.kind {
            HeaderKind::Boolean => quote!(bool),
            HeaderKind::Integer => quote!(i64),
            HeaderKind::Number => quote!(f64),
            HeaderKind::Text => quote!(String),
        };
        let name = &header.name;
        quote!(#docs pub const #constant: Header<#ty> = Header::new(#name);)
    });
    let path = format!("{}headers.rs", context.folder());
    rust(path, quote!(#inner use crate::Header; #(#constants)*))
}

//! The headers that answers declare: a constant for each, as many operations share them.

use proc_macro2::TokenStream;
use quote::quote;

use super::context::Context;
use super::docs::{Docs, code};
use super::mention::mentions;
use super::ty::Site;
use super::{Emitted, rust};
use crate::model::{HeaderKind, Scalar};

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
        let (ty, make) = context.header(header.kind);
        let name = &header.name;
        quote!(#docs pub const #constant: Header<#ty> = Header::#make(#name);)
    });
    let constants = quote!(#(#constants)*);
    let models = mentions(&constants, "models").then(|| {
        quote!(
            use super::models;
        )
    });
    let path = format!("{}headers.rs", context.folder());
    rust(path, quote!(#inner #models use crate::Header; #constants))
}

impl Context<'_> {
    /// The type of the value of a header, and the function that makes the constant.
    fn header(&self, kind: HeaderKind) -> (TokenStream, TokenStream) {
        match kind {
            HeaderKind::Single(scalar) => (scalar_ty(scalar), quote!(new)),
            HeaderKind::List(scalar) => {
                let ty = scalar_ty(scalar);
                (quote!(Vec<#ty>), quote!(list))
            }
            HeaderKind::Object { schema, explode } => {
                let make = if explode {
                    quote!(exploded_object)
                } else {
                    quote!(object)
                };
                (self.ty_or_null(schema, Site::Api), make)
            }
            HeaderKind::Json(schema) => (self.ty_or_null(schema, Site::Api), quote!(json)),
        }
    }
}

fn scalar_ty(scalar: Scalar) -> TokenStream {
    match scalar {
        Scalar::Boolean => quote!(bool),
        Scalar::Integer => quote!(i64),
        Scalar::Number => quote!(f64),
        Scalar::Text => quote!(String),
    }
}

//! Components that Rust has a type for already: another name for it.

use proc_macro2::TokenStream;
use quote::quote;

use super::context::Context;
use super::ty::Site;
use crate::model::SchemaId;

impl Context<'_> {
    pub(super) fn alias(&self, id: SchemaId) -> TokenStream {
        let name = &self.names.types[&id].ident;
        let docs = self.schema_docs(id).outer();
        let ty = self.structural_ty(id, Site::Model);
        quote! {
            #docs
            pub type #name = #ty;
        }
    }
}

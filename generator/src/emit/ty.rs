//! The Rust types of schemas.

use proc_macro2::TokenStream;
use quote::quote;

use super::context::{Context, Presence};
use crate::model::{IntegerFormat, Kind, SchemaId, StringFormat, Untyped};
use crate::names::Ident;

/// Where a type is written: models name each other by `super::`, the rest of the API by `models::`, and everybody else by
/// the name of the crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Site {
    /// In a file of `models`.
    Model,
    /// In a file beside `models`.
    Api,
    /// In another crate.
    Outside,
}

impl Context<'_> {
    /// The type of a schema's values, `null` left aside.
    pub(super) fn ty(&self, id: SchemaId, site: Site) -> TokenStream {
        match self.names.types.get(&id) {
            Some(name) => self.named(&name.ident, site),
            None => self.structural_ty(id, site),
        }
    }

    /// The type of a schema's values, with `Option` where `null` is one of them.
    pub(super) fn ty_or_null(&self, id: SchemaId, site: Site) -> TokenStream {
        let ty = self.ty(id, site);
        if self.api.schemas.is_nullable(id) && !self.is_untyped(id) {
            quote!(Option<#ty>)
        } else {
            ty
        }
    }

    /// The type that a schema has by what it is made of, and not by its name.
    pub(super) fn structural_ty(&self, id: SchemaId, site: Site) -> TokenStream {
        match &self.api.schemas[id].kind {
            Kind::Boolean => quote!(bool),
            Kind::Integer(format) => integer(*format),
            Kind::Number { single: true } => quote!(f32),
            Kind::Number { single: false } => quote!(f64),
            Kind::String(format) => self.string(*format, site),
            Kind::File => {
                let root = self.root(site);
                quote!(#root::File)
            }
            Kind::Array(items) => {
                let items = self.ty_or_null(*items, site);
                quote!(Vec<#items>)
            }
            Kind::Tuple(elements) => {
                let elements: Vec<TokenStream> =
                    elements.iter().map(|element| self.ty_or_null(*element, site)).collect();
                match elements.as_slice() {
                    [only] => quote!((#only,)),
                    elements => quote!((#(#elements),*)),
                }
            }
            Kind::Map(values) => {
                let root = self.root(site);
                let values = self.ty_or_null(*values, site);
                quote!(#root::Map<#values>)
            }
            Kind::Alias(target) => self.ty(*target, site),
            // `names` names each of the last three, so nobody asks what they are made of.
            Kind::Untyped(_) | Kind::Object(_) | Kind::Enumeration(_) | Kind::Union(_) => quote!(serde_json::Value),
        }
    }

    fn named(&self, ident: &Ident, site: Site) -> TokenStream {
        match site {
            Site::Model => quote!(super::#ident),
            Site::Api => quote!(models::#ident),
            Site::Outside => {
                let api = path(&self.path_in_examples());
                quote!(#api::models::#ident)
            }
        }
    }

    fn string(&self, format: StringFormat, site: Site) -> TokenStream {
        let root = self.root(site);
        match format {
            StringFormat::Plain | StringFormat::Binary => quote!(String),
            StringFormat::DateTime => quote!(#root::DateTime),
            StringFormat::Date => quote!(#root::Date),
            StringFormat::Uuid if site == Site::Outside => quote!(#root::Uuid),
            StringFormat::Uuid => quote!(uuid::Uuid),
            StringFormat::Base64 => quote!(#root::Base64),
        }
    }

    /// The root of the crate.
    fn root(&self, site: Site) -> TokenStream {
        match site {
            Site::Model | Site::Api => quote!(crate),
            Site::Outside => path(&self.package.name.replace('-', "_")),
        }
    }

    /// The type of a field.
    pub(super) fn field_ty(&self, id: SchemaId, presence: Presence, boxed: bool) -> TokenStream {
        let ty = self.ty(id, Site::Model);
        let ty = if boxed { quote!(Box<#ty>) } else { ty };
        match presence {
            Presence::Required => ty,
            Presence::RequiredNullable | Presence::RequiredToSend | Presence::Optional => quote!(Option<#ty>),
            Presence::OptionalNullable => quote!(crate::Nullable<#ty>),
        }
    }

    pub(super) fn is_untyped(&self, id: SchemaId) -> bool {
        matches!(self.api.schemas[self.api.schemas.unaliased(id)].kind, Kind::Untyped(_))
    }

    /// Whether values are any JSON since a property is required and not declared.
    pub(super) fn is_undeclared(&self, id: SchemaId) -> bool {
        self.api.schemas[id].kind == Kind::Untyped(Untyped::Undeclared)
    }
}

/// A path that is made of identifiers.
fn path(path: &str) -> TokenStream {
    syn::parse_str(path).unwrap_or_default()
}

fn integer(format: IntegerFormat) -> TokenStream {
    match format {
        IntegerFormat::I8 => quote!(i8),
        IntegerFormat::I16 => quote!(i16),
        IntegerFormat::I32 => quote!(i32),
        IntegerFormat::I64 => quote!(i64),
        IntegerFormat::U8 => quote!(u8),
        IntegerFormat::U16 => quote!(u16),
        IntegerFormat::U32 => quote!(u32),
        IntegerFormat::U64 => quote!(u64),
    }
}

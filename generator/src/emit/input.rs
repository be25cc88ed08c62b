//! What a user may hand over for a value: anything that becomes it without loss.

use proc_macro2::TokenStream;
use quote::quote;

use super::context::Context;
use super::ty::Site;
use crate::model::{Kind, SchemaId, StringFormat};

/// An argument and how it becomes the value.
pub(super) struct Input {
    /// The type of the argument.
    pub(super) ty: TokenStream,
    /// The argument, which is called `name`, as the value.
    pub(super) value: TokenStream,
    /// A function that makes the value from the argument, for `Option::map`.
    pub(super) map: TokenStream,
    /// Whether `Into` is all that it takes.
    pub(super) is_into: bool,
}

impl Context<'_> {
    /// The argument for the values of a schema; `name` is what the argument is called.
    pub(super) fn input(&self, id: SchemaId, name: &TokenStream, site: Site) -> Input {
        let schemas = &self.api.schemas;
        match schemas[schemas.unaliased(id)].kind {
            Kind::String(StringFormat::DateTime) => Input {
                ty: quote!(chrono::DateTime<impl chrono::TimeZone>),
                value: quote!(#name.to_utc()),
                map: quote!(|value| value.to_utc()),
                is_into: false,
            },
            Kind::Array(items) => self.list_input(items, name, site),
            Kind::Map(values) => self.map_input(values, name, site),
            _ => {
                let ty = self.ty(id, site);
                Input {
                    ty: quote!(impl Into<#ty>),
                    value: quote!(#name.into()),
                    map: quote!(Into::into),
                    is_into: true,
                }
            }
        }
    }

    fn list_input(&self, items: SchemaId, name: &TokenStream, site: Site) -> Input {
        let ty = self.ty_or_null(items, site);
        if self.is_convertible(items) {
            return Input {
                ty: quote!(impl IntoIterator<Item = impl Into<#ty>>),
                value: quote!(#name.into_iter().map(Into::into).collect::<Vec<_>>()),
                map: quote!(|value| value.into_iter().map(Into::into).collect::<Vec<_>>()),
                is_into: false,
            };
        }
        Input {
            ty: quote!(impl IntoIterator<Item = #ty>),
            value: quote!(#name.into_iter().collect::<Vec<_>>()),
            map: quote!(|value| value.into_iter().collect::<Vec<_>>()),
            is_into: false,
        }
    }

    fn map_input(&self, values: SchemaId, name: &TokenStream, site: Site) -> Input {
        let ty = self.ty_or_null(values, site);
        let (item, convert) = if self.is_convertible(values) {
            (quote!(impl Into<#ty>), quote!(value.into()))
        } else {
            (ty, quote!(value))
        };
        Input {
            ty: quote!(impl IntoIterator<Item = (impl Into<String>, #item)>),
            value: quote!(#name.into_iter().map(|(key, value)| (key.into(), #convert)).collect::<crate::Map<_>>()),
            map: quote!(|entries| entries.into_iter().map(|(key, value)| (key.into(), #convert)).collect::<crate::Map<_>>()),
            is_into: false,
        }
    }

    /// Whether `Into` is of use for the items of a list.
    pub(super) fn is_convertible(&self, id: SchemaId) -> bool {
        let schemas = &self.api.schemas;
        !schemas.is_nullable(id) && !matches!(schemas[schemas.unaliased(id)].kind, Kind::Array(_) | Kind::Map(_))
    }
}

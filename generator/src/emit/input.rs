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
    /// The same in a word.
    pub(super) making: Making,
}

/// How an argument becomes the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Making {
    /// By `Into`.
    Into,
    /// A moment of any time zone in UTC.
    Utc,
    /// By collecting items.
    List,
    /// By collecting entries.
    Map,
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
                making: Making::Utc,
            },
            Kind::Array(items) => self.list_input(items, name, site),
            Kind::Map(values) => self.map_input(values, name, site),
            _ => {
                let ty = self.ty(id, site);
                Input {
                    ty: quote!(impl Into<#ty>),
                    value: quote!(#name.into()),
                    map: quote!(Into::into),
                    making: Making::Into,
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
                making: Making::List,
            };
        }
        Input {
            ty: quote!(impl IntoIterator<Item = #ty>),
            value: quote!(#name.into_iter().collect::<Vec<_>>()),
            map: quote!(|value| value.into_iter().collect::<Vec<_>>()),
            making: Making::List,
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
            making: Making::Map,
        }
    }

    /// Whether `Into` is of use for the items of a list.
    pub(super) fn is_convertible(&self, id: SchemaId) -> bool {
        let schemas = &self.api.schemas;
        !schemas.is_nullable(id) && !matches!(schemas[schemas.unaliased(id)].kind, Kind::Array(_) | Kind::Map(_))
    }
}

//! Enumerations of texts, of whole numbers, and of both. All stay open: a value that is not listed is kept.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use serde_json::Value;

use super::context::Context;
use super::docs::{Docs, code};
use crate::model::{Enumeration, EnumerationValue, EnumerationValues, SchemaId};
use crate::names::Ident;

impl Context<'_> {
    pub(super) fn enumeration(&self, id: SchemaId, enumeration: &Enumeration) -> TokenStream {
        match &enumeration.values {
            EnumerationValues::Strings(values) => self.strings(id, values),
            EnumerationValues::Integers(values) => self.integers(id, values),
            EnumerationValues::Mixed(values) => self.mixed(id, values),
        }
    }

    fn strings(&self, id: SchemaId, values: &[EnumerationValue<String>]) -> TokenStream {
        let name = &self.names.types[&id].ident;
        let names = &self.names.enumerations[&id];
        let (variants, unknown) = (&names.variants, &names.unknown);
        let texts: Vec<&String> = values.iter().map(|value| &value.value).collect();
        let item = self.open_enum(id, values, |text| code(text), &quote!(String));
        quote! {
            #item
            runtime::string_enum!(#name { #(#variants: #texts,)* ..#unknown });
        }
    }

    fn integers(&self, id: SchemaId, values: &[EnumerationValue<i64>]) -> TokenStream {
        let name = &self.names.types[&id].ident;
        let names = &self.names.enumerations[&id];
        let (variants, unknown) = (&names.variants, &names.unknown);
        let integers: Vec<Literal> = values
            .iter()
            .map(|value| Literal::i64_unsuffixed(value.value))
            .collect();
        let item = self.open_enum(id, values, |integer| code(&integer.to_string()), &quote!(i64));
        quote! {
            #item
            runtime::integer_enum!(#name { #(#variants: #integers,)* ..#unknown });
        }
    }

    fn mixed(&self, id: SchemaId, values: &[EnumerationValue<Value>]) -> TokenStream {
        let name = &self.names.types[&id].ident;
        let names = &self.names.enumerations[&id];
        let (variants, unknown) = (&names.variants, &names.unknown);
        let texts: Vec<String> = values.iter().map(|value| value.value.to_string()).collect();
        let literals: Vec<TokenStream> = values.iter().map(|value| literal(&value.value)).collect();
        let item = self.open_enum(id, values, |value| code(&value.to_string()), &quote!(serde_json::Value));
        quote! {
            #item
            impl runtime::MixedEnum for #name {
                fn from_value(value: serde_json::Value) -> Self {
                    match value.to_string().as_str() {
                        #(#texts => Self::#variants,)*
                        _ => Self::#unknown(value),
                    }
                }
                fn to_value(&self) -> serde_json::Value {
                    match self {
                        #(Self::#variants => #literals.into(),)*
                        Self::#unknown(value) => value.clone(),
                    }
                }
            }
            runtime::mixed_enum!(#name);
        }
    }

    fn open_enum<T>(
        &self,
        id: SchemaId,
        values: &[EnumerationValue<T>],
        text: fn(&T) -> String,
        unknown_ty: &TokenStream,
    ) -> TokenStream {
        let name = &self.names.types[&id].ident;
        let names = &self.names.enumerations[&id];
        let unknown = &names.unknown;
        let docs = self.schema_docs(id).outer();
        let variants = values.iter().zip(&names.variants).map(|(value, variant): (_, &Ident)| {
            let docs = Docs::default()
                .ours(text(&value.value))
                .theirs(value.description.as_deref())
                .outer();
            quote!(#docs #variant,)
        });
        quote! {
            #docs
            #[derive(Clone, Debug, PartialEq, Eq, Hash)]
            #[non_exhaustive]
            pub enum #name {
                #(#variants)*
                #[doc = " A value that the description does not list; it is sent as it is."]
                #unknown(#unknown_ty),
            }
        }
    }
}

/// A text, a boolean or a number.
fn literal(value: &Value) -> TokenStream {
    match value {
        Value::Bool(value) => quote!(#value),
        Value::Number(number) => match (number.as_i64(), number.as_u64(), number.as_f64()) {
            (Some(integer), ..) => {
                let literal = Literal::i64_unsuffixed(integer);
                if i32::try_from(integer).is_ok() {
                    quote!(#literal)
                } else {
                    quote!(#integer)
                }
            }
            (None, Some(integer), _) => quote!(#integer),
            (None, None, Some(float)) if float.is_finite() => quote!(#float),
            _ => quote!(()),
        },
        Value::String(text) => quote!(#text),
        Value::Null | Value::Array(_) | Value::Object(_) => quote!(()),
    }
}

//! Objects with properties: a struct, how it is read and written, and how a user makes one.

use proc_macro2::TokenStream;
use quote::quote;

use super::context::{Context, Presence};
use super::docs::code;
use super::input::{Input, Making};
use super::ty::Site;
use crate::model::{Access, AdditionalProperties, Kind, Object, Property, SchemaId};
use crate::names::Ident;

/// Clippy's limit on the arguments of a function.
pub(super) const MOST_ARGUMENTS: usize = 7;

impl Context<'_> {
    pub(super) fn object(&self, id: SchemaId, object: &Object) -> TokenStream {
        let name = &self.names.types[&id].ident;
        let fields: Vec<Field<'_>> = object
            .properties
            .iter()
            .zip(&self.names.objects[&id].fields)
            .map(|(property, ident)| Field {
                property,
                ident,
                presence: self.presence(id, property),
            })
            .collect();
        let item = self.structure(id, object, &fields);
        let making = self.is_sent(id).then(|| self.making(id, object, &fields));
        let json = self.json(id, object, &fields);
        let secrets: Vec<&str> = fields
            .iter()
            .filter(|field| self.is_secret(field.property))
            .map(|field| field.property.name.as_str())
            .collect();
        let shows_itself = secrets.is_empty() || self.api.schemas[id].holds_files();
        let debug = (!shows_itself).then(|| quote!(runtime::redacted_debug!(#name, [#(#secrets),*]);));
        quote! {
            #item
            #making
            #json
            #debug
        }
    }

    fn structure(&self, id: SchemaId, object: &Object, fields: &[Field<'_>]) -> TokenStream {
        let name = &self.names.types[&id].ident;
        let docs = self.schema_docs(id).outer();
        let has_secrets = fields.iter().any(|field| self.is_secret(field.property));
        let has_default = self.is_sent(id) && self.required(id, object).is_empty();
        // A form shows itself by its macro, and streams cannot be compared.
        let holds_files = self.api.schemas[id].holds_files();
        let debug = (!has_secrets && !holds_files).then(|| quote!(, Debug));
        let equal = (!holds_files).then(|| quote!(, PartialEq));
        let default = has_default.then(|| quote!(, Default));
        let field_items = fields.iter().map(|field| {
            let docs = self.property_docs(field.property).outer();
            let ident = field.ident;
            let ty = self.field_ty(field.property.schema, field.presence, field.property.boxed);
            quote!(#docs pub #ident: #ty,)
        });
        let additional = self.additional(id, object).map(|(ident, ty)| {
            quote!(#[doc = " The properties that the description does not name, by their names."] pub #ident: crate::Map<#ty>,)
        });
        quote! {
            #docs
            #[derive(Clone #debug #equal #default)]
            #[non_exhaustive]
            pub struct #name {
                #(#field_items)*
                #additional
            }
        }
    }

    /// How the object is read and written: the member of each field. A form is only written.
    fn json(&self, id: SchemaId, object: &Object, fields: &[Field<'_>]) -> TokenStream {
        let name = &self.names.types[&id].ident;
        let additional = self.additional(id, object).map(|(ident, _)| quote!(..#ident));
        if self.api.schemas[id].holds_files() {
            let parts = fields.iter().map(|field| {
                let (ident, part) = (field.ident, &field.property.name);
                let secret = self.is_secret(field.property).then(|| quote!(secret));
                quote!(#ident: #secret #part,)
            });
            return quote!(runtime::multipart!(#name { #(#parts)* #additional }););
        }
        let members = fields.iter().map(|field| {
            let (ident, member) = (field.ident, &field.property.name);
            let required = (field.presence == Presence::RequiredNullable).then(|| quote!(required));
            quote!(#ident: #required #member,)
        });
        quote!(runtime::object!(#name { #(#members)* #additional });)
    }

    /// The constructor and the setters.
    fn making(&self, id: SchemaId, object: &Object, fields: &[Field<'_>]) -> TokenStream {
        let name = &self.names.types[&id].ident;
        let required = self.required(id, object);
        let (new, parts) = if required.is_empty() {
            (empty_new(name), None)
        } else if self.has_required_struct(id) {
            let (new, parts) = self.new_from_parts(id, object, fields);
            (new, Some(parts))
        } else {
            (self.new_from_arguments(id, object, fields), None)
        };
        // What only the server gives is nothing to set.
        let optional = fields
            .iter()
            .filter(|field| !field.is_required() && self.api.schemas[field.property.schema].access != Access::ReadOnly);
        let setters: Vec<TokenStream> = optional.map(|field| self.setter(field)).collect();
        let setters = (!setters.is_empty()).then(|| quote!(runtime::setters!(#name { #(#setters)* });));
        let additional = self.additional(id, object).map(|(ident, ty)| extra_setter(&ident, &ty));
        quote! {
            impl #name {
                #new
                #additional
            }
            #setters
            #parts
        }
    }

    fn new_from_arguments(&self, id: SchemaId, object: &Object, fields: &[Field<'_>]) -> TokenStream {
        let name = &self.names.types[&id].ident;
        let doc = format!(" A new {} with what it needs.", code(name.as_str()));
        let arguments = fields.iter().filter(|field| field.is_required()).map(|field| {
            let (ident, ty) = (field.ident, self.argument_ty(field));
            quote!(#ident: #ty)
        });
        let values = self.initial_values(id, object, fields, &quote!());
        quote! {
            #[doc = #doc]
            pub fn new(#(#arguments),*) -> Self {
                Self { #values }
            }
        }
    }

    /// Whether the constructor of a schema takes its required properties as a struct.
    pub(super) fn has_required_struct(&self, id: SchemaId) -> bool {
        match &self.api.schemas[id].kind {
            Kind::Object(object) => self.is_sent(id) && self.required(id, object).len() > MOST_ARGUMENTS,
            _ => false,
        }
    }

    /// Named fields in the place of arguments, where there would be too many of these to tell apart.
    fn new_from_parts(&self, id: SchemaId, object: &Object, fields: &[Field<'_>]) -> (TokenStream, TokenStream) {
        let name = &self.names.types[&id].ident;
        let parts = &self.names.types[&id].required;
        let doc = format!(" A new {} with what it needs.", code(name.as_str()));
        let parts_doc = format!(" What a new [{}] needs.", code(name.as_str()));
        let values = self.initial_values(id, object, fields, &quote!(required.));
        let required: Vec<&Field<'_>> = fields.iter().filter(|field| field.is_required()).collect();
        let has_secrets = required.iter().any(|field| self.is_secret(field.property));
        let debug = (!has_secrets).then(|| quote!(#[derive(Debug)]));
        let items = required.iter().map(|field| {
            let docs = self.property_docs(field.property).outer();
            let ident = field.ident;
            let ty = self.field_ty(field.property.schema, field.presence, false);
            quote!(#docs pub #ident: #ty,)
        });
        let new = quote! {
            #[doc = #doc]
            pub fn new(required: #parts) -> Self {
                Self { #values }
            }
        };
        let item = quote! {
            #[doc = #parts_doc]
            #debug
            pub struct #parts { #(#items)* }
        };
        (new, item)
    }

    fn argument_ty(&self, field: &Field<'_>) -> TokenStream {
        let ident = field.ident;
        let input = self.input(field.property.schema, &quote!(#ident), Site::Model).ty;
        if field.presence == Presence::RequiredNullable {
            quote!(Option<#input>)
        } else {
            input
        }
    }

    /// The value that each field begins with; `from` stands before the names of the required ones.
    fn initial_values(&self, id: SchemaId, object: &Object, fields: &[Field<'_>], from: &TokenStream) -> TokenStream {
        let values = fields.iter().map(|field| {
            let ident = field.ident;
            let value = match field.presence {
                Presence::Optional => return quote!(#ident: None,),
                Presence::OptionalNullable => return quote!(#ident: crate::Nullable::Absent,),
                Presence::RequiredToSend if !from.is_empty() => quote!(#from #ident),
                Presence::RequiredToSend => {
                    let value = self.input(field.property.schema, &quote!(#ident), Site::Model).value;
                    if field.property.boxed {
                        quote!(Some(Box::new(#value)))
                    } else {
                        quote!(Some(#value))
                    }
                }
                _ if !from.is_empty() && field.property.boxed => quote!(Box::new(#from #ident)),
                _ if !from.is_empty() => quote!(#from #ident),
                Presence::Required => {
                    let value = self.input(field.property.schema, &quote!(#ident), Site::Model).value;
                    if field.property.boxed {
                        quote!(Box::new(#value))
                    } else {
                        value
                    }
                }
                Presence::RequiredNullable => {
                    let map = self.input(field.property.schema, &quote!(#ident), Site::Model).map;
                    let boxed = field.property.boxed.then(|| quote!(.map(Box::new)));
                    quote!(#ident.map(#map) #boxed)
                }
            };
            quote!(#ident: #value,)
        });
        let additional = self
            .additional(id, object)
            .map(|(ident, _)| quote!(#ident: crate::Map::new(),));
        quote!(#(#values)* #additional)
    }

    /// An entry of the table of setters: what it takes, how the value is made of that, and what the server takes where there is
    /// none.
    fn setter(&self, field: &Field<'_>) -> TokenStream {
        let (ident, schema, boxed) = (field.ident, field.property.schema, field.property.boxed);
        let default = self.default_text(schema).map(|default| quote!(= #default));
        if field.presence == Presence::OptionalNullable {
            // Takes a value, an `Option` of one, or `Nullable` itself.
            let ty = self.field_ty(schema, field.presence, boxed);
            return quote!(#ident: impl Into<#ty> as nullable #default,);
        }
        let Input { ty, making, .. } = self.input(schema, &quote!(value), Site::Model);
        let how = match making {
            Making::Into if boxed => quote!(as boxed),
            Making::Into => quote!(),
            Making::Utc => quote!(as utc),
            Making::List => quote!(as list),
            Making::Map => quote!(as map),
        };
        quote!(#ident: #ty #how #default,)
    }

    /// The field for additional properties, where they are declared, and the type of its values.
    fn additional(&self, id: SchemaId, object: &Object) -> Option<(Ident, TokenStream)> {
        match object.additional {
            AdditionalProperties::Unmentioned => None,
            AdditionalProperties::Declared(values) => Some((
                self.names.objects[&id].additional.clone(),
                self.ty_or_null(values, Site::Model),
            )),
        }
    }
}

/// A property as a field.
struct Field<'a> {
    property: &'a Property,
    ident: &'a Ident,
    presence: Presence,
}

impl Field<'_> {
    fn is_required(&self) -> bool {
        self.presence.is_asked_for()
    }
}

fn empty_new(name: &Ident) -> TokenStream {
    let doc = format!(" A new {} with nothing set.", code(name.as_str()));
    quote! {
        #[doc = #doc]
        #[must_use]
        pub fn new() -> Self {
            Self::default()
        }
    }
}

fn extra_setter(field: &Ident, ty: &TokenStream) -> TokenStream {
    let doc = format!(
        " Adds to [{}](Self#structfield.{field}): sends `value` under `key`.",
        code(field.as_str())
    );
    quote! {
        #[doc = #doc]
        pub fn additional_property(mut self, key: impl Into<String>, value: impl Into<#ty>) -> Self {
            self.#field.insert(key.into(), value.into());
            self
        }
    }
}

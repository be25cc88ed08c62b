//! Unions: `oneOf` and `anyOf`.
//!
//! With a discriminator, the tag decides. Without one, the variants are tried in turn, the most telling first. Either way,
//! a value that fits none of them is kept.

use foldhash::HashMap;
use indexmap::IndexMap;
use proc_macro2::TokenStream;
use quote::quote;

use super::context::Context;
use super::docs::{Docs, code};
use super::ty::Site;
use crate::model::{Discriminator, Enumeration, EnumerationValues, Kind, SchemaId, StringFormat, Union, Variant};
use crate::names::Ident;

impl Context<'_> {
    pub(super) fn union(&self, id: SchemaId, union: &Union) -> TokenStream {
        if self.api.schemas[id].holds_files() {
            return self.union_of_files(id, union);
        }
        let item = self.union_enum(id, union);
        let json = match &union.discriminator {
            Some(discriminator) => self.json_by_tag(id, union, discriminator),
            None => self.json_in_turn(id, union),
        };
        let conversions = self.conversions(id, union);
        quote! {
            #item
            #json
            #(#conversions)*
        }
    }

    /// Reading and writing where what can be read tells the variants apart.
    fn json_in_turn(&self, id: SchemaId, union: &Union) -> TokenStream {
        let (name, unknown) = (&self.names.types[&id].ident, &self.names.unions[&id].unknown);
        let variants: Vec<usize> = (0..union.variants.len()).collect();
        let variants = self.most_telling_first(id, union, &variants);
        quote!(runtime::union!(#name { #(#variants,)* ..#unknown });)
    }

    /// Reading and writing where a tag tells the variants apart.
    fn json_by_tag(&self, id: SchemaId, union: &Union, discriminator: &Discriminator) -> TokenStream {
        let name = &self.names.types[&id].ident;
        let read = self.read_by_tag(id, union, discriminator);
        let names = &self.names.unions[&id];
        let writes =
            union
                .variants
                .iter()
                .zip(&names.variants)
                .map(|(variant, ident)| match self.tag(union, variant) {
                    Some((property, tag)) => {
                        let value = if variant.boxed {
                            quote!(value.as_ref())
                        } else {
                            quote!(value)
                        };
                        quote! {
                            Self::#ident(value) => writer.object(|object| {
                                object.tag(#property, #tag);
                                runtime::Object::fields(#value, object);
                            }),
                        }
                    }
                    None => quote!(Self::#ident(value) => runtime::Json::write(value, writer),),
                });
        let unknown = &names.unknown;
        quote! {
            impl runtime::Json for #name {
                fn read(value: &runtime::Value<'_>) -> runtime::ReadResult<Self> {
                    #read
                }
                fn write(&self, writer: &mut runtime::Writer) {
                    match self {
                        #(#writes)*
                        Self::#unknown(value) => runtime::Json::write(value, writer),
                    }
                }
            }
            runtime::json!(#name);
        }
    }

    /// A part of a body, or a body, that may be a file: it is sent, and not read.
    fn union_of_files(&self, id: SchemaId, union: &Union) -> TokenStream {
        let name = &self.names.types[&id].ident;
        let item = self.union_enum(id, union);
        let conversions = self.conversions(id, union);
        let variants = &self.names.unions[&id].variants;
        let schemas = &self.api.schemas;
        let is_body = union
            .variants
            .iter()
            .map(|variant| schemas.unaliased(variant.schema))
            .any(|variant| schemas[variant].holds_files() && matches!(schemas[variant].kind, Kind::Object(_)));
        let what = if is_body { quote!(Multipart) } else { quote!(Part) };
        quote! {
            #item
            runtime::multipart!(#name as #what { #(#variants),* });
            #(#conversions)*
        }
    }

    fn union_enum(&self, id: SchemaId, union: &Union) -> TokenStream {
        let name = &self.names.types[&id].ident;
        let names = &self.names.unions[&id];
        let unknown = &names.unknown;
        let docs = self.schema_docs(id).outer();
        let variants = union.variants.iter().zip(&names.variants).map(|(variant, ident)| {
            let docs = Docs::default().ours(self.variant_doc(union, variant)).outer();
            let ty = self.variant_ty(variant);
            quote!(#docs #ident(#ty),)
        });
        let holds_files = self.api.schemas[id].holds_files();
        let equal = (!holds_files).then(|| quote!(, PartialEq));
        let unknown = (!holds_files).then(|| {
            quote! {
                #[doc = " A value that none of the others can hold; it is sent as it is."]
                #unknown(serde_json::Value),
            }
        });
        quote! {
            #docs
            #[derive(Clone, Debug #equal)]
            #[non_exhaustive]
            pub enum #name {
                #(#variants)*
                #unknown
            }
        }
    }

    fn variant_ty(&self, variant: &Variant) -> TokenStream {
        let ty = self.ty_or_null(variant.schema, Site::Model);
        if variant.boxed { quote!(Box<#ty>) } else { ty }
    }

    fn variant_doc(&self, union: &Union, variant: &Variant) -> String {
        let ty = self.ty(variant.schema, Site::Model).to_string().replace(' ', "");
        let ty = code(&ty.replace("super::", "").replace("crate::", "").replace(',', ", "));
        match (&union.discriminator, variant.tags.as_slice()) {
            (Some(discriminator), [tag, ..]) => {
                format!("{ty}, where {} is {}.", code(&discriminator.property), code(tag))
            }
            _ => format!("{ty}."),
        }
    }

    /// The tag that a variant is written with, whatever its own field says; where several mean it, its field decides.
    fn tag<'u>(&self, union: &'u Union, variant: &'u Variant) -> Option<(&'u str, &'u str)> {
        let property = &union.discriminator.as_ref()?.property;
        let schemas = &self.api.schemas;
        match &schemas[schemas.unaliased(variant.schema)].kind {
            Kind::Object(object) => {
                let mut properties = object
                    .properties
                    .iter()
                    .filter(|property| !self.is_undeclared(property.schema));
                let decides = variant.tags.len() > 1 && properties.any(|declared| declared.name == *property);
                variant
                    .tags
                    .first()
                    .filter(|_| !decides)
                    .map(|tag| (property.as_str(), tag.as_str()))
            }
            _ => None,
        }
    }

    fn read_by_tag(&self, id: SchemaId, union: &Union, discriminator: &Discriminator) -> TokenStream {
        let names = &self.names.unions[&id];
        let unknown = &names.unknown;
        let property = &discriminator.property;
        let arms = meanings(union).into_iter().map(|(variants, tags)| {
            let read = match variants.as_slice() {
                [only] => {
                    let ident = &names.variants[*only];
                    quote!(runtime::Json::read(value).map(Self::#ident))
                }
                several => {
                    let variants = self.most_telling_first(id, union, several);
                    quote!(runtime::first_match(value, runtime::variants!(Self { #(#variants),* })))
                }
            };
            quote!(Some(#(#tags)|*) => #read,)
        });
        quote! {
            match value.tag(#property) {
                #(#arms)*
                _ => value.keep(Self::#unknown),
            }
        }
    }

    /// The names of some variants, in the order in which they are tried.
    fn most_telling_first(&self, id: SchemaId, union: &Union, variants: &[usize]) -> Vec<&Ident> {
        let names = &self.names.unions[&id].variants;
        let mut variants = variants.to_vec();
        variants.sort_by_key(|index| self.vagueness(union.variants[*index].schema));
        variants.into_iter().map(|index| &names[index]).collect()
    }

    /// How much a schema takes that it is not meant for: what is tried first takes least.
    fn vagueness(&self, id: SchemaId) -> (usize, usize) {
        let schemas = &self.api.schemas;
        match &schemas[schemas.unaliased(id)].kind {
            Kind::Boolean | Kind::Integer(_) => (0, 0),
            Kind::String(StringFormat::Plain | StringFormat::Binary) => (3, 0),
            Kind::String(_) | Kind::Number { .. } => (1, 0),
            Kind::Tuple(elements) => (1, usize::MAX - elements.len()),
            Kind::Enumeration(Enumeration {
                values: EnumerationValues::Mixed(_),
            }) => (5, 0),
            Kind::Enumeration(_) | Kind::Array(_) | Kind::Map(_) => (2, 0),
            // The more an object requires, the less it is taken for another.
            Kind::Object(object) => {
                let required = object.properties.iter().filter(|property| property.required).count();
                (0, usize::MAX - required)
            }
            Kind::Union(_) | Kind::Alias(_) => (4, 0),
            Kind::Untyped(_) | Kind::File => (6, 0),
        }
    }

    /// `From` for each variant whose type no other variant has.
    fn conversions(&self, id: SchemaId, union: &Union) -> Vec<TokenStream> {
        let name = &self.names.types[&id].ident;
        let types: Vec<String> = union
            .variants
            .iter()
            .map(|variant| self.resolved_ty(variant.schema).to_string())
            .collect();
        let mut times: HashMap<&String, usize> = HashMap::default();
        for ty in &types {
            *times.entry(ty).or_default() += 1;
        }
        let names = union.variants.iter().zip(&self.names.unions[&id].variants);
        let single = names.zip(&types).filter(|((variant, _), ty)| {
            let untyped = self.is_untyped(variant.schema);
            !untyped && times[ty] == 1
        });
        let conversion = |((variant, ident), _): ((&Variant, &Ident), &String)| {
            let ty = self.ty_or_null(variant.schema, Site::Model);
            let value = if variant.boxed {
                quote!(Box::new(value))
            } else {
                quote!(value)
            };
            quote! {
                impl From<#ty> for #name {
                    fn from(value: #ty) -> Self {
                        Self::#ident(#value)
                    }
                }
            }
        };
        single.map(conversion).collect()
    }

    /// The type behind all names, so that two names of one type are seen to be the same.
    fn resolved_ty(&self, id: SchemaId) -> TokenStream {
        let target = self.api.schemas.unaliased(id);
        match &self.api.schemas[target].kind {
            Kind::Object(_) | Kind::Enumeration(_) | Kind::Union(_) => self.ty(target, Site::Model),
            Kind::Array(items) => {
                let items = self.resolved_shallow(*items);
                quote!(Vec<#items>)
            }
            Kind::Tuple(elements) => {
                let elements = elements.iter().map(|element| self.resolved_shallow(*element));
                quote!((#(#elements,)*))
            }
            Kind::Map(values) => {
                let values = self.resolved_shallow(*values);
                quote!(Map<#values>)
            }
            _ => self.structural_ty(target, Site::Model),
        }
    }

    /// One level is enough to tell lists apart; deeper ones that look the same get no `From`.
    fn resolved_shallow(&self, id: SchemaId) -> TokenStream {
        let target = self.api.schemas.unaliased(id);
        match self.api.schemas[target].kind {
            Kind::Array(_) => quote!(Vec),
            Kind::Map(_) => quote!(Map),
            _ => self.ty(target, Site::Model),
        }
    }
}

/// The variants that each tag means, by their numbers, with the tags that mean just these.
fn meanings(union: &Union) -> IndexMap<Vec<usize>, Vec<&str>> {
    let mut by_tag: IndexMap<&str, Vec<usize>> = IndexMap::new();
    for (index, variant) in union.variants.iter().enumerate() {
        for tag in &variant.tags {
            let variants = by_tag.entry(tag).or_default();
            if !variants.contains(&index) {
                variants.push(index);
            }
        }
    }
    let mut meanings: IndexMap<Vec<usize>, Vec<&str>> = IndexMap::new();
    for (tag, variants) in by_tag {
        meanings.entry(variants).or_default().push(tag);
    }
    meanings
}

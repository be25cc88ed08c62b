//! The tables by which values are written as XML and read from it.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::context::Context;
use super::docs::{Docs, code};
use super::{Emitted, rust};
use crate::model::{
    AdditionalProperties, Content, Discriminator, Enumeration, EnumerationValues, Kind, Property, SchemaId, Union, Xml,
    XmlNode,
};
use crate::names::Ident;

/// What the root element is called where the description has no name for it.
const ROOT: &str = "root";

/// Where none of so many alternatives is an object, none is looked for any further.
const MOST_ALTERNATIVES: usize = 1_000;

pub(super) fn file(context: &Context<'_>) -> Emitted {
    let inner = Docs::default()
        .ours("How values are written as XML: the elements and attributes of each type.")
        .inner();
    let tables: BTreeMap<&Ident, SchemaId> = context.names.tables.iter().map(|(id, name)| (name, *id)).collect();
    let statics = tables.into_iter().map(|(name, id)| context.table(name, id));
    let path = format!("{}xml.rs", context.folder());
    rust(
        path,
        quote!(#inner use crate::runtime::xml::{Member, Shape, Xml}; #(#statics)*),
    )
}

impl Context<'_> {
    /// The table of a body that travels as XML by its schema; `None` for any other.
    pub(super) fn table_of(&self, content: &Content) -> Option<&Ident> {
        self.names
            .tables
            .get(&content.schema)
            .filter(|_| self.api.is_xml(content))
    }

    fn table(&self, name: &Ident, id: SchemaId) -> TokenStream {
        let xml = self.api.schemas.xml(id);
        let (element, namespace) = full_name(&xml, self.component(id).unwrap_or(ROOT));
        let shape = self.shape(id, self.component_of_items(id).unwrap_or(&element), Some(id));
        let docs = Docs::default().ours(format!("The element {}.", code(&element))).outer();
        quote!(#docs pub(super) static #name: Xml = Xml::new(#element, #shape)#namespace;)
    }

    /// The key of the component that a schema is, or that it is an alias of.
    fn component(&self, id: SchemaId) -> Option<&str> {
        let schemas = &self.api.schemas;
        let own = schemas[id].component.as_deref();
        own.or_else(|| schemas[schemas.unaliased(id)].component.as_deref())
    }

    fn component_of_items(&self, id: SchemaId) -> Option<&str> {
        match self.kind(id) {
            Kind::Array(items) => self.component(*items),
            _ => None,
        }
    }

    fn kind(&self, id: SchemaId) -> &Kind {
        let schemas = &self.api.schemas;
        &schemas[schemas.unaliased(id)].kind
    }

    /// How an element holds a value; `name` is what items are called that have no name of their own, and `own` the schema
    /// whose table this is for.
    fn shape(&self, id: SchemaId, name: &str, own: Option<SchemaId>) -> TokenStream {
        let target = self.api.schemas.unaliased(id);
        // What the items of a list are called depends on where it stands.
        let is_list = matches!(self.kind(target), Kind::Array(_));
        if own != Some(target)
            && !is_list
            && let Some(table) = self.names.tables.get(&target)
        {
            return quote!(Shape::Of(&#table));
        }
        match self.kind(target) {
            Kind::Array(items) => {
                let item = self.item(*items, name);
                quote!(Shape::List(&#item))
            }
            Kind::Tuple(_) => quote!(Shape::List(&Xml::new(#name, Shape::Any))),
            Kind::Map(values) => {
                let rest = self.rest(*values);
                quote!(Shape::open(&[], &#rest))
            }
            Kind::Object(object) => {
                let members = object.properties.iter();
                let members = members.map(|property| self.member(property));
                match object.additional {
                    AdditionalProperties::Declared(values) => {
                        let rest = self.rest(values);
                        quote!(Shape::open(&[#(#members),*], &#rest))
                    }
                    AdditionalProperties::Unmentioned => quote!(Shape::object(&[#(#members),*])),
                }
            }
            Kind::Union(union) => self.union_shape(union),
            _ => self.scalar_shape(target),
        }
    }

    /// The element of an item.
    fn item(&self, id: SchemaId, name: &str) -> TokenStream {
        let (name, namespace) = full_name(&self.api.schemas.xml(id), name);
        let shape = self.shape(id, &name, None);
        quote!(Xml::new(#name, #shape)#namespace)
    }

    fn member(&self, property: &Property) -> TokenStream {
        let key = &property.name;
        let xml = self.api.schemas.xml(property.schema);
        let (name, namespace) = full_name(&xml, key);
        let is_wrapped = xml.node == Some(XmlNode::Element);
        match (xml.node, self.kind(property.schema)) {
            (Some(XmlNode::Attribute), _) => {
                let shape = self.shape(property.schema, &name, None);
                quote!(Member::attribute(#key, #name, #shape)#namespace)
            }
            (Some(XmlNode::Text), _) => {
                let shape = self.shape(property.schema, &name, None);
                quote!(Member::text(#key, #shape))
            }
            // The name of a list counts where it is an element (OpenAPI 3.0.4, section 4.7.26.2.2).
            (_, Kind::Array(items)) if !is_wrapped => {
                let (name, namespace) = full_name(&self.api.schemas.xml(*items), key);
                let shape = self.shape(*items, &name, None);
                if property.required {
                    quote!(Member::required_items(#key, #name, #shape)#namespace)
                } else {
                    quote!(Member::items(#key, #name, #shape)#namespace)
                }
            }
            (_, Kind::Tuple(_)) if !is_wrapped => quote!(Member::items(#key, #name, Shape::Any)#namespace),
            _ => {
                let inner = xml.name.as_deref().unwrap_or(key);
                let shape = self.shape(property.schema, inner, None);
                quote!(Member::element(#key, #name, #shape)#namespace)
            }
        }
    }

    /// The elements that are called by their keys.
    fn rest(&self, values: SchemaId) -> TokenStream {
        let is_wrapped = self.api.schemas.xml(values).node == Some(XmlNode::Element);
        match self.kind(values) {
            Kind::Array(items) if !is_wrapped => {
                let shape = self.shape(*items, "item", None);
                quote!(Member::items("", "", #shape))
            }
            _ => {
                let shape = self.shape(values, "item", None);
                quote!(Member::element("", "", #shape))
            }
        }
    }

    /// That of any alternative that is an object; where none is, the text that all of them are.
    fn union_shape(&self, union: &Union) -> TokenStream {
        let schemas = &self.api.schemas;
        let objects = union.variants.iter().filter(|variant| self.is_object(variant.schema));
        let objects = objects.filter_map(|variant| self.names.tables.get(&schemas.unaliased(variant.schema)));
        let objects: Vec<&Ident> = objects.collect();
        if objects.is_empty() {
            let shapes = union.variants.iter().map(|variant| self.scalar_shape(variant.schema));
            let mut shapes: Vec<TokenStream> = shapes.collect();
            shapes.dedup_by_key(|shape| shape.to_string());
            return match shapes.as_slice() {
                [only] => only.clone(),
                _ => quote!(Shape::Any),
            };
        }
        match &union.discriminator {
            Some(Discriminator { property }) => {
                quote!(Shape::tagged(&Member::element(#property, #property, Shape::Text), &[#(&#objects),*]))
            }
            None => quote!(Shape::one_of(&[#(&#objects),*])),
        }
    }

    /// Whether a schema is an object, or a union with one among its alternatives.
    fn is_object(&self, id: SchemaId) -> bool {
        let mut open = vec![id];
        for _ in 0..MOST_ALTERNATIVES {
            match open.pop().map(|id| self.kind(id)) {
                Some(Kind::Object(_)) => return true,
                Some(Kind::Union(union)) => open.extend(union.variants.iter().map(|variant| variant.schema)),
                Some(_) => {}
                None => return false,
            }
        }
        false
    }

    /// How an element holds a value that is no more than a text.
    fn scalar_shape(&self, id: SchemaId) -> TokenStream {
        match self.kind(id) {
            Kind::Boolean => quote!(Shape::Boolean),
            Kind::Integer(_) | Kind::Number { .. } => quote!(Shape::Number),
            Kind::String(_) | Kind::File => quote!(Shape::Text),
            Kind::Enumeration(Enumeration { values }) => match values {
                EnumerationValues::Integers(_) => quote!(Shape::Number),
                EnumerationValues::Strings(_) | EnumerationValues::Mixed(_) => quote!(Shape::Text),
            },
            _ => quote!(Shape::Any),
        }
    }
}

/// The name with its prefix, and the call that adds its namespace.
fn full_name(xml: &Xml, name: &str) -> (String, Option<TokenStream>) {
    let name = xml.name.as_deref().unwrap_or(name);
    let prefix = xml.prefix.as_deref().filter(|prefix| !prefix.is_empty());
    let namespace = xml.namespace.as_deref().filter(|namespace| !namespace.is_empty());
    let full = prefix.map_or_else(|| name.to_owned(), |prefix| format!("{prefix}:{name}"));
    (full, namespace.map(|namespace| quote!(.namespace(#namespace))))
}

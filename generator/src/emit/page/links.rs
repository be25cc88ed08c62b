//! Types, each with a link to its file.

use proc_macro2::TokenStream;

use crate::emit::context::Context;
use crate::emit::docs::code;
use crate::emit::ty::Site;
use crate::model::{Content, Kind, MediaType, SchemaId};

/// The type of an answer by itself, with a link.
pub(super) fn answer_link(context: &Context<'_>, content: &Content) -> String {
    match content.media_type {
        MediaType::Json | MediaType::Form => type_link(context, content.schema),
        MediaType::Xml => content_link(context, content),
        _ => linked(context, &context.content_ty(content), content.schema),
    }
}

/// The type of what is sent, with a link.
pub(super) fn body_link(context: &Context<'_>, content: &Content) -> String {
    match content.media_type {
        MediaType::Multipart if context.is_untyped(content.schema) => code("Form"),
        MediaType::Multipart => type_link(context, content.schema),
        MediaType::Bytes => code("Body"),
        MediaType::JsonLines => format!("{}, any number", type_link(context, content.schema)),
        _ => content_link(context, content),
    }
}

pub(super) fn content_link(context: &Context<'_>, content: &Content) -> String {
    match content.media_type {
        MediaType::Json | MediaType::Form => type_link(context, content.schema),
        MediaType::Xml if context.api.is_xml(content) => type_link(context, content.schema),
        MediaType::Text | MediaType::Xml | MediaType::EventStream | MediaType::JsonLines => code("String"),
        MediaType::Bytes | MediaType::Multipart => code("bytes::Bytes"),
    }
}

/// The type of a schema, with a link to the file of the type that it is made of.
pub(super) fn type_link(context: &Context<'_>, id: SchemaId) -> String {
    linked(context, &context.ty_or_null(id, Site::Api), id)
}

/// A type that is made of that of a schema, with a link to the latter.
fn linked(context: &Context<'_>, ty: &TokenStream, id: SchemaId) -> String {
    let ty = ty.to_string().replace(' ', "").replace("crate::", "");
    let ty = code(&ty.replace(',', ", "));
    match leaf(context, id) {
        Some(module) => format!("[{ty}](../{}models/{module}.rs)", context.folder()),
        None => ty,
    }
}

/// The module of the named type that a schema is, or that its lists and maps hold.
fn leaf(context: &Context<'_>, id: SchemaId) -> Option<String> {
    let mut current = id;
    // The pass `endless` has seen to it that this comes to an end.
    loop {
        if let Some(name) = context.names.types.get(&current) {
            return Some(name.module.to_string());
        }
        match &context.api.schemas[current].kind {
            Kind::Alias(next) | Kind::Array(next) | Kind::Map(next) => current = *next,
            _ => return None,
        }
    }
}

//! What sends a body in another media type than the preferred one: called after the method and the media type.

use foldhash::HashSet;

use super::Ident;
use crate::model::{MediaType, Operation};

/// The names of what sends a body in another media type.
#[derive(Clone, Debug)]
pub struct BodyNames {
    /// The method of the resource, where the body is one of its arguments: `create_form`.
    pub method: Ident,
    /// The setter of the request, where it is not: `body_form`.
    pub setter: Ident,
}

/// The names for each of the other bodies of an operation, none of which is in `taken`, where they are added.
pub(super) fn decide(operation: &Operation, method: &Ident, taken: &mut HashSet<Ident>) -> Vec<BodyNames> {
    let others = operation.request_body.iter().flat_map(|body| &body.others);
    let names = others.map(|content| {
        let kind = kind(content.media_type);
        let mut name = method.with_suffix(format!("_{kind}"));
        while !taken.insert(name.clone()) {
            name = name.with_suffix("_body");
        }
        BodyNames {
            method: name,
            setter: Ident::snake(setter(content.media_type)),
        }
    });
    names.collect()
}

/// The setters for the other bodies of an operation.
pub(super) fn setters(operation: &Operation) -> impl Iterator<Item = &'static str> {
    let others = operation.request_body.iter().flat_map(|body| &body.others);
    others.map(|content| setter(content.media_type))
}

fn kind(media_type: MediaType) -> &'static str {
    setter(media_type).trim_start_matches("body_")
}

fn setter(media_type: MediaType) -> &'static str {
    match media_type {
        MediaType::Json => "body_json",
        MediaType::JsonLines => "body_json_lines",
        MediaType::Form => "body_form",
        MediaType::Multipart => "body_multipart",
        MediaType::EventStream => "body_events",
        MediaType::Xml => "body_xml",
        MediaType::Text => "body_text",
        MediaType::Bytes => "body_bytes",
    }
}

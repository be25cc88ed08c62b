use serde_json::Value;

use super::{SchemaId, Style};
use crate::source::Place;

/// A body of one media type.
#[derive(Clone, Debug, PartialEq)]
pub struct Content {
    /// How the bytes are read or written.
    pub media_type: MediaType,
    /// The media type as the description writes it: `application/json; charset=utf-8`.
    pub name: String,
    /// What the description says about the content; of events and lines, about the data of each.
    pub schema: SchemaId,
    /// A value as an example.
    pub example: Option<Value>,
    /// Where the values stand that are given as examples beside the schema.
    pub examples: Vec<Place>,
    /// How the members of a form are written, where that is not the default.
    pub encodings: Vec<Encoding>,
    /// Whether the schema is that of an event with its name and its data, and not of the data alone.
    pub is_whole_event: bool,
    /// Other media types that are read in the same way, and are as welcome.
    pub also: Vec<String>,
}

/// How one member of a form is written (OpenAPI 3.0.4, section 4.7.15).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Encoding {
    /// The member; of parts without names its position from 0 on, and nothing for all that have none of their own.
    pub name: String,
    /// The media type of its part, where it is a single one.
    pub content_type: Option<String>,
    /// How its value becomes text.
    pub style: Option<Style>,
    /// Headers of its part whose values the description knows.
    pub headers: Vec<(String, String)>,
}

impl Encoding {
    /// Whether the media type is one of bytes that are no text.
    #[must_use]
    pub fn is_binary(&self) -> bool {
        let binary = [
            "image/",
            "audio/",
            "video/",
            "application/octet-stream",
            "application/pdf",
        ];
        let content_type = self.content_type.as_deref();
        content_type.is_some_and(|name| binary.iter().any(|kind| name.starts_with(kind)))
    }

    /// Whether the media type is one of text, or of what is written as text.
    #[must_use]
    pub fn is_text(&self) -> bool {
        let content_type = self.content_type.as_deref();
        content_type.is_some_and(|name| name.starts_with("text/") || name.contains("json") || name.contains("xml"))
    }
}

/// How the bytes of a body are read or written.
///
/// The order is the order of preference, where several are on offer. What has a type by the description comes before text and
/// bytes, which have none. JSON comes first, as it says most with the fewest rules; XML last, as it says least about types.
/// Of answers, what is there as a whole comes before events and lines, which have to be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MediaType {
    /// `application/json` and whatever ends in `+json`.
    Json,
    /// One JSON value after the other: `application/jsonl`, `application/x-ndjson`, `application/json-seq` (RFC 7464).
    JsonLines,
    /// `application/x-www-form-urlencoded`.
    Form,
    /// `multipart/*`.
    Multipart,
    /// `text/event-stream`: server-sent events (WHATWG HTML, section 9.2).
    EventStream,
    /// `application/xml`, `text/xml` and whatever ends in `+xml`.
    Xml,
    /// `text/*`.
    Text,
    /// Any other, as the bytes that they are.
    Bytes,
}

impl MediaType {
    /// Whether it is values that come one after the other.
    #[must_use]
    pub fn is_sequential(self) -> bool {
        matches!(self, Self::EventStream | Self::JsonLines)
    }
}

//! Media types: how a body is read and written, by the name that the description gives it.

use crate::model::MediaType;

/// What a name stands for; `None` for a range such as `*/*`, which stands for anything.
pub(super) fn named(name: &str) -> Option<MediaType> {
    let essence = name.split(';').next().unwrap_or(name).trim().to_ascii_lowercase();
    let (kind, subtype) = essence.split_once('/').unwrap_or((&essence, ""));
    match (kind, subtype) {
        ("*" | "application", "*") => None,
        ("multipart", _) => Some(MediaType::Multipart),
        ("text", "event-stream") => Some(MediaType::EventStream),
        ("application", "x-www-form-urlencoded") => Some(MediaType::Form),
        (_, "jsonl" | "x-jsonl" | "ndjson" | "x-ndjson" | "jsonlines" | "x-jsonlines" | "json-lines" | "json-seq") => {
            Some(MediaType::JsonLines)
        }
        (_, subtype) if subtype.ends_with("+json-seq") => Some(MediaType::JsonLines),
        ("application" | "text", "json") => Some(MediaType::Json),
        (_, subtype) if subtype.ends_with("+json") => Some(MediaType::Json),
        ("application" | "text", "xml") => Some(MediaType::Xml),
        // A picture is for those who draw it: its elements are no data.
        ("image", subtype) if subtype.ends_with("+xml") => Some(MediaType::Text),
        (_, subtype) if subtype.ends_with("+xml") => Some(MediaType::Xml),
        ("text", _) => Some(MediaType::Text),
        _ => Some(MediaType::Bytes),
    }
}

/// Whether a media type has a name, which can leave out its parameters.
pub(super) fn is(media_type: &str, name: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or(media_type);
    [media_type, essence]
        .iter()
        .any(|text| text.trim().eq_ignore_ascii_case(name.trim()))
}

/// A media type that can be sent and asked for, in the place of a range.
pub(super) fn concrete(name: &str, media_type: MediaType) -> String {
    if !name.contains('*') {
        return name.to_owned();
    }
    let concrete = match media_type {
        MediaType::Json => "application/json",
        MediaType::JsonLines => "application/jsonl",
        MediaType::Form => "application/x-www-form-urlencoded",
        MediaType::Multipart => "multipart/form-data",
        MediaType::EventStream => "text/event-stream",
        MediaType::Xml => "application/xml",
        MediaType::Text => "text/plain",
        MediaType::Bytes => "application/octet-stream",
    };
    concrete.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_for_a_way_to_read() {
        for (name, expected) in [
            ("application/json; charset=utf-8", MediaType::Json),
            ("application/problem+json", MediaType::Json),
            ("text/json", MediaType::Json),
            ("application/jsonl", MediaType::JsonLines),
            ("application/x-ndjson", MediaType::JsonLines),
            ("application/x-jsonlines", MediaType::JsonLines),
            ("application/json-seq", MediaType::JsonLines),
            ("application/geo+json-seq", MediaType::JsonLines),
            ("application/x-www-form-urlencoded", MediaType::Form),
            ("multipart/form-data", MediaType::Multipart),
            ("multipart/mixed; boundary=a", MediaType::Multipart),
            ("Text/Event-Stream", MediaType::EventStream),
            ("text/xml", MediaType::Xml),
            ("application/xml", MediaType::Xml),
            ("application/atom+xml", MediaType::Xml),
            ("image/svg+xml", MediaType::Text),
            ("text/csv", MediaType::Text),
            ("text/*", MediaType::Text),
            ("application/pdf", MediaType::Bytes),
            ("image/*", MediaType::Bytes),
            ("json", MediaType::Bytes),
        ] {
            assert_eq!(named(name), Some(expected), "{name}");
        }
        assert_eq!(named("*/*"), None);
        assert_eq!(named("application/*"), None);
    }

    #[test]
    fn a_range_is_sent_as_what_it_is_read_as() {
        assert_eq!(concrete("*/*", MediaType::Json), "application/json");
        assert_eq!(concrete("text/*", MediaType::Text), "text/plain");
        assert_eq!(concrete("text/csv", MediaType::Text), "text/csv");
    }
}

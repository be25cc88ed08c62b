//! Bodies: which of the media types on offer is used, and what it holds.

use serde_json::Value;

use super::Lowering;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Content, MediaType, RequestBody};
use crate::source::Place;

impl Lowering<'_> {
    /// The request body of an operation: `Some(None)` where it has none, and `None`, with a warning, where it has one that
    /// cannot be expressed yet.
    #[expect(clippy::option_option, reason = "the outer level says whether the operation can be expressed at all")]
    pub(super) fn request_body(&mut self, operation: &Place, route: &str) -> Option<Option<RequestBody>> {
        let place = operation.child("requestBody");
        if self.description.node(&place).is_none() {
            return Some(None);
        }
        let target = self.description.follow(&place);
        let piece = target.and_then(|target| Ok((self.description.request_body(&target, self.report)?, target)));
        let (piece, target) = match piece {
            Ok(found) => found,
            Err(error) => {
                let skipped = error.diagnostic("the request body", &format!("`{route}` is skipped"));
                self.report.push(skipped.operation(route));
                return None;
            }
        };
        if piece.content.is_empty() {
            return Some(None);
        }
        let Some(content) = self.content(&target, is_sendable) else {
            let names: Vec<&str> = piece.content.keys().map(String::as_str).collect();
            self.skip_operation(route, &target.child("content"), &format!("it sends {}", names.join(" or ")));
            return None;
        };
        Some(Some(RequestBody { description: piece.description, required: piece.required, content }))
    }

    /// The content of the request body or response at a place, in the media type that we like best of those accepted.
    pub(super) fn content(&mut self, place: &Place, accepted: fn(&str, MediaType) -> bool) -> Option<Content> {
        let holder = place.child("content");
        let mut offers: Vec<(MediaType, String, Place)> = self
            .description
            .members(&holder)
            .map(|(name, place)| (self.media_type(name, &place), name.to_owned(), place))
            .filter(|(media_type, name, _)| accepted(name, *media_type))
            .collect();
        // The order of preference is the order of `MediaType`; among equals the description's first.
        offers.sort_by_key(|(media_type, _, _)| *media_type);
        let mut offers = offers.into_iter();
        let (media_type, name, place) = offers.next()?;
        for (_, other, place) in offers {
            let message = format!("`{other}` is on offer too, and `{name}` is used");
            self.report.push(Diagnostic::new(Code::OTHER_MEDIA_TYPE, message).at(place));
        }
        let schema = place.child("schema");
        let example = self.example(&place).or_else(|| self.example(&schema));
        Some(Content { media_type, schema: self.schema(&schema), example, name: concrete(name, media_type) })
    }

    fn media_type(&self, name: &str, place: &Place) -> MediaType {
        let essence = name.split(';').next().unwrap_or(name).trim().to_ascii_lowercase();
        if essence == "application/json" || essence.ends_with("+json") || essence == "text/json" {
            MediaType::Json
        } else if essence == "*/*" || essence == "application/*" {
            // Frameworks that do not know what they answer write this; where there is a schema it is JSON.
            if self.describes_json(&place.child("schema")) { MediaType::Json } else { MediaType::Bytes }
        } else if essence.starts_with("text/") || essence == "application/xml" || essence.ends_with("+xml") {
            MediaType::Text
        } else {
            MediaType::Bytes
        }
    }

    fn describes_json(&self, schema: &Place) -> bool {
        let target = self.description.follow(schema);
        target.is_ok_and(|target| {
            let node = self.description.node(&target).and_then(Value::as_object);
            node.is_some_and(|node| node.get("format").is_none_or(|format| format != "binary"))
        })
    }

    /// The example that stands at a parameter, a media type or a schema: `example`, or the first of `examples`.
    pub(super) fn example(&self, place: &Place) -> Option<Value> {
        let place = self.description.follow(place).ok()?;
        let node = self.description.node(&place)?;
        if let Some(example) = node.get("example") {
            return Some(example.clone());
        }
        // Under a schema of OpenAPI 3.1, `examples` lists the values themselves.
        if let Some(first) = node.get("examples").and_then(Value::as_array).and_then(|examples| examples.first()) {
            return Some(first.clone());
        }
        let (_, first) = self.description.members(&place.child("examples")).next()?;
        let first = self.description.follow(&first).ok()?;
        self.description.node(&first)?.get("value").cloned()
    }
}

/// Forms need the `encoding` object; until it is read, an operation that sends nothing else is skipped.
fn is_sendable(name: &str, _: MediaType) -> bool {
    let essence = name.split(';').next().unwrap_or(name).trim().to_ascii_lowercase();
    essence != "application/x-www-form-urlencoded" && !essence.starts_with("multipart/")
}

/// A media type that can be sent and asked for, in the place of a range.
fn concrete(name: String, media_type: MediaType) -> String {
    match (name.contains('*'), media_type) {
        (false, _) => name,
        (true, MediaType::Json) => "application/json".to_owned(),
        (true, MediaType::Text) => "text/plain".to_owned(),
        (true, MediaType::Bytes) => "application/octet-stream".to_owned(),
    }
}

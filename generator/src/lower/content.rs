//! Bodies: which of the media types on offer is used, and what it holds.

use serde_json::Value;

use super::named_media_types::is_named;
use super::{Lowering, media_type};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Content, MediaType, RequestBody};
use crate::resolve::{self, Offer};
use crate::source::Place;

impl Lowering<'_> {
    /// The request body of an operation: `Some(None)` where it has none, and `None`, with a warning, where it has one that
    /// cannot be read.
    #[expect(
        clippy::option_option,
        reason = "the outer level says whether the operation can be expressed at all"
    )]
    pub(super) fn request_body(
        &mut self,
        item: &Place,
        operation: &Place,
        route: &str,
        named: Option<&[String]>,
    ) -> Option<Option<RequestBody>> {
        let Some(place) = self.description.request_body_of(item, operation) else {
            return Some(None);
        };
        let target = self.description.follow(&place);
        let piece = target.and_then(|target| Ok((self.description.request_body(&target, &mut self.report)?, target)));
        let (piece, target) = match piece {
            Ok(found) => found,
            Err(error) => {
                let skipped = error.diagnostic("the request body", &format!("`{route}` is skipped"));
                self.report.push(skipped.operation(route));
                return None;
            }
        };
        let offered = self.description.request_content(operation, &target);
        let mut contents = self.sent(offered, route, named).into_iter();
        Some(contents.next().map(|content| RequestBody {
            place: target,
            description: self.repeated_text(piece.description),
            required: piece.required,
            content,
            others: contents.collect(),
        }))
    }

    /// What a request may hold: the best of what is offered, and one for each other way of writing.
    fn sent(&mut self, offered: resolve::Content<'_>, route: &str, named: Option<&[String]>) -> Vec<Content> {
        let mut contents: Vec<Content> = Vec::new();
        for (media_type, offer) in self.ranked(offered, named.unwrap_or_default()) {
            let is_named = is_named(offer.name, named.unwrap_or_default());
            // What is named has a method even where the preferred one is of its kind.
            let mut others = contents.iter().skip(usize::from(is_named));
            let same = others.find(|content| content.media_type == media_type);
            // What is written by hand says no more than what is written by its type.
            let is_needless = !is_named && is_written_by_hand(media_type);
            let better = contents.first().filter(|_| is_needless);
            match same.or(better).map(|content| content.name.clone()) {
                Some(used) => self.not_used(&offer, &used, route, named.is_some()),
                None => contents.push(self.content_of(media_type, offer)),
            }
        }
        contents
    }

    /// What is offered, best first; among equals the description's first. The order of `MediaType` is the order of preference.
    /// After the best, what is named comes before others of its kind.
    pub(super) fn ranked<'o>(
        &mut self,
        offered: resolve::Content<'o>,
        named: &[String],
    ) -> Vec<(MediaType, Offer<'o>)> {
        // Many operations can refer to one body or answer.
        if !self.copies.entries(offered.offers.len()) {
            return Vec::new();
        }
        let offers = offered.offers.into_iter();
        let mut offers: Vec<(MediaType, Offer<'_>)> = offers.map(|offer| (self.media_type(&offer), offer)).collect();
        offers.sort_by_key(|(media_type, _)| *media_type);
        if let [_, others @ ..] = offers.as_mut_slice() {
            others.sort_by_key(|(media_type, offer)| (*media_type, !is_named(offer.name, named)));
        }
        offers
    }

    /// The note that a media type is on offer in vain.
    pub(super) fn not_used(&mut self, offer: &Offer<'_>, used: &str, route: &str, can_be_named: bool) {
        let name = offer.name;
        let message = format!("`{name}` is on offer too, and `{used}` is used");
        let note = Diagnostic::new(Code::OTHER_MEDIA_TYPE, message).at(offer.place.clone());
        let note = note.operation(route);
        self.report.push(if can_be_named {
            note.help(format!(
                "`media_types = [\"{name}\"]` below `[api.operations.\"{route}\"]` in oasmith.toml gives it a method of its own"
            ))
        } else {
            note
        });
    }

    pub(super) fn content_of(&mut self, media_type: MediaType, offer: Offer<'_>) -> Content {
        let (schema_place, is_whole_event) = self.schema_of_each(media_type, &offer);
        let schema = self
            .list_of_parts(media_type, &offer)
            .unwrap_or_else(|| self.schema(&schema_place));
        let Offer {
            name,
            examples,
            mut encodings,
            place,
            ..
        } = offer;
        encodings.extend(
            self.description
                .encodings_by_position(&place)
                .into_iter()
                .filter(|_| media_type == MediaType::Multipart),
        );
        let first = examples.first().and_then(|place| self.description.node(place));
        let example = first.or_else(|| self.description.example(&schema_place));
        Content {
            media_type,
            example: self.repeated_value(example),
            examples,
            encodings: match media_type {
                MediaType::Form => self.styles(&encodings),
                MediaType::Multipart => self.parts(&encodings),
                _ => Vec::new(),
            },
            schema,
            is_whole_event,
            name: media_type::concrete(name, media_type),
            also: Vec::new(),
        }
    }

    fn media_type(&self, Offer { name, schema, .. }: &Offer<'_>) -> MediaType {
        let named = media_type::named(name);
        let is_framed = matches!(
            named,
            Some(MediaType::EventStream | MediaType::JsonLines | MediaType::Multipart)
        );
        // Whatever the media type is called: no text of JSON is bytes as they are.
        if self.description.is_binary(schema) && !is_framed {
            return MediaType::Bytes;
        }
        // Frameworks that do not know what they answer write a range; where there is a schema it is JSON.
        let unnamed = if self.is_described(schema) {
            MediaType::Json
        } else {
            MediaType::Bytes
        };
        named.unwrap_or(unnamed)
    }

    /// Whether there is a schema, at a place or where the reference there leads to.
    fn is_described(&self, schema: &Place) -> bool {
        let target = self.description.follow(schema);
        target.is_ok_and(|target| self.description.node(&target).is_some_and(Value::is_object))
    }
}

/// Whether a user gives the text of what could have a type.
fn is_written_by_hand(media_type: MediaType) -> bool {
    matches!(media_type, MediaType::Xml | MediaType::EventStream)
}

//! The content of request bodies and responses: which media types are on offer, and examples.

use std::borrow::Cow;

use serde_json::Value;

use super::Description;
use super::dialect::Dialect;
use crate::source::Place;

/// What a request body or a response may hold.
#[derive(Clone, Debug)]
pub struct Content<'a> {
    /// The media types, in the order of the description.
    pub offers: Vec<Offer<'a>>,
}

/// One media type of a request body or a response.
#[derive(Clone, Debug)]
pub struct Offer<'a> {
    /// The media type, as it is written.
    pub name: &'a str,
    /// Where it is offered.
    pub place: Place,
    /// Where its schema stands, if it has any.
    pub schema: Place,
    /// Where the values stand that are given as examples beside the schema.
    pub examples: Vec<Place>,
    /// How the members of a form are written, as far as it says so.
    pub encodings: Vec<Encoding<'a>>,
}

/// How one member of a form is written: the encoding object (OpenAPI 3.0.4, section 4.7.15).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Encoding<'a> {
    /// The member; of parts without names its position from 0 on, and nothing for all that have none of their own.
    pub property: Cow<'a, str>,
    /// Its media type: `contentType`.
    pub content_type: Option<&'a str>,
    /// Its style, as for a parameter in a query.
    pub style: Option<&'a str>,
    /// As for a parameter in a query.
    pub explode: Option<bool>,
    /// Where it says so; for a field of Swagger 2.0, where that stands.
    pub place: Place,
}

impl Description<'_> {
    /// The content of the request body at a place, which is not a reference.
    #[must_use]
    pub fn request_content(&self, operation: &Place, body: &Place) -> Content<'_> {
        match self.dialect {
            Dialect::V2_0 => self.swagger_request_content(operation, body),
            Dialect::V3_0 | Dialect::V3_1 => self.declared_content(body),
        }
    }

    /// The content of the response at a place, which is not a reference.
    #[must_use]
    pub fn response_content(&self, operation: &Place, response: &Place) -> Content<'_> {
        match self.dialect {
            Dialect::V2_0 => self.swagger_response_content(operation, response),
            Dialect::V3_0 | Dialect::V3_1 => self.declared_content(response),
        }
    }

    fn declared_content(&self, holder: &Place) -> Content<'_> {
        let content = holder.child("content");
        let offers = self.members(&content).map(|(name, place)| Offer {
            name,
            schema: place.child("schema"),
            examples: self.examples(&place),
            encodings: self.encodings(&place),
            place,
        });
        Content {
            offers: offers.collect(),
        }
    }

    fn encodings(&self, media_type: &Place) -> Vec<Encoding<'_>> {
        let encodings = self.members(&media_type.child("encoding"));
        encodings
            .map(|(property, place)| self.encoding(property.into(), place))
            .collect()
    }

    /// How the parts of a body are written that have no names (OpenAPI 3.2.0, section "Encoding By Position").
    #[must_use]
    pub fn encodings_by_position(&self, media_type: &Place) -> Vec<Encoding<'_>> {
        let prefix = media_type.child("prefixEncoding");
        let first = self.elements(&prefix).enumerate();
        let first = first.map(|(position, place)| self.encoding(position.to_string().into(), place));
        let others = Some(media_type.child("itemEncoding")).filter(|place| self.node(place).is_some());
        first
            .chain(others.map(|place| self.encoding("".into(), place)))
            .collect()
    }

    fn encoding<'a>(&'a self, property: Cow<'a, str>, place: Place) -> Encoding<'a> {
        Encoding {
            property,
            content_type: self.text(&place, "contentType"),
            style: self.text(&place, "style"),
            explode: self
                .node(&place)
                .and_then(|encoding| encoding.get("explode")?.as_bool()),
            place,
        }
    }

    /// Whether the values of the schema at a place are bytes as they are.
    #[must_use]
    pub fn is_binary(&self, schema: &Place) -> bool {
        let says = |key: &str, word: &str| {
            self.follow(schema)
                .is_ok_and(|target| self.text(&target, key) == Some(word))
        };
        says("format", "binary") || (self.dialect == Dialect::V2_0 && says("type", "file"))
    }

    /// The first example that stands at a parameter, a media type or a schema.
    #[must_use]
    pub fn example(&self, place: &Place) -> Option<&Value> {
        self.node(self.examples(place).first()?)
    }

    /// The places of the examples that stand at a parameter, a media type or a schema: `example`, and each of `examples`.
    #[must_use]
    pub fn examples(&self, place: &Place) -> Vec<Place> {
        let Ok(place) = self.follow(place) else {
            return Vec::new();
        };
        let extension = Some("x-example").filter(|_| self.dialect == Dialect::V2_0);
        let single = [Some("example"), extension].into_iter().flatten();
        let single = single
            .map(|key| place.child(key))
            .filter(|place| self.node(place).is_some());
        // Under a schema of OpenAPI 3.1, `examples` lists the values themselves.
        let list = place.child("examples");
        let elements = self.elements(&list);
        let named = self.members(&list).filter_map(|(_, place)| {
            let value = self.follow(&place).ok()?.child("value");
            self.node(&value).is_some().then_some(value)
        });
        single.chain(elements).chain(named).collect()
    }
}

use foldhash::HashMap;

use super::{Header, HeaderKind, Operation, Retries, SchemaId, Schemas, SecurityScheme, Server, Unit, Webhook};
use crate::source::Place;

/// Everything that one description becomes.
#[derive(Clone, Debug)]
pub struct Api {
    /// The name of the API: `info.title`.
    pub title: String,
    /// The version of the description: `info.version`, any text.
    pub version: Option<String>,
    /// What the API is for, in CommonMark: `info.description`.
    pub description: Option<String>,
    /// Where the API is served; the first is the default. Never empty: without any, the specification says `/`.
    pub servers: Vec<Server>,
    /// How all calls are tried again, where the description says so.
    pub retries: Option<Retries>,
    /// The ways to prove who one is, sorted by name.
    pub security_schemes: Vec<SecurityScheme>,
    /// The operations by resource, sorted by the resource's tag.
    pub resources: Vec<Resource>,
    /// The headers that the answers of operations declare, sorted by name.
    pub headers: Vec<Header>,
    /// What the server sends by itself: webhooks, and the callbacks of operations.
    pub webhooks: Vec<Webhook>,
    /// Every schema that an operation or a component leads to.
    pub schemas: Schemas,
    /// What the description keeps in other files than its root.
    pub units: HashMap<Place, Unit>,
}

/// The operations that share a tag (OpenAPI 3.0.4, section 4.7.22): what a user sees as one thing with methods.
#[derive(Clone, Debug)]
pub struct Resource {
    /// Where the first of its operations stands.
    pub place: Place,
    /// The tag as it is written, or the name that stands in for it where an operation has none.
    pub tag: String,
    /// What the tag is for, in CommonMark.
    pub description: Option<String>,
    /// The operations, in the order of path and method.
    pub operations: Vec<Operation>,
}

impl Api {
    /// The part that a place is in, if it is in another file than the root.
    #[must_use]
    pub fn unit_around(&self, place: &Place) -> Option<(&Place, &Unit)> {
        let around = place.with_all_around();
        around.filter_map(|place| self.units.get_key_value(&place)).last()
    }

    /// The schemas of what comes beside the bodies of answers: what the server sends by itself, and the values of headers.
    pub fn received_beside_answers(&self) -> impl Iterator<Item = SchemaId> {
        let payloads = self.webhooks.iter().map(|webhook| webhook.payload.schema);
        payloads.chain(self.headers.iter().filter_map(|header| match header.kind {
            HeaderKind::Object { schema, .. } | HeaderKind::Json(schema) => Some(schema),
            HeaderKind::Single(_) | HeaderKind::List(_) => None,
        }))
    }

    /// Every operation with the resource that it belongs to.
    pub fn operations(&self) -> impl Iterator<Item = (&Resource, &Operation)> {
        self.resources
            .iter()
            .flat_map(|resource| resource.operations.iter().map(move |operation| (resource, operation)))
    }
}

/// Whether a segment of a path says what the path is about: not `api`, no version, no parameter.
#[must_use]
pub fn says_something(segment: &str) -> bool {
    let is_version = segment
        .strip_prefix('v')
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let is_number = segment.chars().all(|c| c.is_ascii_digit() || c == '.');
    !is_number && !segment.contains('{') && segment != "api" && !is_version
}

//! Places to names: what the way from the root of a file to a schema says about it.

use foldhash::HashMap;

use super::methods::{first_distinct, whole_names};
use super::{UnionNames, units};
use crate::model::{Api, Kind, Operation, SchemaId, Status};
use crate::source::Place;

/// What places stand for.
pub(super) struct Paths {
    operations: HashMap<Place, OperationPath>,
    parameters: HashMap<Place, String>,
    variants: HashMap<Place, String>,
    /// What other files than the root hold.
    units: HashMap<Place, String>,
    /// What is called by its title, with all that stands in it.
    titles: HashMap<Place, String>,
}

/// What the names of an operation's inline types are made from.
struct OperationPath {
    name: String,
    /// The status of the answer that is simply called `Response`.
    first_success: Option<Status>,
}

/// The name of a type in parts, while the way to it is walked.
#[derive(Default)]
struct Way {
    parts: Vec<String>,
    /// Whoever declares the type.
    base: Option<String>,
    first_success: Option<Status>,
}

impl Paths {
    /// What the places of an API stand for, as far as `named`, the places of what becomes a type, asks for it.
    pub(super) fn of<'a>(
        api: &Api,
        unions: &HashMap<SchemaId, UnionNames>,
        named: impl Iterator<Item = &'a Place>,
    ) -> Self {
        let mut paths = Self {
            operations: HashMap::default(),
            parameters: HashMap::default(),
            variants: HashMap::default(),
            units: HashMap::default(),
            titles: HashMap::default(),
        };
        let names: Vec<Vec<String>> = api.operations().map(|(_, operation)| whole_names(operation)).collect();
        for ((_, operation), name) in api.operations().zip(first_distinct(&names)) {
            paths.operation(operation, name.to_owned());
        }
        for webhook in &api.webhooks {
            paths.parameters.insert(webhook.body.clone(), "payload".to_owned());
            let (name, first_success) = (webhook.name.clone(), None);
            paths
                .operations
                .insert(webhook.place.clone(), OperationPath { name, first_success });
        }
        for (id, schema) in api.schemas.iter() {
            if let Kind::Union(union) = &schema.kind {
                for (variant, ident) in union.variants.iter().zip(&unions[&id].variants) {
                    paths.variants.insert(variant.place.clone(), ident.to_string());
                }
            }
        }
        let outside_of_operations = named.filter(|place| !paths.is_in_an_operation(place));
        paths.units = units::decide(api, outside_of_operations);
        paths
    }

    /// The same where some places are called by a title.
    pub(super) fn with_titles(self, titles: HashMap<Place, String>) -> Self {
        Self { titles, ..self }
    }

    fn operation(&mut self, operation: &Operation, name: String) {
        for parameter in &operation.parameters {
            self.parameters.insert(parameter.place.clone(), parameter.name.clone());
        }
        // Elsewhere it is found by the key `requestBody`, or has a key of its own.
        if let Some(body) = &operation.request_body {
            self.parameters.insert(body.place.clone(), "body".to_owned());
        }
        let first_success = operation.successes.iter().find(|response| response.content.is_some());
        let first_success = first_success.map(|response| response.status);
        self.operations
            .insert(operation.place.clone(), OperationPath { name, first_success });
    }

    fn is_in_an_operation(&self, place: &Place) -> bool {
        place
            .with_all_around()
            .any(|place| self.operations.contains_key(&place))
    }

    /// The name of whoever declares the schema at a place, and the name of the schema itself.
    pub(super) fn name(&self, place: &Place) -> (String, String) {
        let tokens = place.pointer.tokens();
        let mut at = Place::root(place.file);
        let mut way = Way::default();
        self.begin(&at, &mut way);
        let mut index = 0;
        while let Some(token) = tokens.get(index) {
            at = at.child(token);
            if self.begin(&at, &mut way) {
                index += 1;
                continue;
            }
            if let Some(known) = self.known(&at) {
                way.parts.push(known.clone());
            } else if let Some(next) = tokens.get(index + 1) {
                let is_in_components = index == 1 && way.base.is_none() && tokens[0] == "components";
                let (part, steps) = part(token, next, is_in_components, &way);
                if steps == 2 {
                    at = at.child(next);
                    index += 1;
                }
                // A parameter or a variant that has no key is named by what it is, and not by its number.
                let known = || self.known(&at).filter(|_| steps == 2).cloned();
                if !(steps == 2 && self.begin(&at, &mut way)) {
                    way.parts.extend(part.or_else(known));
                }
            } else {
                way.parts.extend(last_part(token));
            }
            way.base = way.base.or_else(|| way.parts.first().cloned());
            index += 1;
        }
        (way.base.unwrap_or_default(), way.parts.join(" "))
    }

    /// Begins the name anew where a place has one of its own. A title does not change who declares the type.
    fn begin(&self, at: &Place, way: &mut Way) -> bool {
        if let Some(title) = self.titles.get(at) {
            way.parts = vec![title.clone()];
            return true;
        }
        let operation = self.operations.get(at);
        let Some(name) = operation
            .map(|operation| &operation.name)
            .or_else(|| self.units.get(at))
        else {
            return false;
        };
        way.parts = vec![name.clone()];
        way.base = Some(name.clone());
        way.first_success = operation.and_then(|operation| operation.first_success);
        true
    }

    fn known(&self, at: &Place) -> Option<&String> {
        self.parameters.get(at).or_else(|| self.variants.get(at))
    }
}

/// What a token and the one after it add to a name, and how many of the two are used up.
fn part(token: &str, next: &str, is_in_components: bool, way: &Way) -> (Option<String>, usize) {
    let is_first = way.base.is_none();
    match token {
        // The kind of component: whatever it is, its key is the name.
        _ if is_in_components => (Some(next.to_owned()), 2),
        "components" if is_first => (None, 1),
        "paths" if is_first => (None, 2),
        // The components of Swagger 2.0.
        "parameters" | "responses" if is_first => (Some(next.to_owned()), 2),
        "responses" => {
            let is_first = way.first_success.is_some_and(|status| status.to_string() == next);
            let name = if is_first {
                "response".to_owned()
            } else {
                format!("response {next}")
            };
            (Some(name), 2)
        }
        "properties" | "headers" | "patternProperties" | "$defs" | "definitions" => (Some(next.to_owned()), 2),
        "prefixItems" => (Some(format!("item {next}")), 2),
        // Beside a value as a whole, an event has to have a name of its own.
        "content" if next.starts_with("text/event-stream") => (Some("event".to_owned()), 2),
        "content" | "allOf" | "oneOf" | "anyOf" | "parameters" => (None, 2),
        _ => (last_part(token), 1),
    }
}

/// What a token adds to a name that uses up no other.
fn last_part(token: &str) -> Option<String> {
    match token {
        "schema" | "itemSchema" => None,
        "requestBody" => Some("body".to_owned()),
        "items" | "prefixItems" => Some("item".to_owned()),
        "additionalProperties" | "patternProperties" => Some("value".to_owned()),
        other => Some(other.to_owned()),
    }
}

//! The types: one for each component, and one for each object, enumeration or union that is declared inline.
//!
//! A name is made from the place alone, so it does not depend on who refers to the schema, or on the order of anything.

use std::collections::HashMap;

use super::collide::{Wish, distinct};
use super::{Ident, ResourceNames, members};
use crate::config;
use crate::diagnostic::Report;
use crate::model::{Api, Kind, Operation, Schema, SchemaId, Status};
use crate::source::Pointer;

/// Types of the prelude that emitted models use by their short names.
const RESERVED: &[&str] = &[
    "Default",
    "Box",
    "Into",
    "IntoIterator",
    "None",
    "Ok",
    "Option",
    "Result",
    "Some",
    "String",
    "Vec",
    "Self_",
];

/// The name of a type, and the file that it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypeName {
    /// The type.
    pub ident: Ident,
    /// The module of `models` that holds it: that of the component or operation that declares it.
    pub module: Ident,
    /// The struct that holds the required properties where they are too many for arguments.
    pub required: Ident,
}

pub(super) fn decide(
    api: &Api,
    resources: &[ResourceNames],
    settings: &config::Api,
    report: &mut Report,
) -> HashMap<SchemaId, TypeName> {
    let paths = Paths::of(api, resources);
    let mut named: Vec<(SchemaId, Wish, String)> = Vec::new();
    for (id, schema) in api.schemas.iter().filter(|(_, schema)| becomes_a_type(schema)) {
        let (base, name) = paths.name(&schema.place.pointer);
        let chosen = schema
            .component
            .as_deref()
            .and_then(|key| settings.schema_name(key).map(str::to_owned));
        let base = chosen.clone().filter(|_| name == base).unwrap_or(base);
        let name = Ident::camel(&chosen.unwrap_or(name));
        // A component keeps its name against types that are declared inline.
        let rank = if schema.component.is_some() { "0" } else { "1" };
        named.push((
            id,
            Wish {
                name,
                key: format!("{rank}{}", schema.place.pointer),
                place: schema.place.clone(),
            },
            base,
        ));
    }
    let wishes: Vec<Wish> = named.iter().map(|(_, wish, _)| wish.clone()).collect();
    let idents = distinct(&wishes, RESERVED, report);
    let name = |((id, _, base), ident): ((SchemaId, Wish, String), Ident)| {
        let required = ident.with_suffix("Required");
        (
            id,
            TypeName {
                module: Ident::module(&base),
                required,
                ident,
            },
        )
    };
    named.into_iter().zip(idents).map(name).collect()
}

/// Components keep a name whatever they are; of the others only those that Rust has no type for.
fn becomes_a_type(schema: &Schema) -> bool {
    schema.component.is_some() || matches!(schema.kind, Kind::Object(_) | Kind::Enumeration(_) | Kind::Union(_))
}

/// What the tokens of a pointer stand for.
struct Paths {
    operations: HashMap<Pointer, OperationPath>,
    parameters: HashMap<Pointer, String>,
    variants: HashMap<Pointer, String>,
}

/// What the names of an operation's inline types are made from.
struct OperationPath {
    name: String,
    /// The status of the answer that is simply called `Response`.
    first_success: Option<Status>,
}

impl Paths {
    fn of(api: &Api, resources: &[ResourceNames]) -> Self {
        let mut paths = Self {
            operations: HashMap::new(),
            parameters: HashMap::new(),
            variants: HashMap::new(),
        };
        let names = resources.iter().flat_map(|resource| &resource.operations);
        for ((_, operation), names) in api.operations().zip(names) {
            paths.operation(operation, names.full_name.clone());
        }
        for (_, schema) in api.schemas.iter() {
            if let Kind::Union(union) = &schema.kind {
                let variants = members::variants(&api.schemas, union, &mut Report::default());
                for (variant, ident) in union.variants.iter().zip(variants) {
                    paths.variants.insert(variant.place.pointer.clone(), ident.to_string());
                }
            }
        }
        paths
    }

    fn operation(&mut self, operation: &Operation, name: String) {
        for parameter in &operation.parameters {
            self.parameters
                .insert(parameter.place.pointer.clone(), parameter.name.clone());
        }
        // Elsewhere it is found by the key `requestBody`, or has a key of its own.
        if let Some(body) = &operation.request_body {
            self.parameters.insert(body.place.pointer.clone(), "body".to_owned());
        }
        let first_success = operation.successes.iter().find(|response| response.content.is_some());
        let first_success = first_success.map(|response| response.status);
        self.operations
            .insert(operation.place.pointer.clone(), OperationPath { name, first_success });
    }

    /// The name of whoever declares the schema at a place, and the name of the schema itself.
    fn name(&self, pointer: &Pointer) -> (String, String) {
        let tokens = pointer.tokens();
        let mut at = Pointer::root();
        let mut parts: Vec<String> = Vec::new();
        let mut base = None;
        let mut first_success = None;
        let mut index = 0;
        while let Some(token) = tokens.get(index) {
            at = at.child(token);
            if let Some(operation) = self.operations.get(&at) {
                parts = vec![operation.name.clone()];
                base = parts.first().cloned();
                first_success = operation.first_success;
            } else if let Some(parameter) = self.parameters.get(&at) {
                parts.push(parameter.clone());
            } else if let Some(variant) = self.variants.get(&at) {
                parts.push(variant.clone());
            } else if let Some(next) = tokens.get(index + 1) {
                let (part, steps) = part(token, next, index, first_success);
                if steps == 2 {
                    at = at.child(next);
                    index += 1;
                }
                // A parameter or a variant that has no key is named by what it is, and not by its number.
                let known = || {
                    self.parameters
                        .get(&at)
                        .or_else(|| self.variants.get(&at))
                        .filter(|_| steps == 2)
                };
                parts.extend(part.or_else(|| known().cloned()));
            } else {
                parts.extend(last_part(token));
            }
            base = base.or_else(|| parts.first().cloned());
            index += 1;
        }
        (base.unwrap_or_default(), parts.join(" "))
    }
}

/// What a token and the one after it add to a name, and how many of the two are used up.
fn part(token: &str, next: &str, index: usize, first_success: Option<Status>) -> (Option<String>, usize) {
    match token {
        "components" if index == 0 => (None, 1),
        // The kind of component: whatever it is, its key is the name.
        _ if index == 1 => (Some(next.to_owned()), 2),
        "paths" if index == 0 => (None, 2),
        // The components of Swagger 2.0.
        "parameters" | "responses" if index == 0 => (Some(next.to_owned()), 2),
        "responses" => {
            let is_first = first_success.is_some_and(|status| status.to_string() == next);
            let name = if is_first {
                "response".to_owned()
            } else {
                format!("response {next}")
            };
            (Some(name), 2)
        }
        "properties" | "headers" | "patternProperties" | "$defs" | "definitions" => (Some(next.to_owned()), 2),
        "content" | "allOf" | "oneOf" | "anyOf" | "parameters" => (None, 2),
        _ => (last_part(token), 1),
    }
}

/// What a token adds to a name that uses up no other.
fn last_part(token: &str) -> Option<String> {
    match token {
        "schema" => None,
        "requestBody" => Some("body".to_owned()),
        "items" => Some("item".to_owned()),
        "additionalProperties" => Some("value".to_owned()),
        other => Some(other.to_owned()),
    }
}

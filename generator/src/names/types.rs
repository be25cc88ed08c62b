//! The types: one for each component, and one for each object, enumeration or union that is declared inline.
//!
//! A name is made from the place alone, so it does not depend on who refers to the schema, or on the order of anything.

use foldhash::HashMap;

use super::collide::{Wish, distinct_or_else};
use super::paths::Paths;
use super::{Ident, UnionNames, titles, units};
use crate::config;
use crate::diagnostic::Report;
use crate::model::{Api, Kind, Schema, SchemaId};
use crate::source::Place;

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
    settings: &config::Api,
    unions: &HashMap<SchemaId, UnionNames>,
    report: &mut Report,
) -> HashMap<SchemaId, TypeName> {
    let named_places = || api.schemas.iter().filter(|(_, schema)| becomes_a_type(schema));
    let titles = titles::decide(api, settings, named_places().map(|(_, schema)| schema));
    let paths = Paths::of(api, unions, named_places().map(|(_, schema)| &schema.place));
    let paths = paths.with_titles(titles);
    let mut named: Vec<(SchemaId, Wish, String)> = Vec::new();
    let mut others: Vec<Option<Ident>> = Vec::new();
    for (id, schema) in named_places() {
        let (base, name) = paths.name(&schema.place);
        let chosen = schema
            .component
            .as_deref()
            .and_then(|key| settings.schema_name(key).map(str::to_owned));
        let base = chosen.clone().filter(|_| name == base).unwrap_or(base);
        // What is sent stands beside what is received, and is told apart where the two differ.
        let direction = match (schema.request_of, schema.form_of()) {
            (Some(_), _) => " input",
            (None, Some(_)) => " form",
            (None, None) => "",
        };
        let kind = kind_of_component(&schema.place);
        let rest = name.strip_prefix(&base).unwrap_or_default();
        others.push(kind.map(|kind| Ident::camel(&format!("{base} {kind}{rest}{direction}"))));
        let name = Ident::camel(&format!("{}{direction}", chosen.unwrap_or(name)));
        // A component keeps its name against types that are declared inline, and these against those with another name.
        let rank = match (&schema.component, kind) {
            (Some(_), _) => "0",
            (None, None) => "1",
            (None, Some(_)) => "2",
        };
        named.push((
            id,
            Wish {
                name,
                key: format!(
                    "{rank}{}{}{direction}",
                    units::file(api, &schema.place),
                    schema.place.pointer
                ),
                place: schema.place.clone(),
            },
            base,
        ));
    }
    let wishes: Vec<Wish> = named.iter().map(|(_, wish, _)| wish.clone()).collect();
    let idents = distinct_or_else(&wishes, &others, RESERVED, report);
    let name = |((id, _, base), ident): ((SchemaId, Wish, String), Ident)| {
        let required = ident.with_suffix("Required");
        (
            id,
            TypeName {
                module: module(&base),
                required,
                ident,
            },
        )
    };
    named.into_iter().zip(idents).map(name).collect()
}

/// What kind of component declares a schema inline. Many a body has the key of the schema that comes back.
fn kind_of_component(place: &Place) -> Option<&'static str> {
    let tokens = place.pointer.tokens();
    let kind = match tokens.as_slice() {
        [components, kind, ..] if components == "components" => kind,
        [kind, ..] => kind,
        [] => return None,
    };
    match kind.as_str() {
        "requestBodies" => Some("body"),
        "responses" => Some("response"),
        "parameters" => Some("parameter"),
        "headers" => Some("header"),
        _ => None,
    }
}

/// A module of `models` that has that name itself is taken for a mistake by Clippy, and by readers.
fn module(base: &str) -> Ident {
    let name = Ident::module(base);
    if name.as_str() == "models" {
        name.with_underscore()
    } else {
        name
    }
}

/// Components keep a name whatever they are; of the others only those that Rust has no type for, and what says the same.
fn becomes_a_type(schema: &Schema) -> bool {
    schema.component.is_some()
        || schema.repeats.is_some()
        || matches!(schema.kind, Kind::Object(_) | Kind::Enumeration(_) | Kind::Union(_))
}

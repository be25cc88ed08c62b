//! The types: one for each component, and one for each object, enumeration or union that is declared inline.
//!
//! A name is made from the place alone, so it does not depend on who refers to the schema, or on the order of anything.

use std::collections::HashMap;

use super::collide::{Wish, distinct};
use super::paths::Paths;
use super::{Ident, units};
use crate::config;
use crate::diagnostic::Report;
use crate::model::{Api, Kind, Schema, SchemaId};

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

pub(super) fn decide(api: &Api, settings: &config::Api, report: &mut Report) -> HashMap<SchemaId, TypeName> {
    let named_places = || api.schemas.iter().filter(|(_, schema)| becomes_a_type(schema));
    let paths = Paths::of(api, named_places().map(|(_, schema)| &schema.place));
    let mut named: Vec<(SchemaId, Wish, String)> = Vec::new();
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
        let name = Ident::camel(&format!("{}{direction}", chosen.unwrap_or(name)));
        // A component keeps its name against types that are declared inline.
        let rank = if schema.component.is_some() { "0" } else { "1" };
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
    let idents = distinct(&wishes, RESERVED, report);
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

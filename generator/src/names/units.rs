//! The names of what other files hold: the key or the file, and as many folders as it takes to tell two of one name apart.

use std::collections::BTreeMap;

use foldhash::{HashMap, HashSet};

use super::Ident;
use crate::model::{Api, Unit};
use crate::source::Place;

/// Folders that say what kind of thing a file holds, and not which one.
const KINDS: &[&str] = &[
    "bodies",
    "common",
    "components",
    "definitions",
    "models",
    "parameters",
    "paths",
    "requests",
    "resources",
    "responses",
    "schemas",
    "shared",
    "spec",
    "types",
];

/// What a part of another file is, beside a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Role {
    Schema,
    Response,
    Body,
}

/// The name of each part of another file in which one of the `places` stands.
pub(super) fn decide<'a>(api: &Api, places: impl Iterator<Item = &'a Place>) -> HashMap<Place, String> {
    let roles = roles(api);
    let mut rivals: BTreeMap<(Role, Ident), HashSet<&Place>> = BTreeMap::new();
    for (place, unit) in places.filter_map(|place| api.unit_around(place)) {
        let role = roles.get(place).copied().unwrap_or(Role::Schema);
        rivals
            .entry((role, Ident::camel(&unit.name)))
            .or_default()
            .insert(place);
    }
    let taken: HashSet<Ident> = components_of_the_root(api).map(Ident::camel).collect();
    let mut names = HashMap::default();
    for ((role, ident), places) in rivals {
        let is_taken = role == Role::Schema && taken.contains(&ident);
        let units: Vec<(&Place, &Unit)> = places.iter().map(|place| (*place, &api.units[*place])).collect();
        for (place, name) in told_apart(&units, is_taken) {
            names.insert(place.clone(), with_role(name, role));
        }
    }
    names
}

/// The path of the file that a place is in, where it is another than the root.
pub(super) fn file(api: &Api, place: &Place) -> String {
    api.unit_around(place).map_or_else(String::new, |(_, unit)| unit.path())
}

fn components_of_the_root(api: &Api) -> impl Iterator<Item = &str> {
    let of_root = api
        .schemas
        .iter()
        .filter(|(_, schema)| !api.units.contains_key(&schema.place));
    of_root.filter_map(|(_, schema)| schema.component.as_deref())
}

fn roles(api: &Api) -> HashMap<&Place, Role> {
    let mut roles = HashMap::default();
    for (_, operation) in api.operations() {
        let responses = operation.successes.iter().chain(&operation.failures);
        roles.extend(responses.map(|response| (&response.place, Role::Response)));
        roles.extend(operation.request_body.iter().map(|body| (&body.place, Role::Body)));
    }
    roles
}

/// Adds folders to the names, from the innermost out, until they differ or there are no more.
fn told_apart<'a>(units: &[(&'a Place, &Unit)], is_taken: bool) -> Vec<(&'a Place, String)> {
    let name = |unit: &Unit, folders: usize| {
        let says_which = |folder: &&String| !KINDS.contains(&folder.to_lowercase().as_str());
        let telling: Vec<&String> = unit.folders.iter().filter(says_which).collect();
        let telling = &telling[telling.len().saturating_sub(folders)..];
        let words = telling.iter().map(|folder| folder.as_str()).chain([unit.name.as_str()]);
        words.collect::<Vec<_>>().join(" ")
    };
    let deepest = units.iter().map(|(_, unit)| unit.folders.len()).max().unwrap_or(0);
    let fewest = usize::from(units.len() > 1 || is_taken);
    let differ = |folders: &usize| {
        let names: HashSet<Ident> = units
            .iter()
            .map(|(_, unit)| Ident::camel(&name(unit, *folders)))
            .collect();
        names.len() == units.len()
    };
    let folders = (fewest..=deepest).find(differ).unwrap_or(deepest);
    units
        .iter()
        .map(|(place, unit)| (*place, name(unit, folders)))
        .collect()
}

/// A response called `Pet` holds no pet itself, but what is declared in it.
fn with_role(name: String, role: Role) -> String {
    let word = match role {
        Role::Schema => return name,
        Role::Response => "response",
        Role::Body => "body",
    };
    if name.to_lowercase().ends_with(word) {
        name
    } else {
        format!("{name} {word}")
    }
}

//! Titles as the names of inline types, where the configuration wants them: `titles = true`.

use foldhash::{HashMap, HashSet};

use super::Ident;
use crate::config;
use crate::model::{Api, Schema};
use crate::source::Place;

/// The title that names what stands at each place: one that no other of the inline types has, and that no component is
/// called by. So two types of one title are both called by their paths, and neither depends on which of them comes first.
pub(super) fn decide<'a>(
    api: &Api,
    settings: &config::Api,
    types: impl Iterator<Item = &'a Schema>,
) -> HashMap<Place, String> {
    if !settings.titles {
        return HashMap::default();
    }
    let components = api.schemas.iter().filter_map(|(_, schema)| schema.component.as_deref());
    let taken: HashSet<Ident> = components
        .map(|key| Ident::camel(settings.schema_name(key).unwrap_or(key)))
        .collect();
    let mut rivals: HashMap<Ident, HashMap<&Place, &str>> = HashMap::default();
    for schema in types.filter(|schema| schema.component.is_none() && schema.repeats.is_none()) {
        if let Some(title) = schema.title.as_deref().filter(|title| !title.trim().is_empty()) {
            let rivals = rivals.entry(Ident::camel(title)).or_default();
            rivals.insert(&schema.place, title);
        }
    }
    let alone = rivals
        .into_iter()
        .filter(|(ident, places)| places.len() == 1 && !taken.contains(ident));
    let named = alone.flat_map(|(_, places)| places);
    named.map(|(place, title)| (place.clone(), title.to_owned())).collect()
}

//! The tables of what travels as XML: each is called as its type is, or else by the place of its schema.

use std::collections::BTreeMap;

use foldhash::HashMap;

use super::collide::{Wish, distinct};
use super::paths::Paths;
use super::{Ident, Types, UnionNames};
use crate::diagnostic::Report;
use crate::model::{Api, SchemaId};

pub(super) fn decide(
    api: &Api,
    types: &Types,
    unions: &HashMap<SchemaId, UnionNames>,
    report: &mut Report,
) -> BTreeMap<SchemaId, Ident> {
    let ids = api.xml_tables();
    if ids.is_empty() {
        return BTreeMap::new();
    }
    let paths = Paths::of(api, unions, ids.iter().map(|id| &api.schemas[*id].place));
    let wishes: Vec<Wish> = ids
        .iter()
        .map(|id| {
            let place = &api.schemas[*id].place;
            let name = match types.get(id) {
                Some(name) => name.ident.to_string(),
                None => paths.name(place).1,
            };
            Wish {
                name: Ident::shouty(&name),
                key: format!("{}{}", u8::from(!types.contains_key(id)), place.pointer),
                place: place.clone(),
            }
        })
        .collect();
    let idents = distinct(&wishes, &[], report);
    ids.into_iter().zip(idents).collect()
}

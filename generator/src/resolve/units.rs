//! The parts of a description that have a name of their own: the components, and what other files hold.
//!
//! In a description of several files, references lead to whole files, to members of files that are lists of definitions,
//! and to the components of other descriptions. Each such part is one thing, wherever it is referred to from.

use std::collections::BTreeMap;

use foldhash::HashMap;

use super::Description;
use crate::source::{FileId, Place};

/// Where a file keeps parts that have names.
const HOLDERS: &[&str] = &["", "/definitions", "/$defs"];

impl Description<'_> {
    /// Every part of another file than the root that references lead to and that has a name of its own, with that name.
    pub fn units(&self) -> impl Iterator<Item = (&Place, String)> {
        let targets = self.documents.targets().filter(|place| self.is_unit(place));
        targets.map(|place| (place, self.unit_name(place)))
    }

    /// The name of a file, and the folders that it stands in below the folder of the root.
    #[must_use]
    pub fn file(&self, file: FileId) -> (&str, Vec<String>) {
        (self.documents.file_name(file), self.documents.folders(file))
    }

    /// The key of the schema at a place, where it is a component of the root or a part of another file.
    #[must_use]
    pub fn component(&self, place: &Place) -> Option<String> {
        if place.file == self.documents.root {
            let (holder, key) = place.pointer.last_token()?;
            return (holder == self.component_schemas().pointer.as_str()).then(|| key.into_owned());
        }
        (self.documents.is_target(place) && self.is_unit(place)).then(|| self.unit_name(place))
    }

    /// The key of the component that the schema at a place is, or is a part of.
    #[must_use]
    pub fn component_around(&self, place: &Place) -> Option<String> {
        place
            .with_all_around()
            .filter_map(|place| self.component(&place))
            .last()
    }

    /// The keys of the root's components by the parts of other files that they lead to.
    pub(super) fn keys_of_other_files(&self) -> HashMap<Place, String> {
        let components = self.component_schemas();
        // Sorted, so that of two keys for one part always the same counts.
        let keys: BTreeMap<&str, Place> = self.members(components).collect();
        let mut names = HashMap::default();
        for (key, place) in keys {
            if let Ok(target) = self.follow_schema(&place)
                && target.file != self.documents.root
            {
                names.entry(target).or_insert_with(|| key.to_owned());
            }
        }
        names
    }

    /// Whether a place is a part with a name, and no part of such a part.
    fn is_unit(&self, place: &Place) -> bool {
        if self.keys.contains_key(place) {
            return true;
        }
        let holder = place.pointer.parent();
        let is_held = holder.is_none_or(|holder| {
            HOLDERS.contains(&holder.as_str())
                || holder
                    .parent()
                    .is_some_and(|components| components.as_str() == "/components")
        });
        let mut around = place.with_all_around().skip(1);
        is_held && !around.any(|place| self.documents.is_target(&place))
    }

    fn unit_name(&self, place: &Place) -> String {
        let key = self.keys.get(place).cloned();
        key.or_else(|| place.pointer.tokens().pop())
            .unwrap_or_else(|| self.documents.stem(place.file).to_owned())
    }
}

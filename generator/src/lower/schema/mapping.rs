//! What the values of a discriminator mean (OpenAPI 3.0.4, section 4.7.25).

use std::collections::BTreeSet;

use foldhash::HashMap;
use openapiv3::Discriminator;

use crate::resolve::Description;
use crate::source::Place;

/// A mapping, by what its values mean. Each is looked up as the name of a component and as a reference.
pub(super) struct Mapping<'d> {
    discriminator: &'d Discriminator,
    names: HashMap<&'d str, Vec<usize>>,
    places: HashMap<Place, Vec<usize>>,
}

impl<'d> Mapping<'d> {
    /// The mapping of a discriminator that stands at `at`.
    pub(super) fn of(discriminator: &'d Discriminator, at: &Place, description: &Description<'_>) -> Self {
        let mut mapping = Self {
            discriminator,
            names: HashMap::default(),
            places: HashMap::default(),
        };
        for (index, value) in discriminator.mapping.values().enumerate() {
            mapping.names.entry(value).or_default().push(index);
            if let Some(place) = description.mapped(at, value) {
                mapping.places.entry(place).or_default().push(index);
            }
        }
        mapping
    }

    /// The tags that mean a schema, which is the component of that name, in the order of the mapping.
    pub(super) fn tags(&self, schema: &Place, name: Option<&str>) -> Vec<String> {
        let by_name = name.and_then(|name| self.names.get(name));
        let indexes = by_name.into_iter().chain(self.places.get(schema)).flatten();
        let indexes: BTreeSet<&usize> = indexes.collect();
        let tags = indexes
            .into_iter()
            .filter_map(|index| self.discriminator.mapping.get_index(*index));
        tags.map(|(tag, _)| tag.clone()).collect()
    }
}

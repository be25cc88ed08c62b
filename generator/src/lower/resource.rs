//! Operations by tag.

use std::collections::BTreeMap;

use foldhash::HashMap;

use super::{Lowering, extension};
use crate::model::{Operation, Resource, SecurityScheme, says_something};

impl Lowering<'_> {
    /// Every operation under the resource that it belongs to, sorted by tag.
    ///
    /// An operation with several tags belongs to the first. One without tags belongs to the first segment of its path
    /// that says something: `/api/v1/kernels/{id}` to `kernels`. Tags that differ only in case and signs are one, since
    /// nobody could tell `Well-Known` from `well_known` in code.
    pub(super) fn resources(&mut self, schemes: &[SecurityScheme]) -> Vec<Resource> {
        let descriptions = self.tag_descriptions();
        let mut resources: BTreeMap<String, (Vec<String>, Vec<Operation>)> = BTreeMap::new();
        for (tag, operation) in self.operations(schemes) {
            let (tags, operations) = resources.entry(letters(&tag)).or_default();
            tags.push(tag);
            operations.push(operation);
        }
        resources
            .into_values()
            .filter_map(|(tags, mut operations)| {
                operations.sort_by(|a, b| (&a.path, a.method).cmp(&(&b.path, b.method)));
                // The spelling that is described counts, and else the first by its letters.
                let tag = tags
                    .into_iter()
                    .min_by_key(|tag| (!descriptions.contains_key(tag), tag.clone()))?;
                let place = operations.first()?.place.clone();
                Some(Resource {
                    place,
                    description: descriptions.get(&tag).cloned(),
                    tag,
                    operations,
                })
            })
            .collect()
    }

    fn tag_descriptions(&self) -> HashMap<String, String> {
        let tags = self.description.elements(&self.description.root().child("tags"));
        tags.filter_map(|tag| {
            let name = self.description.text(&tag, "name")?;
            let description = self.description.text(&tag, "description")?;
            Some((name.to_owned(), description.to_owned()))
        })
        .collect()
    }

    /// The tag under which an operation is found; what the configuration says is stronger than the description.
    pub(super) fn tag(&self, piece: &openapiv3::Operation, path: &str, route: &str) -> String {
        let first = piece.tags.iter().find(|tag| !tag.trim().is_empty());
        let chosen = self.settings.operation(piece.operation_id.as_deref(), route);
        let chosen = chosen.and_then(|operation| operation.resource.clone());
        chosen
            .or_else(|| extension::group(&piece.extensions))
            .or_else(|| first.cloned())
            .unwrap_or_else(|| tag_from_path(path))
    }
}

/// A tag less its case and signs; a tag of signs alone is as it is.
fn letters(tag: &str) -> String {
    let letters: String = tag
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect();
    if letters.is_empty() { tag.to_owned() } else { letters }
}

fn tag_from_path(path: &str) -> String {
    let mut segments = path.split('/');
    segments
        .find(|segment| says_something(segment))
        .unwrap_or("default")
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::tag_from_path;

    #[test]
    fn the_first_segment_that_says_something_is_the_tag() {
        assert_eq!(tag_from_path("/api/v1/kernels/{id}"), "kernels");
        assert_eq!(tag_from_path("/v2beta/pets"), "pets");
        assert_eq!(tag_from_path("/videos"), "videos");
        assert_eq!(tag_from_path("/{id}"), "default");
        assert_eq!(tag_from_path("/"), "default");
    }
}

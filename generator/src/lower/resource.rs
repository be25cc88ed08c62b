//! Operations by tag.

use std::collections::{BTreeMap, HashMap};

use super::{Lowering, extension};
use crate::model::{Operation, Resource, SecurityScheme};

impl Lowering<'_> {
    /// Every operation under the resource that it belongs to, sorted by tag.
    ///
    /// An operation with several tags belongs to the first. One without tags belongs to the first segment of its path
    /// that says something: `/api/v1/kernels/{id}` to `kernels`.
    pub(super) fn resources(&mut self, schemes: &[SecurityScheme]) -> Vec<Resource> {
        let descriptions = self.tag_descriptions();
        let mut resources: BTreeMap<String, Vec<Operation>> = BTreeMap::new();
        for (tag, operation) in self.operations(schemes) {
            resources.entry(tag).or_default().push(operation);
        }
        resources
            .into_iter()
            .filter_map(|(tag, mut operations)| {
                operations.sort_by(|a, b| (&a.path, a.method).cmp(&(&b.path, b.method)));
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

fn tag_from_path(path: &str) -> String {
    let says_something = |segment: &&str| {
        let version = segment
            .strip_prefix('v')
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        let is_number = segment.chars().all(|c| c.is_ascii_digit() || c == '.');
        !is_number && !segment.contains('{') && *segment != "api" && !version
    };
    path.split('/').find(says_something).unwrap_or("default").to_owned()
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

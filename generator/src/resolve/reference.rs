//! References (OpenAPI 3.0.4, section 4.7.23; RFC 6901): text to place, and back.

use openapiv3::ReferenceOr;
use serde_json::Value;

use super::dialect::has_siblings;
use super::{Description, Unresolved};
use crate::load::Target;
use crate::source::{FileId, Place, Pointer};

/// No sound description chains more references than this before it reaches content.
const LONGEST_CHAIN: usize = 64;

/// The reference that stands for the node at `place` in a typed piece.
///
/// It is for us alone: the file by its id, and the pointer.
pub(super) fn reference_to(place: &Place) -> String {
    format!("{}#{}", place.file, place.pointer)
}

/// The place that a reference of a typed piece stands for: the inverse of [`reference_to`].
pub fn place_of<T>(reference: &ReferenceOr<T>) -> Option<Place> {
    let ReferenceOr::Reference { reference } = reference else {
        return None;
    };
    let (file, pointer) = reference.split_once('#')?;
    Some(Place {
        file: FileId::parse(file)?,
        pointer: Pointer::parse(pointer),
    })
}

/// The places that an array of references of a typed piece stands for.
#[must_use]
pub fn references(array: Option<&Value>) -> Vec<Place> {
    let elements = array.and_then(Value::as_array);
    let texts = elements
        .into_iter()
        .flatten()
        .filter_map(|element| element.get("$ref")?.as_str());
    let places = texts.filter_map(|reference| {
        place_of::<()>(&ReferenceOr::Reference {
            reference: reference.to_owned(),
        })
    });
    places.collect()
}

impl Description<'_> {
    /// The place of the content that `place` leads to: itself, or what the reference that stands there refers to.
    pub fn follow(&self, place: &Place) -> Result<Place, Unresolved> {
        let mut current = place.clone();
        for _ in 0..LONGEST_CHAIN {
            let Some(reference) = self
                .node(&current)
                .and_then(|node| node.get("$ref"))
                .and_then(Value::as_str)
            else {
                return Ok(current);
            };
            current = self.target(&current, reference)?;
        }
        Err(Unresolved::Loop { at: place.clone() })
    }

    /// The place of the schema that `place` leads to: a reference that says more than where it leads is a schema itself.
    pub fn follow_schema(&self, place: &Place) -> Result<Place, Unresolved> {
        let mut current = place.clone();
        for _ in 0..LONGEST_CHAIN {
            let Some(members) = self.node(&current).and_then(Value::as_object) else {
                return Ok(current);
            };
            let Some(reference) = members.get("$ref").and_then(Value::as_str) else {
                return Ok(current);
            };
            if has_siblings(self.dialect, members) {
                return Ok(current);
            }
            current = self.target(&current, reference)?;
        }
        Err(Unresolved::Loop { at: place.clone() })
    }

    /// The content of a map or a list that a place leads to, and where it stands, which may be another file as a whole:
    /// `paths: {$ref: paths.yaml}`. The specification does not have this, but tools that put files together do.
    pub(super) fn contents(&self, place: &Place) -> Option<(Place, &Value)> {
        let (place, node) = self.walk.borrow_mut().node_through_references(self.documents, place)?;
        if node.get("$ref").is_none_or(|reference| !reference.is_string()) {
            return Some((place, node));
        }
        let place = self.follow(&place).ok()?;
        let node = self.node(&place)?;
        Some((place, node))
    }

    /// The place that the reference at a place names, which may be a reference again; `None` where there is none.
    #[must_use]
    pub fn referred(&self, place: &Place) -> Option<Place> {
        let reference = self.node(place)?.get("$ref")?.as_str()?;
        self.target(place, reference).ok()
    }

    /// The place that a value of the `mapping` of a discriminator names, where it is a reference and no name.
    #[must_use]
    pub fn mapped(&self, at: &Place, value: &str) -> Option<Place> {
        self.target(at, value).ok()
    }

    /// The place that the reference standing at `at` names.
    pub(super) fn target(&self, at: &Place, reference: &str) -> Result<Place, Unresolved> {
        let (at, reference) = (at.clone(), reference.to_owned());
        match self.documents.target(&at, &reference) {
            Target::Found(place) => Ok(place),
            Target::Nothing => Err(Unresolved::Dangling { at, reference }),
            Target::Unread(reason) => Err(Unresolved::Unread { at, reference, reason }),
        }
    }
}

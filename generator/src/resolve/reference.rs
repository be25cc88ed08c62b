//! References (OpenAPI 3.0.4, section 4.7.23; RFC 6901): text to place, and back.

use openapiv3::ReferenceOr;
use serde_json::Value;

use super::dialect::has_siblings;
use super::{Description, Unresolved};
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

impl Description {
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

    /// The place that the reference standing at `at` names.
    pub(super) fn target(&self, at: &Place, reference: &str) -> Result<Place, Unresolved> {
        let Some(fragment) = reference.strip_prefix('#') else {
            return Err(Unresolved::OtherFile {
                at: at.clone(),
                reference: reference.to_owned(),
            });
        };
        // A pointer in a URI fragment is percent-encoded (RFC 6901, section 6), but many descriptions write it plainly.
        [fragment.to_owned(), percent_decoded(fragment)]
            .into_iter()
            .map(|pointer| Place {
                file: at.file,
                pointer: Pointer::parse(pointer),
            })
            .find(|target| self.node(target).is_some())
            .ok_or_else(|| Unresolved::Dangling {
                at: at.clone(),
                reference: reference.to_owned(),
            })
    }
}

/// The text with `%41` written as `A`; what is no valid escape stays as it is.
fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let escape = if *first == b'%' {
            tail.get(..2).and_then(hexadecimal)
        } else {
            None
        };
        bytes.push(escape.unwrap_or(*first));
        rest = if escape.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

fn hexadecimal(digits: &[u8]) -> Option<u8> {
    let digits = str::from_utf8(digits).ok()?;
    u8::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::percent_decoded;

    #[test]
    fn escapes_are_decoded_and_the_rest_is_left_alone() {
        assert_eq!(percent_decoded("/components/schemas/A%20B"), "/components/schemas/A B");
        assert_eq!(percent_decoded("/100%/%zz/%4"), "/100%/%zz/%4");
        assert_eq!(percent_decoded("/%C3%A9"), "/é");
        assert_eq!(percent_decoded("/%ff"), "/%ff");
    }
}

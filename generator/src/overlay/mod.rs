//! Overlays: changes to a description that is somebody else's (OpenAPI Overlay Specification 1.0 and 1.1).
//!
//! They are applied to the tree of the root document before anything understands it, so everything after this stage sees
//! one description. [`Origins`] remembers where each changed node stands in truth, so that findings point at text.

mod apply;
mod change;
mod merge;
mod origins;
mod query;
mod read;

use crate::diagnostic::Report;
use crate::load::{Document, Input};
use crate::source::Sources;

pub use origins::Origins;

/// Applies overlays to a document, one after the other; `None` where one of them cannot be applied, and then the report
/// says why.
pub fn apply(
    document: &mut Document,
    overlays: &[Input],
    sources: &mut Sources,
    report: &mut Report,
) -> Option<Origins> {
    let mut origins = Origins::of(document.file);
    let mut is_sound = true;
    for input in overlays {
        let overlay = read::read(input, sources, report);
        is_sound &= overlay.is_some_and(|overlay| apply::actions(document, &overlay, &mut origins, report));
    }
    is_sound.then_some(origins)
}

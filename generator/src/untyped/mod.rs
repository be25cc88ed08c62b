//! What of a description stays `serde_json::Value` in the SDK, and why.

mod draw;
mod uses;

use crate::diagnostic::Code;
use crate::model::{self, Api, Kind};
use crate::names::Names;
use crate::overlay::Origins;
use crate::resolve::Description;
use crate::source::Place;

pub use draw::draw;

/// A value that has no type of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Untyped {
    /// Where the description declares it.
    pub place: Place,
    /// The finding that says what could not be expressed; `None` where the description allows anything.
    pub reason: Option<Code>,
    /// Where it shows in the SDK: `Pet.extra`, `pets().list()`.
    pub uses: Vec<String>,
}

/// Everything in an API that has no type of its own and shows somewhere, in the order of the places.
pub(crate) fn untyped(description: &Description<'_>, origins: &Origins, api: &Api, names: &Names) -> Vec<Untyped> {
    let mut uses = uses::of(api, names);
    let mut found: Vec<Untyped> = Vec::new();
    for (id, schema) in api
        .schemas
        .iter()
        .filter(|(_, schema)| schema.request_of.is_none() && schema.form_of().is_none())
    {
        let Kind::Untyped(reason) = schema.kind else { continue };
        let Some(uses) = uses.remove(&id) else { continue };
        let reason = match reason {
            model::Untyped::Anything | model::Untyped::Undeclared => None,
            model::Untyped::Inexpressible(code) => Some(code),
        };
        let place = origins.place(&standing(description, &schema.place));
        found.push(Untyped { place, reason, uses });
    }
    found.sort_by(|a, b| (&a.place, &a.uses).cmp(&(&b.place, &b.uses)));
    found
}

/// What is not written, such as the items of an array without any, has the place of what it is missing in.
fn standing(description: &Description<'_>, place: &Place) -> Place {
    let mut around = place.clone();
    while description.node(&around).is_none()
        && let Some(pointer) = around.pointer.parent()
    {
        around.pointer = pointer;
    }
    around
}

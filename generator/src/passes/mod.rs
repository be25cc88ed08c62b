//! Model to model: each pass finds out one thing about the whole, and is one plain function.

mod aliases;
mod alternatives;
mod boxes;
mod deep;
mod direction;
mod endless;
mod facets;
mod files;
mod identical;
mod open_styles;
mod pagination;
mod requests;
mod unreachable;

use crate::diagnostic::Report;
use crate::model::Api;

/// Completes the model. The order matters:
///
/// - Types without an end, or with one that is too far away, are broken before anything follows them.
/// - Objects that are one are so before it is seen which of them are forms, and files are known before types are compared.
/// - Unions are what they will be before it is seen which schemas are left, and these before they are compared.
/// - What is one type has one direction, and its boxes in one place.
/// - What differs by direction is known when directions are; pages are found in the types as they will be.
pub fn run(api: &mut Api, report: &mut Report) {
    endless::run(api, report);
    deep::run(api, report);
    facets::run(api);
    files::run(api);
    alternatives::run(api);
    aliases::run(api);
    unreachable::run(api);
    identical::run(api);
    boxes::run(api);
    direction::run(api);
    requests::run(api);
    open_styles::run(api, report);
    pagination::run(api, report);
    debug_assert!(
        unreachable::is_whole(api),
        "something leads to a schema that is left out"
    );
}

//! Model to model: each pass finds out one thing about the whole, and is one plain function.

mod aliases;
mod alternatives;
mod boxes;
mod direction;
mod endless;
mod unreachable;

use crate::diagnostic::Report;
use crate::model::Api;

/// Completes the model. The order matters: types without end are broken before anything follows them, and unions are
/// what they will be before boxes are placed and before it is seen which schemas are left.
pub fn run(api: &mut Api, report: &mut Report) {
    endless::run(api, report);
    alternatives::run(api);
    aliases::run(api);
    unreachable::run(api);
    boxes::run(api);
    direction::run(api);
}

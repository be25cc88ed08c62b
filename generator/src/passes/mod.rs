//! Model to model: each pass finds out one thing about the whole, and is one plain function.

mod boxes;
mod direction;
mod endless;

use crate::diagnostic::Report;
use crate::model::Api;

/// Completes the model. The order matters: types without end are broken before boxes are placed.
pub fn run(api: &mut Api, report: &mut Report) {
    endless::run(api, report);
    boxes::run(api);
    direction::run(api);
}

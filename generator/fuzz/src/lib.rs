//! What the fuzz targets have in common: crooked descriptions, crooked changes to sound ones, and what has to hold.

mod change;
mod check;
mod description;
mod grammar;
mod text;

pub use change::change;
pub use check::{generate, lint, load};
pub use description::description;

//! Exhaustion: what is small to write and large to read, deep, or without an end.
//!
//! No test asserts a time: each of these would take hours, or all memory, if what it shows did not hold.

pub(crate) mod cycles;
mod depth;
mod growth;
mod load;
pub(crate) mod wire;

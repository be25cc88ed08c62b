//! Descriptions that are made to hurt, one file for each thing that they could do: become code, run as a test, leave their
//! folder, change the manifest, read what is not theirs, or exhaust the machine. The last one is about us: the same
//! description gives the same bytes.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking, and so do its helpers"
)]

#[path = "../cargo/mod.rs"]
mod cargo;
mod code;
mod compiles;
mod doctests;
mod drift;
mod exhaustion;
mod manifest;
mod paths;
mod reading;
mod support;

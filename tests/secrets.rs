//! Secrets are planted in every place for a credential and in every secret field, and looked for in all that can be
//! printed.

#![allow(clippy::unwrap_used, reason = "a test may fail anywhere, also in a helper")]

#[path = "../generator/runtime-tests/tests/support/fault_server.rs"]
mod fault_server;

#[path = "secrets/answers.rs"]
mod answers;
#[path = "secrets/errors.rs"]
mod errors;
#[path = "secrets/requests.rs"]
mod requests;

use std::fmt::Debug;

use api_token_sdk::{Secret, deepset_cloud, nvidia_air};

/// What must not be seen.
const CANARY: &str = "CANARY";

#[track_caller]
fn is_silent(text: &str) {
    assert!(!text.is_empty());
    assert!(!text.contains(CANARY), "{text}");
}

#[track_caller]
fn debug_is_silent(value: &impl Debug) {
    is_silent(&format!("{value:?}\n{value:#?}"));
}

/// All ways to give a client of deepset Cloud something secret. Each reaches `create_token`.
fn deepset_cloud_builders() -> Vec<deepset_cloud::ClientBuilder> {
    let new = deepset_cloud::Client::builder;
    vec![
        new().http_bearer(CANARY),
        new().http_bearer1(CANARY),
        new().http_bearer(CANARY).http_bearer1(CANARY),
        new().header("authorization", CANARY),
        new().header("cookie", CANARY),
    ]
}

/// All ways to give a client of NVIDIA Air something secret.
fn nvidia_air_builders() -> Vec<nvidia_air::ClientBuilder> {
    let new = nvidia_air::Client::builder;
    vec![
        new().http_bearer(Secret::new(CANARY)),
        new().header("authorization", CANARY),
        new().header("cookie", CANARY),
    ]
}

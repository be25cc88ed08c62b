//! Tests of the runtime, in one program: linking an HTTP client takes longer than all of them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test ends by panicking, also in its helpers, which `clippy.toml` does not count as tests"
)]

mod answers;
mod base_url;
mod blocking;
mod bodies;
mod client_credentials;
mod credential_providers;
mod credentials;
mod declared_retries;
mod everyday;
mod faults;
mod headers;
mod hooks;
mod json;
mod mock;
mod multipart;
mod optional_files;
mod pages;
mod parameters;
mod paths;
mod promises;
mod redirects;
mod retries;
mod retry_rules;
mod secrets;
mod spans;
mod streams;
mod support;
mod transport;
mod uploads;
mod webhooks;
mod xml;

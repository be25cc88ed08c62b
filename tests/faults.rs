//! Both clients against servers that do everything wrong, on raw sockets. What can hit every operation is done to each.

#![allow(clippy::unwrap_used, reason = "a test may fail anywhere, also in a helper")]

#[path = "../generator/runtime-tests/tests/support/fault_server.rs"]
mod fault_server;
#[path = "support/operations.rs"]
mod operations;

#[path = "faults/bodies.rs"]
mod bodies;
#[path = "faults/broken.rs"]
mod broken;
#[path = "faults/redirects.rs"]
mod redirects;
#[path = "faults/slow.rs"]
mod slow;
#[path = "faults/statuses.rs"]
mod statuses;

use std::fmt::Display;

use api_token_sdk::Result;
use api_token_sdk::deepset_cloud::{self, api_token::ApiToken};
use api_token_sdk::nvidia_air::{self, api_tokens::ApiTokens};
use fault_server::{FaultServer, Step, answer, json};
use operations::{Operation, clients};
use serde_json::Value;

/// The head of an answer in JSON, with this for its length.
fn head(length: impl Display) -> String {
    format!("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n")
}

/// An answer without a body, with one more header.
fn without_body(status: &str, header: &str) -> String {
    format!("HTTP/1.1 {status}\r\n{header}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
}

fn write(text: impl Into<Vec<u8>>) -> Step {
    Step::Write(text.into())
}

impl Operation {
    /// What the service answers when all is well.
    fn answer(&self) -> String {
        self.answer_with(self.body)
    }

    /// The same with another body.
    fn answer_with(&self, body: &str) -> String {
        json(&format!("{} Fine", self.status), body)
    }
}

/// What each operation makes of the answer it gets, over the same two clients: making one takes longer than all the rest.
async fn outcomes<'a>(
    cases: impl IntoIterator<Item = (&'a Operation, impl AsRef<[u8]>)>,
) -> Result<Vec<(&'a Operation, Result<Value>)>> {
    let (operations, scripts): (Vec<_>, Vec<_>) = cases
        .into_iter()
        .map(|(operation, text)| (operation, answer(text)))
        .unzip();
    let server = FaultServer::start(scripts).await;
    let clients = clients!(.base_url(server.url()));
    let mut outcomes = Vec::new();
    for operation in operations {
        outcomes.push((operation, operation.send(&clients).await));
    }
    Ok(outcomes)
}

/// The operations of deepset Cloud.
fn api_token(server: &FaultServer) -> Result<ApiToken> {
    let builder = deepset_cloud::Client::builder().base_url(server.url());
    Ok(builder.http_bearer("token").build()?.api_token())
}

/// The first version of the operations of NVIDIA Air.
fn api_tokens(server: &FaultServer) -> Result<ApiTokens> {
    let builder = nvidia_air::Client::builder().base_url(server.url());
    Ok(builder.http_bearer("token").build()?.api_tokens())
}

//! Sending for an answer that comes piece by piece.

use super::attempt::{follow, refused};
use super::retrying::retrying;
use super::{Exchange, authorized};
use crate::runtime::clock::Deadline;
use crate::runtime::{BoxFuture, Call, RawResponse, Request, Result};

/// Sends a call until the headers of an answer of success are there. An error status is an error, with its body.
pub(crate) fn open(call: Call) -> BoxFuture<'static, Result<RawResponse>> {
    Box::pin(authorized(call, attempts))
}

fn attempts<'a>(exchange: &'a Exchange<'_>) -> BoxFuture<'a, Result<RawResponse>> {
    Box::pin(retrying(exchange, attempt))
}

fn attempt<'a>(exchange: &'a Exchange<'_>, request: Request) -> BoxFuture<'a, Result<RawResponse>> {
    Box::pin(async move {
        let mut deadline = exchange.deadline.or_earlier(Deadline::after(exchange.timeout));
        let (head, body) = follow(exchange, request, &mut deadline).await?;
        if head.status.is_success() {
            return Ok(RawResponse::new(exchange, head, body));
        }
        Err(refused(exchange, head, body, deadline).await)
    })
}

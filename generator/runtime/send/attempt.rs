//! One attempt.

use super::redirect::{MOST_REDIRECTS, is_redirect, next_hop};
use super::{Complete, Exchange, Limit, Time, read_body};
use crate::runtime::clock::Deadline;
use crate::runtime::head::Head;
use crate::runtime::{Body, BoxFuture, Error, ErrorKind, RawResponse, Request, Result, TransportResponse};

/// Sends the request and reads the answer within the time of one attempt, redirects included.
pub(super) fn complete<'a>(exchange: &'a Exchange<'_>, request: Request) -> BoxFuture<'a, Result<Complete>> {
    Box::pin(async move {
        let deadline = exchange.deadline.or_earlier(Deadline::after(exchange.timeout));
        let (head, body) = follow(exchange, request, deadline).await?;
        if head.status.is_success() {
            let limit = exchange.client.settings.max_response_size;
            let body = read_body(body, Limit::Refuse(limit), Time::until(deadline))
                .await
                .result()?;
            return Ok(Complete::new(exchange, head, body));
        }
        Err(refused(exchange, head, body, deadline).await)
    })
}

/// The error of an error status, which is worth more than the rest of its body: whatever could be read of it is kept.
pub(super) async fn refused(exchange: &Exchange<'_>, head: Head, body: Body, deadline: Deadline) -> Error {
    let limit = exchange.client.settings.max_error_size;
    let body = read_body(body, Limit::Cut(limit), Time::until(deadline)).await.bytes;
    Error::new(ErrorKind::Status).with_answer(head, body)
}

/// Sends the request; its headers have to come within the time of one attempt.
pub(super) fn raw<'a>(exchange: &'a Exchange<'_>, request: Request) -> BoxFuture<'a, Result<RawResponse>> {
    Box::pin(async move {
        let deadline = exchange.deadline.or_earlier(Deadline::after(exchange.timeout));
        let (head, body) = send(exchange, request, deadline).await?;
        Ok(RawResponse::new(exchange, head, body))
    })
}

pub(super) async fn follow(exchange: &Exchange<'_>, mut request: Request, deadline: Deadline) -> Result<(Head, Body)> {
    for _ in 0..=MOST_REDIRECTS {
        let (head, body) = send(exchange, request.clone(), deadline).await?;
        if !is_redirect(&head) {
            return Ok((head, body));
        }
        request = next_hop(request, head)?;
    }
    Err(Error::new(ErrorKind::Redirect).with_detail(format!("more than {MOST_REDIRECTS} times")))
}

async fn send(exchange: &Exchange<'_>, request: Request, deadline: Deadline) -> Result<(Head, Body)> {
    let origin = request.url.origin().ascii_serialization();
    let sent = deadline.limit(exchange.client.transport.send(request)).await;
    match sent.map(|outcome| outcome.and_then(TransportResponse::into_parts)) {
        Ok(Ok(parts)) => Ok(parts),
        Ok(Err(error)) if error.kind == ErrorKind::Connect => Err(Error::transport(error).with_detail(origin)),
        Ok(Err(error)) => Err(Error::transport(error)),
        Err(_) => Err(Error::new(ErrorKind::Timeout)),
    }
}

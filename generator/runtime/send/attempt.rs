//! One attempt.

use std::time::Duration;

use super::redirect::{MOST_REDIRECTS, is_redirect, next_hop};
use super::{Complete, Exchange, Limit, Time, read_body};
use crate::runtime::clock::{Deadline, Elapsed};
use crate::runtime::head::Head;
use crate::runtime::{
    Body, BoxFuture, Error, ErrorKind, RawResponse, Request, Result, TransportError, TransportResponse,
};

/// What comes of sending a request.
type Outcome = std::result::Result<TransportResponse, TransportError>;

/// Sends the request and reads the answer within the time of one attempt, redirects included.
pub(super) fn complete<'a>(exchange: &'a Exchange<'_>, request: Request) -> BoxFuture<'a, Result<Complete>> {
    Box::pin(async move {
        let mut deadline = exchange.deadline.or_earlier(Deadline::after(exchange.timeout));
        let (head, body) = follow(exchange, request, &mut deadline).await?;
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
        let mut deadline = exchange.deadline.or_earlier(Deadline::after(exchange.timeout));
        let (head, body) = send(exchange, request, &mut deadline).await?;
        Ok(RawResponse::new(exchange, head, body))
    })
}

/// Sends the request, and again where it is redirected; the deadline is put off by what is sent.
pub(super) async fn follow(
    exchange: &Exchange<'_>,
    mut request: Request,
    deadline: &mut Deadline,
) -> Result<(Head, Body)> {
    for _ in 0..=MOST_REDIRECTS {
        let (head, body) = send(exchange, request.clone(), deadline).await?;
        if !is_redirect(&head) {
            return Ok((head, body));
        }
        request = next_hop(request, head)?;
    }
    Err(Error::new(ErrorKind::Redirect).with_detail(format!("more than {MOST_REDIRECTS} times")))
}

async fn send(exchange: &Exchange<'_>, request: Request, deadline: &mut Deadline) -> Result<(Head, Body)> {
    let origin = request.url.origin().ascii_serialization();
    let sent = in_time(exchange, request, deadline).await;
    match sent.map(|outcome| outcome.and_then(TransportResponse::into_parts)) {
        Ok(Ok(parts)) => Ok(parts),
        Ok(Err(error)) if error.kind == ErrorKind::Connect => Err(Error::transport(error).with_detail(origin)),
        Ok(Err(error)) => Err(Error::transport(error)),
        Err(_) => Err(Error::new(ErrorKind::Timeout)),
    }
}

/// Gives the transport the time of an attempt. While it sends a stream, that begins anew with each chunk: how long a body
/// takes is a matter of its size, and a connection on which nothing moves is noticed all the same.
async fn in_time(
    exchange: &Exchange<'_>,
    request: Request,
    deadline: &mut Deadline,
) -> std::result::Result<Outcome, Elapsed> {
    let body = request.body.clone();
    let mut sending = exchange.client.transport.send(request);
    loop {
        let sent = deadline.limit(&mut sending).await;
        if let Some(idle) = body.idle() {
            let left = exchange.timeout.saturating_sub(idle);
            *deadline = exchange.deadline.or_earlier(Deadline::after(left));
        }
        if sent.is_ok() || deadline.is_within(Duration::ZERO) {
            return sent;
        }
    }
}

//! A span of `tracing` for each attempt, behind the feature of that name.

use super::Exchange;
use super::retrying::Received;
use crate::runtime::{BoxFuture, Result};

/// Runs an attempt in its span. The fields have the names of OpenTelemetry's conventions for HTTP clients. Neither the
/// path that was sent nor the query is among them: both can hold what nobody else may see.
#[cfg(feature = "tracing")]
pub(super) async fn within<T: Received>(
    exchange: &Exchange<'_>,
    number: u32,
    attempt: BoxFuture<'_, Result<T>>,
) -> Result<T> {
    use tracing::Instrument;
    use tracing::field::Empty;

    let operation = exchange.operation;
    let url = &exchange.request.url;
    let span = tracing::info_span!(
        "request",
        otel.kind = "client",
        otel.name = format_args!("{} {}", operation.method, operation.path),
        operation.id = operation.id,
        http.request.method = operation.method,
        http.request.resend_count = number.saturating_sub(1),
        http.response.status_code = Empty,
        url.template = operation.path,
        server.address = url.host_str().unwrap_or_default(),
        server.port = url.port_or_known_default().unwrap_or_default(),
        "error.type" = Empty,
    );
    let outcome = attempt.instrument(span.clone()).await;
    match &outcome {
        Ok(received) => {
            span.record("http.response.status_code", received.status());
        }
        Err(error) => {
            if let Some(status) = error.status() {
                span.record("http.response.status_code", status);
            }
            span.record("error.type", tracing::field::debug(error.kind()));
        }
    }
    outcome
}

#[cfg(not(feature = "tracing"))]
pub(super) fn within<'a, T: Received>(
    _exchange: &'a Exchange<'_>,
    _number: u32,
    attempt: BoxFuture<'a, Result<T>>,
) -> BoxFuture<'a, Result<T>> {
    attempt
}

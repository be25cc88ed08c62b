//! An attempt under the eyes of the hooks, in a span.

use super::retrying::{Attempt, Received};
use super::{Exchange, span};
use crate::runtime::clock::Stopwatch;
use crate::runtime::hook::{Attempt as Seen, Outcome};
use crate::runtime::{Error, Result};

/// Makes an attempt, and shows it to the hooks before and after it.
pub(super) async fn observed<T: Received>(exchange: &Exchange<'_>, attempt: Attempt<T>, number: u32) -> Result<T> {
    let seen = Seen::new(exchange.operation, number);
    let mut request = exchange.request.clone();
    for hook in &exchange.client.settings.hooks {
        hook.before(&seen, &mut request)
            .map_err(|error| Error::build("a hook refuses it").with_source(error))?;
    }
    let watch = Stopwatch::start();
    let outcome = span::within(exchange, number, attempt(exchange, request)).await;
    let duration = watch.elapsed();
    let ended = match &outcome {
        Ok(received) => Outcome::of_answer(received.status(), received.headers(), duration),
        Err(error) => Outcome::of_error(error, duration),
    };
    for hook in &exchange.client.settings.hooks {
        hook.after(&seen, &ended);
    }
    outcome
}

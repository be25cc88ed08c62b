//! Sending: the one place where every request of every operation goes through.

mod attempt;
mod complete;
mod exchange;
mod observed;
mod prepare;
mod read_body;
mod redirect;
pub(crate) mod retrying;
mod span;

pub(crate) use self::complete::Complete;
pub(crate) use self::exchange::Exchange;
pub(crate) use self::prepare::prepare;
pub(crate) use self::read_body::{Limit, Time, read_body, read_chunk};

// only where used: open
mod open;
pub(crate) use self::open::open;
// end: open

// only where used: pages
pub(crate) use self::redirect::same_origin;
// end: pages

use self::retrying::Received;
use super::{BoxFuture, Call, RawResponse, Result};

/// Sends a call and reads the whole answer. An error status is an error.
pub(crate) fn complete(call: Call) -> BoxFuture<'static, Result<Complete>> {
    Box::pin(authorized(call, retrying::complete))
}

/// Sends a call and leaves the answer alone.
pub(crate) fn raw(call: Call) -> BoxFuture<'static, Result<RawResponse>> {
    Box::pin(authorized(call, retrying::raw))
}

/// How the attempts of a call are made.
type Attempts<T> = for<'a> fn(&'a Exchange<'_>) -> BoxFuture<'a, Result<T>>;

/// Sends a call; and once more where the server refuses credentials for which others can be had.
async fn authorized<T: Received>(call: Call, attempts: Attempts<T>) -> Result<T> {
    let exchange = Exchange::new(&call).await?;
    let outcome = attempts(&exchange).await;
    if is_unauthorized(&outcome) && exchange.refused().await && !exchange.request.body.is_spent() {
        drop(outcome);
        return attempts(&Exchange::new(&call).await?).await;
    }
    outcome
}

fn is_unauthorized<T: Received>(outcome: &Result<T>) -> bool {
    let status = match outcome {
        Ok(received) => Some(received.status()),
        Err(error) => error.status(),
    };
    status == Some(401)
}

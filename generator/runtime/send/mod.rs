//! Sending: the one place where every request of every operation goes through.

mod attempt;
mod complete;
mod exchange;
mod prepare;
mod read_body;
mod redirect;
mod retrying;

pub(crate) use self::complete::Complete;
pub(crate) use self::exchange::Exchange;
pub(crate) use self::prepare::prepare;
pub(crate) use self::read_body::{Limit, Time, read_body, read_chunk};

use self::retrying::retrying;
use super::{BoxFuture, Call, RawResponse, Result};

/// Sends a call and reads the whole answer. An error status is an error.
pub(crate) fn complete(call: Call) -> BoxFuture<'static, Result<Complete>> {
    Box::pin(async move { retrying(&Exchange::new(&call)?, attempt::complete).await })
}

/// Sends a call and leaves the answer alone.
pub(crate) fn raw(call: Call) -> BoxFuture<'static, Result<RawResponse>> {
    Box::pin(async move { retrying(&Exchange::new(&call)?, attempt::raw).await })
}

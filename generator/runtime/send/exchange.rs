//! A call that is under way.

use std::time::Duration;

use super::prepare;
use crate::runtime::client::Shared;
use crate::runtime::clock::Deadline;
use crate::runtime::{Call, Operation, Request, Result, retry};

/// What stays the same for all attempts of a call.
pub(crate) struct Exchange<'a> {
    pub(crate) client: &'a Shared,
    pub(crate) operation: &'static Operation,
    /// Built once, so that all attempts carry the same idempotency key.
    pub(crate) request: Request,
    /// Of one attempt.
    pub(crate) timeout: Duration,
    pub(crate) retries: u32,
    /// Of the whole call.
    pub(crate) deadline: Deadline,
    /// Whether the server may be asked twice to do the same.
    pub(crate) is_repeatable: bool,
}

impl<'a> Exchange<'a> {
    pub(crate) fn new(call: &'a Call) -> Result<Self> {
        let request = prepare(call)?;
        let client = &*call.client.0;
        let has_key = call
            .operation
            .idempotency_header
            .is_some_and(|name| request.headers.contains_key(name));
        Ok(Self {
            client,
            operation: call.operation,
            is_repeatable: has_key || retry::is_repeatable(&request.method),
            request,
            timeout: call.timeout.unwrap_or(client.settings.timeout),
            retries: call.retries.unwrap_or(client.settings.retries),
            deadline: client.settings.total_timeout.map_or(Deadline::NEVER, Deadline::after),
        })
    }
}

//! A call that is under way.

use std::time::Duration;

use super::prepare;
use crate::runtime::client::Shared;
use crate::runtime::clock::Deadline;
use crate::runtime::credential::{Obtained, obtain};
use crate::runtime::{Call, Operation, Request, Result, retry};

/// What stays the same for all attempts of a call.
pub(crate) struct Exchange<'a> {
    pub(crate) client: &'a Shared,
    pub(crate) operation: &'static Operation,
    /// Built once, so that all attempts carry the same idempotency key.
    pub(crate) request: Request,
    /// Of one attempt.
    pub(crate) timeout: Duration,
    /// What was asked for, instead of the default or of what the description says.
    pub(crate) retries: Option<u32>,
    /// When the description lets retries end.
    pub(crate) retry_until: Deadline,
    /// Of the whole call.
    pub(crate) deadline: Deadline,
    /// Whether the server may be asked twice to do the same.
    pub(crate) is_repeatable: bool,
    pub(crate) credentials: Vec<Obtained>,
}

impl<'a> Exchange<'a> {
    pub(crate) async fn new(call: &'a Call) -> Result<Self> {
        let deadline = call.client.0.settings.total_timeout;
        let deadline = deadline.map_or(Deadline::NEVER, Deadline::after);
        let credentials = obtain(call).await?;
        let request = prepare(call, &credentials)?;
        let client = &*call.client.0;
        let policy = call.operation.retries;
        let declared = call.operation.timeout.map(Duration::from_millis);
        let has_key = call
            .operation
            .idempotency_header
            .is_some_and(|name| request.headers.contains_key(name));
        Ok(Self {
            client,
            operation: call.operation,
            is_repeatable: has_key || policy.total.is_some() || retry::is_repeatable(&request.method),
            request,
            timeout: call.timeout.or(declared).unwrap_or(client.settings.timeout),
            retries: call.retries.or(client.settings.retries),
            retry_until: policy
                .total
                .map_or(Deadline::NEVER, |total| Deadline::after(Duration::from_millis(total))),
            deadline,
            credentials,
        })
    }

    /// Notes that the server has refused the credentials. Whether others can be had now.
    pub(crate) async fn refused(&self) -> bool {
        let mut others = false;
        for credential in &self.credentials {
            others |= credential.refused().await;
        }
        others
    }
}

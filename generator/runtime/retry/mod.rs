//! Whether, when and how often a request is sent again.

mod backoff;
mod budget;
mod http_date;
mod random;
mod retry_after;

pub use self::backoff::backoff;
pub(crate) use self::budget::Budget;
pub use self::http_date::seconds_since_epoch;
pub(crate) use self::random::{fraction, key};
pub use self::retry_after::retry_after;

use std::time::Duration;

use http::Method;

/// The longest wait that a server may ask for. If it asks for more, the caller gets the error at once and decides.
pub const LONGEST_RETRY_AFTER: Duration = Duration::from_secs(60);

/// Whether a status may go away by itself.
#[must_use]
pub fn is_retryable_status(status: u16) -> bool {
    matches!(status, 408 | 429 | 500 | 502 | 503 | 504)
}

/// Whether a request of this method has the same effect once and many times (RFC 9110 section 9.2.2).
#[must_use]
pub fn is_repeatable(method: &Method) -> bool {
    matches!(
        *method,
        Method::GET | Method::HEAD | Method::PUT | Method::DELETE | Method::OPTIONS
    )
}

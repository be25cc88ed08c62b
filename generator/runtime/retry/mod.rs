//! Whether, when and how often a request is sent again.

mod budget;
mod http_date;
mod policy;
mod random;
mod retry_after;

pub(crate) use self::budget::Budget;
pub use self::http_date::seconds_since_epoch;
pub use self::policy::Policy;
pub(crate) use self::random::{fraction, key};
pub use self::retry_after::retry_after;

use std::time::Duration;

use http::Method;

/// How many retries there are unless somebody says otherwise.
pub const RETRIES: u32 = 2;

/// The longest wait that a server may ask for. If it asks for more, the caller gets the error at once and decides.
pub const LONGEST_RETRY_AFTER: Duration = Duration::from_secs(60);

/// Whether a request of this method has the same effect once and many times (RFC 9110 section 9.2.2).
#[must_use]
pub fn is_repeatable(method: &Method) -> bool {
    matches!(
        *method,
        Method::GET | Method::HEAD | Method::PUT | Method::DELETE | Method::OPTIONS
    )
}

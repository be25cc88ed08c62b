//! A limit on retries for a client as a whole.

use std::sync::atomic::{AtomicU32, Ordering};

/// A token bucket: a retry takes a token, and a success puts back a tenth of one. So while a server is down, a client sends
/// it soon no more than one request for each call; and when it limps, at most a tenth more than it would.
#[derive(Debug)]
pub(crate) struct Budget {
    /// In tenths of a token.
    left: AtomicU32,
    capacity: u32,
}

const RETRY: u32 = 10;
const SUCCESS: u32 = 1;

impl Budget {
    /// A full bucket of so many retries.
    pub(crate) fn new(retries: u32) -> Self {
        let capacity = retries.saturating_mul(RETRY);
        Self {
            left: AtomicU32::new(capacity),
            capacity,
        }
    }

    /// Takes a retry, if one is left.
    pub(crate) fn take(&self) -> bool {
        let take = |left: u32| left.checked_sub(RETRY);
        self.left
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, take)
            .is_ok()
    }

    /// Notes a success.
    pub(crate) fn put_back(&self) {
        let put_back = |left: u32| Some(left.saturating_add(SUCCESS).min(self.capacity));
        // Never fails, since `put_back` always has a value.
        let _ = self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, put_back);
    }
}

//! Time limits and waits, by the timer of `tokio`, so that tests can pause it. On wasm32, which has no such timer, there
//! are no limits and no waits.

use std::time::Duration;

#[cfg(not(target_arch = "wasm32"))]
use tokio::time::{Instant, sleep as tokio_sleep, timeout_at};

/// A moment by which something has to be done, or none.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Deadline {
    #[cfg(not(target_arch = "wasm32"))]
    at: Option<Instant>,
}

/// A deadline has passed.
#[derive(Debug)]
pub(crate) struct Elapsed;

#[cfg(not(target_arch = "wasm32"))]
impl Deadline {
    /// No deadline.
    pub(crate) const NEVER: Self = Self { at: None };

    /// A deadline from now on. A time too long to be counted is none.
    pub(crate) fn after(duration: Duration) -> Self {
        Self {
            at: Instant::now().checked_add(duration),
        }
    }

    /// The earlier one of two.
    pub(crate) fn or_earlier(self, other: Self) -> Self {
        match (self.at, other.at) {
            (Some(one), Some(two)) => Self { at: Some(one.min(two)) },
            (one, two) => Self { at: one.or(two) },
        }
    }

    /// Whether less time is left than this.
    pub(crate) fn is_within(self, duration: Duration) -> bool {
        self.at
            .is_some_and(|at| at.saturating_duration_since(Instant::now()) <= duration)
    }

    /// Drops the future when the deadline passes.
    pub(crate) async fn limit<F: Future>(self, future: F) -> Result<F::Output, Elapsed> {
        match self.at {
            Some(at) => timeout_at(at, future).await.map_err(|_| Elapsed),
            None => Ok(future.await),
        }
    }
}

/// Measures how long something takes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stopwatch {
    #[cfg(not(target_arch = "wasm32"))]
    start: Instant,
}

#[cfg(not(target_arch = "wasm32"))]
impl Stopwatch {
    pub(crate) fn start() -> Self {
        Self { start: Instant::now() }
    }

    pub(crate) fn elapsed(self) -> Duration {
        self.start.elapsed()
    }
}

#[cfg(target_arch = "wasm32")]
impl Stopwatch {
    pub(crate) fn start() -> Self {
        Self {}
    }

    pub(crate) fn elapsed(self) -> Duration {
        Duration::ZERO
    }
}

/// Waits.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) async fn sleep(duration: Duration) {
    tokio_sleep(duration).await;
}

#[cfg(target_arch = "wasm32")]
impl Deadline {
    pub(crate) const NEVER: Self = Self {};

    pub(crate) fn after(_duration: Duration) -> Self {
        Self::NEVER
    }

    pub(crate) fn or_earlier(self, _other: Self) -> Self {
        self
    }

    pub(crate) fn is_within(self, _duration: Duration) -> bool {
        false
    }

    pub(crate) async fn limit<F: Future>(self, future: F) -> Result<F::Output, Elapsed> {
        Ok(future.await)
    }
}

#[cfg(target_arch = "wasm32")]
pub(crate) async fn sleep(_duration: Duration) {}

//! The wait before the next attempt.

use std::time::Duration;

const FIRST: Duration = Duration::from_millis(500);
const LONGEST: Duration = Duration::from_secs(8);

/// The wait after so many attempts: exponential with full jitter. `random`, from 0 to 1, is the part of it to take: clients
/// that failed together must not come back together.
#[must_use]
pub fn backoff(attempts: u32, random: f64) -> Duration {
    let doublings = attempts.saturating_sub(1).min(16);
    let longest = FIRST.saturating_mul(1 << doublings).min(LONGEST);
    longest.mul_f64(random.clamp(0.0, 1.0))
}

//! What a description says about retries.

use std::time::Duration;

/// Whether and how fast a call is tried again.
#[derive(Debug)]
pub struct Policy {
    /// The first wait, in milliseconds, before chance takes a part of it.
    pub first: u64,
    /// The longest wait, in milliseconds.
    pub longest: u64,
    /// By what each wait is longer than the one before.
    pub factor: f64,
    /// The statuses that are tried again, as ranges with both ends included.
    pub statuses: &'static [(u16, u16)],
    /// Whether a connection that could not be made, or was lost, is tried again.
    pub connections: bool,
    /// How long a call is tried again, in milliseconds. Where it is given, it stands for the number of retries, and the
    /// operation may be repeated whatever its method: the description says so.
    pub total: Option<u64>,
}

impl Policy {
    /// The rule where a description says nothing.
    pub const DEFAULT: Self = Self {
        first: 500,
        longest: 8000,
        factor: 2.0,
        statuses: &[(408, 408), (429, 429), (500, 500), (502, 504)],
        connections: true,
        total: None,
    };

    /// The rule where a description wants none.
    pub const NONE: Self = Self {
        statuses: &[],
        connections: false,
        ..Self::DEFAULT
    };

    /// Whether a status may go away by itself.
    #[must_use]
    pub fn allows_status(&self, status: u16) -> bool {
        self.statuses
            .iter()
            .any(|(first, last)| (*first..=*last).contains(&status))
    }

    /// The wait after so many attempts: exponential with full jitter. `random`, from 0 to 1, is the part of it to take:
    /// clients that failed together must not come back together.
    #[must_use]
    pub fn backoff(&self, attempts: u32, random: f64) -> Duration {
        let retries = i32::try_from(attempts.saturating_sub(1)).unwrap_or(i32::MAX);
        let (first, longest) = (self.first as f64, self.longest as f64);
        // Infinite powers end at the longest wait, too.
        let wait = (first * self.factor.powi(retries)).min(longest);
        Duration::try_from_secs_f64(wait / 1000.0)
            .unwrap_or_default()
            .mul_f64(random.clamp(0.0, 1.0))
    }
}

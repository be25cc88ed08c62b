//! Answers that come piece by piece.

mod alternatives;
mod downloads;
mod events;
mod faults;
mod lines;
mod reconnection;

use std::time::Duration;

const SECOND: Duration = Duration::from_secs(1);

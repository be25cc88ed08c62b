//! How long a server asks to wait.

use std::time::Duration;

use http::HeaderMap;

use super::seconds_since_epoch;

/// How long the server asks to wait: `retry-after-ms`, an addition of several vendors that is more precise, or
/// `Retry-After` in seconds or as a date (RFC 9110 section 10.2.3).
#[must_use]
pub fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = |name| {
        headers
            .get(name)
            .and_then(|value: &http::HeaderValue| value.to_str().ok())
            .map(str::trim)
    };
    let milliseconds = text("retry-after-ms").and_then(|text| number(text, 0.001));
    milliseconds.or_else(|| {
        let wait = text("retry-after")?;
        number(wait, 1.0).or_else(|| until(wait, text("date")))
    })
}

/// A number of units, which some servers write with a fraction.
fn number(text: &str, seconds_each: f64) -> Option<Duration> {
    let number: f64 = text.parse().ok()?;
    Duration::try_from_secs_f64(number * seconds_each).ok()
}

/// The time until a date, by the clock of the server where it tells its time: ours may differ.
fn until(date: &str, server_time: Option<&str>) -> Option<Duration> {
    let now = server_time.and_then(seconds_since_epoch).or_else(our_time)?;
    Some(Duration::from_secs(seconds_since_epoch(date)?.saturating_sub(now)))
}

#[cfg(not(target_arch = "wasm32"))]
fn our_time() -> Option<u64> {
    use std::time::SystemTime;

    SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .ok()
        .map(|since| since.as_secs())
}

/// There is no clock in the standard library of wasm32.
#[cfg(target_arch = "wasm32")]
fn our_time() -> Option<u64> {
    None
}

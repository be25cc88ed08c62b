//! What a description says about retries and time limits: `x-speakeasy-retries`, `x-speakeasy-timeout` and
//! `x-fern-retries`, at its root or at an operation.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Lowering;
use crate::model::Retries;
use crate::source::Place;

impl Lowering<'_> {
    /// How the calls of the operation at a place, or of the whole description at its root, are tried again.
    pub(super) fn retries(&self, place: &Place) -> Option<Retries> {
        let is_disabled = |declared: &Value| declared.get("disabled") == Some(&Value::Bool(true));
        let node = |key| self.description.node(&place.child(key));
        if node("x-fern-retries").is_some_and(is_disabled) {
            return Some(none());
        }
        let declared = node("x-speakeasy-retries")?;
        match declared.get("strategy")?.as_str()? {
            "none" => Some(none()),
            "backoff" => Some(backoff(declared)),
            _ => None,
        }
    }

    /// How long one attempt may take, in milliseconds.
    pub(super) fn timeout(&self, place: &Place) -> Option<u64> {
        let declared = self.description.node(&place.child("x-speakeasy-timeout"))?;
        declared.as_u64().filter(|milliseconds| *milliseconds > 0)
    }
}

fn none() -> Retries {
    Retries {
        first: 0,
        longest: 0,
        factor: 1.0,
        statuses: Vec::new(),
        connections: false,
        total: None,
    }
}

/// The defaults are those of the extension.
fn backoff(declared: &Value) -> Retries {
    let waits = declared.get("backoff");
    let milliseconds = |key: &str, default| waits.and_then(|waits| waits.get(key)?.as_u64()).unwrap_or(default);
    let factor = waits.and_then(|waits| waits.get("exponent")?.as_f64()).unwrap_or(1.5);
    let statuses = declared.get("statusCodes").and_then(Value::as_array);
    let statuses = statuses.into_iter().flatten().filter_map(status);
    Retries {
        first: milliseconds("initialInterval", 500),
        longest: milliseconds("maxInterval", 60_000),
        factor: factor.clamp(1.0, 100.0),
        statuses: statuses.collect::<BTreeSet<_>>().into_iter().collect(),
        connections: declared.get("retryConnectionErrors") != Some(&Value::Bool(false)),
        total: Some(milliseconds("maxElapsedTime", 3_600_000)),
    }
}

/// A status, `429`, or a range of them, `5XX`.
fn status(declared: &Value) -> Option<(u16, u16)> {
    let text = match declared {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    match text.as_bytes() {
        [digit @ b'1'..=b'5', b'X' | b'x', b'X' | b'x'] => {
            let first = u16::from(digit - b'0') * 100;
            Some((first, first + 99))
        }
        _ => text
            .parse()
            .ok()
            .filter(|status| (100..1000).contains(status))
            .map(|status| (status, status)),
    }
}

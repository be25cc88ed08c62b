//! Values of `oasmith.toml`.

use super::section::{Found, wrong};
use crate::diagnostic::Report;

/// A text that can be anything.
pub(super) fn text(found: Option<Found<String>>) -> Option<String> {
    found.map(|found| found.value)
}

/// A text that must be of some form.
pub(super) fn checked(
    key: &str,
    found: Option<Found<String>>,
    is_right: fn(&str) -> bool,
    expected: &str,
    report: &mut Report,
) -> Option<String> {
    let found = found?;
    if !is_right(&found.value) {
        report.push(wrong(key, expected, found.location));
    }
    Some(found.value)
}

//! One finding, drawn for machines.

use serde::Serialize;

use super::spots::Spots;
use super::whereabouts::{self, Whereabouts};
use crate::diagnostic::{Diagnostic, Severity, visible};

/// Draws a finding as one line of JSON.
pub(super) fn draw(diagnostic: &Diagnostic, spots: &Spots<'_>) -> String {
    let finding = Finding {
        code: diagnostic.code.to_string(),
        severity: match diagnostic.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        },
        message: &diagnostic.message,
        place: diagnostic
            .location
            .as_ref()
            .map_or_else(Whereabouts::default, |location| whereabouts::of(location, spots)),
        label: diagnostic.label.as_deref(),
        operation: diagnostic.operation.as_deref(),
        help: diagnostic.help.as_deref(),
        related: diagnostic
            .related
            .iter()
            .map(|(location, message)| Related {
                message,
                place: whereabouts::of(location, spots),
            })
            .collect(),
    };
    // Plain data with text for keys cannot fail to be written.
    let line = serde_json::to_string(&finding).unwrap_or_default();
    visible::json(&line) + "\n"
}

/// The shape of a line. Every key is always there.
#[derive(Serialize)]
struct Finding<'a> {
    code: String,
    severity: &'static str,
    message: &'a str,
    #[serde(flatten)]
    place: Whereabouts,
    label: Option<&'a str>,
    operation: Option<&'a str>,
    help: Option<&'a str>,
    related: Vec<Related<'a>>,
}

#[derive(Serialize)]
struct Related<'a> {
    message: &'a str,
    #[serde(flatten)]
    place: Whereabouts,
}

//! One finding, drawn for machines.

use serde::Serialize;

use super::spots::{Spot, Spots};
use crate::diagnostic::{Diagnostic, Location, Severity, visible};

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
            .map_or_else(Place::default, |location| place(location, spots)),
        label: diagnostic.label.as_deref(),
        operation: diagnostic.operation.as_deref(),
        help: diagnostic.help.as_deref(),
        related: diagnostic
            .related
            .iter()
            .map(|(location, message)| Related {
                message,
                place: place(location, spots),
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
    place: Place,
    label: Option<&'a str>,
    operation: Option<&'a str>,
    help: Option<&'a str>,
    related: Vec<Related<'a>>,
}

#[derive(Serialize)]
struct Related<'a> {
    message: &'a str,
    #[serde(flatten)]
    place: Place,
}

/// Lines and columns count from one, columns in characters.
#[derive(Default, Serialize)]
struct Place {
    file: Option<String>,
    line: Option<usize>,
    column: Option<usize>,
    pointer: Option<String>,
}

fn place(location: &Location, spots: &Spots<'_>) -> Place {
    let Some(Spot {
        path,
        lines,
        pointer,
        range,
        ..
    }) = spots.spot(location)
    else {
        return Place::default();
    };
    let at = range.map(|range| range.start);
    Place {
        file: Some(path.to_owned()),
        line: at.map(|at| lines.line(at)),
        column: at.map(|at| lines.column(at)),
        pointer: pointer.map(ToString::to_string),
    }
}

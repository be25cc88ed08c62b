//! Draws a report, for people or for machines.

mod excerpt;
mod json;
mod line;
mod lines;
mod shown;
mod spots;
mod text;
mod whereabouts;

use super::{Diagnostic, Report, Severity};
use crate::source::Sources;
use spots::Spots;

pub(crate) use line::warnings_in_lines;
pub use whereabouts::{Whereabouts, whereabouts};

/// How a report is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For people: as rustc draws its own, with the lines of the description.
    #[default]
    Text,
    /// For machines: one JSON object for each finding, each on a line of its own.
    Json,
}

/// Draws a report. Notes are drawn only when `verbose`; `color` adds the escapes of a terminal to [`Format::Text`].
///
/// The result ends with a line break, or is empty when there is nothing to say.
#[must_use]
pub fn render(report: &Report, sources: &Sources, format: Format, color: bool, verbose: bool) -> String {
    let least = if verbose { Severity::Note } else { Severity::Warning };
    let shown: Vec<&Diagnostic> = report
        .diagnostics()
        .iter()
        .filter(|finding| finding.severity() >= least)
        .collect();
    let spots = Spots::find(&shown, sources);
    match format {
        Format::Json => shown.iter().map(|diagnostic| json::draw(diagnostic, &spots)).collect(),
        Format::Text => {
            let drawn: String = shown
                .iter()
                .map(|diagnostic| text::draw(diagnostic, &spots, color) + "\n")
                .collect();
            drawn + &summary(report, verbose)
        }
    }
}

/// `1 error, 2 warnings, 1 note not shown (--verbose)`
fn summary(report: &Report, verbose: bool) -> String {
    let count = |severity, name: &str| {
        let count = report.count(severity);
        let plural = if count == 1 { "" } else { "s" };
        (count > 0).then(|| format!("{count} {name}{plural}"))
    };
    let notes = count(Severity::Note, "note");
    let notes = if verbose {
        notes
    } else {
        notes.map(|notes| notes + " not shown (--verbose)")
    };
    let parts = [
        count(Severity::Error, "error"),
        count(Severity::Warning, "warning"),
        notes,
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() {
        String::new()
    } else {
        parts.join(", ") + "\n"
    }
}

#[cfg(test)]
mod tests;

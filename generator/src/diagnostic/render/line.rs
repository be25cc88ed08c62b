//! Warnings on one line each, for those who have no room for more, such as `cargo::warning=`.

use super::spots::Spots;
use crate::diagnostic::{Diagnostic, Report, Severity, visible};
use crate::source::Sources;

/// Every warning as `spec.yaml:12:7: message [OA0103]`.
pub(crate) fn warnings_in_lines(report: &Report, sources: &Sources) -> Vec<String> {
    let warnings = report
        .diagnostics()
        .iter()
        .filter(|finding| finding.severity() == Severity::Warning);
    let warnings: Vec<&Diagnostic> = warnings.collect();
    let spots = Spots::find(&warnings, sources);
    warnings.iter().map(|warning| line(warning, &spots)).collect()
}

fn line(diagnostic: &Diagnostic, spots: &Spots<'_>) -> String {
    let message = visible::line(&diagnostic.message);
    let code = diagnostic.code;
    let Some(spot) = diagnostic.location.as_ref().and_then(|location| spots.spot(location)) else {
        return format!("{message} [{code}]");
    };
    let path = visible::line(spot.path);
    match (spot.range, spot.pointer) {
        (Some(range), _) => {
            let (line, column) = (spot.lines.line(range.start), spot.lines.column(range.start));
            format!("{path}:{line}:{column}: {message} [{code}]")
        }
        (None, Some(pointer)) => format!("{path}#{}: {message} [{code}]", visible::line(pointer.as_str())),
        (None, None) => format!("{path}: {message} [{code}]"),
    }
}

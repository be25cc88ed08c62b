//! `oasmith generate`

use std::fmt::Write as _;
use std::path::Path;

use oasmith::write::{Changes, Mode, write};

use super::arguments::{Display, Output, What};
use super::outcome::{Outcome, Status};
use super::session::Session;

pub(super) fn run(what: &What, output: &Output, display: &Display) -> Outcome {
    let mut session = Session::default();
    let changes = session.config(what, output).and_then(|config| {
        let files = session.generate(&config)?;
        let changes = write(&files, &config.package.output, Mode::Write, &mut session.report)?;
        Some((config, changes))
    });
    match changes {
        None => session.refused(display),
        Some((config, changes)) => {
            let mut result = if display.verbose { list(&changes) } else { String::new() };
            result += &summary(&config.package.output, &changes);
            session.done(result, Status::Done, display)
        }
    }
}

/// One line for each file that changed.
pub(super) fn list(changes: &Changes) -> String {
    let mut list = String::new();
    let kinds = [
        ("created", &changes.created),
        ("changed", &changes.changed),
        ("removed", &changes.removed),
    ];
    for (kind, changes) in kinds {
        for change in changes {
            // Writing to a string cannot fail.
            let _ = writeln!(list, "{kind} {}", change.path);
        }
    }
    list
}

/// `generated: 2 created, 1 changed, 0 removed, 40 untouched`
fn summary(output: &Path, changes: &Changes) -> String {
    format!(
        "{}: {} created, {} changed, {} removed, {} untouched\n",
        output.display(),
        changes.created.len(),
        changes.changed.len(),
        changes.removed.len(),
        changes.untouched
    )
}

//! `oasmith check`

use std::path::Path;

use oasmith::write::{Mode, write};

use super::arguments::{Display, Output, What};
use super::generate::list;
use super::outcome::{Outcome, Status};
use super::session::Session;

pub(super) fn run(what: &What, output: &Output, display: &Display) -> Outcome {
    let mut session = Session::default();
    let changes = session.config(what, output).and_then(|config| {
        let files = session.generate(&config)?;
        let changes = write(&files, &config.package.output, Mode::Check, &mut session.report)?;
        Some((config, changes))
    });
    match changes {
        None => session.refused(display),
        Some((config, changes)) if changes.is_empty() => {
            let result = format!("{}: up to date\n", config.package.output.display());
            session.done(result, Status::Done, display)
        }
        Some((config, changes)) => {
            let diffs: String = changes.iter().filter_map(|change| change.diff.as_deref()).collect();
            let folder = config.package.output.display();
            let command = command(what, output);
            let result = format!("{diffs}\n{}{folder}: out of date; run `{command}`\n", list(&changes));
            session.done(result, Status::Found, display)
        }
    }
}

/// The command that makes the difference go away.
fn command(what: &What, output: &Output) -> String {
    let mut words = vec!["oasmith".to_owned(), "generate".to_owned()];
    words.extend(what.spec.as_deref().map(path));
    let options = [
        ("--config", what.config.as_deref()),
        ("--output", output.output.as_deref()),
    ];
    for (option, value) in options {
        words.extend(value.map(|value| format!("{option} {}", path(value))));
    }
    words.extend(output.name.as_ref().map(|name| format!("--name {name}")));
    let folders = what.allow_references.iter();
    words.extend(folders.map(|folder| format!("--allow-references {}", path(folder))));
    let overlays = what.overlay.iter();
    words.extend(overlays.map(|overlay| format!("--overlay {}", path(overlay))));
    words.extend(what.strict.then(|| "--strict".to_owned()));
    words.join(" ")
}

/// The path as a shell takes it.
fn path(path: &Path) -> String {
    let path = path.display().to_string();
    let is_plain = path
        .chars()
        .all(|char| char.is_alphanumeric() || "-_./:\\".contains(char));
    if is_plain {
        path
    } else {
        format!("'{}'", path.replace('\'', r"'\''"))
    }
}

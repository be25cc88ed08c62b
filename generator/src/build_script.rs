//! The generator as a build script.

use std::env;
use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;

use crate::config::{Api, Config};
use crate::diagnostic::{Format, Report, render, warnings_in_lines};
use crate::load::Input;
use crate::source::Sources;
use crate::write::{Changes, Mode, write};

/// Keeps a generated crate true to its descriptions. This is all of a `build.rs`:
///
/// ```no_run
/// fn main() -> std::process::ExitCode {
///     oasmith::build_script("oasmith.toml")
/// }
/// ```
///
/// Where nothing differs it is quick and silent but for warnings about the descriptions. Where something differs it
/// rewrites the crate and **fails**: cargo decides what is fresh before it runs build scripts, so this build would go on
/// to compile and test the old code. The next build uses the new one. With the environment variable `CI` set (and not
/// `false`) it fails the same way and writes nothing, so that a stale crate cannot pass.
///
/// It runs again when the configuration, a description, a file that it refers to, or `CI` changes.
#[must_use]
pub fn build_script(config: impl AsRef<Path>) -> ExitCode {
    let is_ci = env::var_os("CI").is_some_and(|value| !value.is_empty() && value != "false");
    let mode = if is_ci { Mode::Check } else { Mode::Write };
    let outcome = run(config.as_ref(), mode);
    for directive in outcome.directives {
        println!("cargo::{directive}");
    }
    match outcome.failure {
        None => ExitCode::SUCCESS,
        Some(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

struct Outcome {
    /// What cargo shall know: `rerun-if-changed=...`.
    directives: Vec<String>,
    /// Why the build cannot go on.
    failure: Option<String>,
}

fn run(path: &Path, mode: Mode) -> Outcome {
    let mut sources = Sources::default();
    let mut report = Report::default();
    let mut directives = vec![
        format!("rerun-if-changed={}", path.display()),
        "rerun-if-env-changed=CI".to_owned(),
    ];
    let config = Config::from_file(path, &mut sources, &mut report);
    let changes = config.as_ref().and_then(|config| {
        directives.extend(
            config
                .apis
                .iter()
                .flat_map(named)
                .map(|input| format!("rerun-if-changed={input}")),
        );
        let files = crate::generate(config, &mut sources, &mut report);
        directives.extend(referenced(config, &sources).map(|path| format!("rerun-if-changed={}", path.display())));
        let files = files?;
        if !config.options.accept(&report) {
            return None;
        }
        write(&files, &config.package.output, mode, &mut report)
    });
    let failure = match (config, changes) {
        (Some(config), Some(changes)) => {
            (!changes.is_empty()).then(|| difference(&config.package.output, &changes, mode))
        }
        _ => Some(render(&report, &sources, Format::Text, false, false)),
    };
    directives.extend(
        warnings_in_lines(&report, &sources)
            .into_iter()
            .map(|warning| format!("warning={warning}")),
    );
    Outcome { directives, failure }
}

/// The files that the configuration names for a description: itself and its overlays.
fn named(api: &Api) -> impl Iterator<Item = &Input> {
    std::iter::once(&api.spec).chain(&api.overlays)
}

/// The files that descriptions refer to.
fn referenced<'a>(config: &Config, sources: &'a Sources) -> impl Iterator<Item = &'a Path> {
    let named: Vec<&Path> = config.apis.iter().flat_map(named).map(Input::path).collect();
    let named_already = move |path: &&Path| path.ends_with("oasmith.toml") || named.contains(path);
    sources
        .paths()
        .filter(move |path| !named_already(path))
        .collect::<Vec<_>>()
        .into_iter()
}

/// The most files that are named.
const MOST_NAMED: usize = 30;

fn difference(output: &Path, changes: &Changes, mode: Mode) -> String {
    let output = output.display();
    let mut message = match mode {
        Mode::Write => format!("`{output}` was out of date and has been rewritten:\n\n"),
        Mode::Check => format!("`{output}` is out of date, and since `CI` is set nothing was rewritten:\n\n"),
    };
    let kinds = [
        ("created", &changes.created),
        ("changed", &changes.changed),
        ("removed", &changes.removed),
    ];
    let lines = kinds
        .iter()
        .flat_map(|(kind, changes)| changes.iter().map(move |change| (kind, &change.path)));
    for (kind, path) in lines.clone().take(MOST_NAMED) {
        // Writing to a string cannot fail.
        let _ = writeln!(message, "    {kind} {path}");
    }
    let rest = lines.skip(MOST_NAMED).count();
    if rest > 0 {
        let _ = writeln!(message, "    and {rest} more");
    }
    let _ = match mode {
        Mode::Write => write!(
            message,
            "\nThis build stops here, since it would go on with the old code. `git diff {output}` shows the changes, and the \
             next build uses them."
        ),
        Mode::Check => write!(
            message,
            "\nBuild once without `CI`, look at the changes with `git diff {output}`, and commit them; the next build uses them."
        ),
    };
    message
}

#[cfg(test)]
mod tests;

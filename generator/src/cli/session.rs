//! One run of the generator on behalf of a command.

use std::path::{Path, PathBuf};

use oasmith::write::File;
use oasmith::{Config, Input, Report, Severity, Sources};

use super::arguments::{Display, Format, Output, What};
use super::outcome::{Outcome, Status, has_color};
use super::progress;

/// The file that is read where none is named.
pub(super) const CONFIG: &str = "oasmith.toml";

/// The folder that is written where none is named.
pub(super) const OUTPUT: &str = "generated";

/// What was read, and what there is to say about it.
#[derive(Default)]
pub(super) struct Session {
    pub(super) sources: Sources,
    pub(super) report: Report,
}

impl Session {
    /// The configuration that the arguments ask for.
    pub(super) fn config(&mut self, what: &What, output: &Output) -> Option<Config> {
        let mut config = if let Some(spec) = &what.spec {
            let folder = PathBuf::from(OUTPUT);
            Config::for_spec(
                Input::from(spec.clone()),
                folder,
                output.name.clone(),
                &mut self.sources,
            )
        } else {
            let path = what.config.as_deref().unwrap_or(Path::new(CONFIG));
            Config::from_file(path, &mut self.sources, &mut self.report)?
        };
        if let Some(folder) = &output.output {
            config.package.output.clone_from(folder);
        }
        if let Some(name) = &output.name {
            config.package.name.clone_from(name);
        }
        for api in &mut config.apis {
            api.allow_references.extend(what.allow_references.iter().cloned());
            api.overlays.extend(what.overlay.iter().cloned().map(Input::File));
        }
        config.options.strict |= what.strict;
        Some(config)
    }

    /// The files of the SDK; `None` where there shall be none.
    pub(super) fn generate(&mut self, config: &Config) -> Option<Vec<File>> {
        let files = progress::show("generating", || {
            oasmith::generate(config, &mut self.sources, &mut self.report)
        });
        files.filter(|_| config.options.accept(&self.report))
    }

    /// The end of a command that did what it should.
    pub(super) fn done(&self, result: String, status: Status, display: &Display) -> Outcome {
        Outcome {
            findings: self.findings(display),
            result,
            status,
        }
    }

    /// The end of a command that could not do it.
    pub(super) fn refused(&self, display: &Display) -> Outcome {
        let is_strict = !self.report.has_errors() && self.report.count(Severity::Warning) > 0;
        let result = if is_strict {
            "warnings are errors here (strict); nothing was written\n"
        } else {
            ""
        };
        let findings = self.findings(display);
        match display.format {
            Format::Text => Outcome {
                findings: findings + result,
                result: String::new(),
                status: Status::Refused,
            },
            Format::Json => Outcome {
                findings,
                result: result.to_owned(),
                status: Status::Refused,
            },
        }
    }

    fn findings(&self, display: &Display) -> String {
        let color = has_color(display);
        oasmith::render(&self.report, &self.sources, format(display), color, display.verbose)
    }
}

/// How findings are drawn.
pub(super) fn format(display: &Display) -> oasmith::Format {
    match display.format {
        Format::Text => oasmith::Format::Text,
        Format::Json => oasmith::Format::Json,
    }
}

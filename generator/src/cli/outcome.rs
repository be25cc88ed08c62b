//! What a command leaves: words and an exit status.

use std::io::{self, Write};
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};

use super::arguments::{Display, Format};

/// What a command leaves.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    /// What there is to say about the input: on standard error as text, on standard output as JSON.
    pub(super) findings: String,
    /// What came out: on standard output, or on standard error where findings take that.
    pub(super) result: String,
    pub(super) status: Status,
}

/// How it went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Status {
    #[default]
    Done,
    /// `check` found something.
    Found,
    /// The input is wrong.
    Refused,
}

impl Outcome {
    /// A result without findings.
    pub(super) fn done(result: String) -> Self {
        Self {
            result,
            ..Self::default()
        }
    }

    /// Says it all. Nobody may be listening, and that is no failure.
    pub(crate) fn print(&self, display: &Display) {
        let choice = choice(display.color);
        let mut out = AutoStream::new(io::stdout().lock(), choice);
        let mut err = AutoStream::new(io::stderr().lock(), choice);
        let (to_out, to_err) = match display.format {
            Format::Text => (&self.result, &self.findings),
            Format::Json => (&self.findings, &self.result),
        };
        let _ = err.write_all(to_err.as_bytes()).and_then(|()| err.flush());
        let _ = out.write_all(to_out.as_bytes()).and_then(|()| out.flush());
    }

    pub(crate) fn exit_code(&self) -> ExitCode {
        ExitCode::from(match self.status {
            Status::Done => 0,
            Status::Found => 1,
            Status::Refused => 2,
        })
    }
}

/// Whether findings are drawn with colours.
pub(super) fn has_color(display: &Display) -> bool {
    match choice(display.color) {
        ColorChoice::Auto => AutoStream::choice(&io::stderr()) != ColorChoice::Never,
        choice => choice != ColorChoice::Never,
    }
}

fn choice(color: clap::ColorChoice) -> ColorChoice {
    match color {
        clap::ColorChoice::Auto => ColorChoice::Auto,
        clap::ColorChoice::Always => ColorChoice::Always,
        clap::ColorChoice::Never => ColorChoice::Never,
    }
}

//! The command line.

mod arguments;
mod check;
mod completions;
mod explain;
mod generate;
mod init;
mod lint;
mod outcome;
mod progress;
mod session;

pub(crate) use arguments::Arguments;

use arguments::{Command, Display};
use outcome::Outcome;

/// Does what a command asks for.
pub(crate) fn run(command: &Command, display: &Display) -> Outcome {
    match command {
        Command::Generate { what, output } => generate::run(what, output, display),
        Command::Check { what, output } => check::run(what, output, display),
        Command::Lint { what, report } => lint::run(what, *report, display),
        Command::Init { spec, output } => init::run(spec, output, display),
        Command::Explain { code } => explain::run(code.as_deref()),
        Command::Completions { shell } => completions::run(*shell),
    }
}

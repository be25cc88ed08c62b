//! The program `oasmith`: arguments in, findings and a result out.

mod cli;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let arguments = cli::Arguments::parse();
    let outcome = cli::run(&arguments.command, &arguments.display);
    outcome.print(&arguments.display);
    outcome.exit_code()
}

//! The program `oasmith`: arguments in, findings and a result out.

mod cli;

use std::process::ExitCode;

use clap::Parser;

/// A run makes and frees millions of small strings and lists, for which this one takes half of the time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments = cli::Arguments::parse();
    let outcome = cli::run(&arguments.command, &arguments.display);
    outcome.print(&arguments.display);
    outcome.exit_code()
}

//! Programs for working on oasmith: `cargo xtask corpus` and `cargo xtask servers`.

mod corpus;
mod descriptions;
mod folders;
mod progress;
mod servers;

use std::process::ExitCode;

use clap::Parser;

/// Programs for working on oasmith.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask")]
enum Task {
    /// Generate an SDK for each description of a folder, and prove that it is good
    Corpus(corpus::Arguments),
    /// Send the example call of every operation to servers that know the description
    Servers(servers::Arguments),
}

fn main() -> anyhow::Result<ExitCode> {
    let all_good = match Task::parse() {
        Task::Corpus(arguments) => corpus::run(&arguments)?,
        Task::Servers(arguments) => servers::run(&arguments)?,
    };
    Ok(if all_good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

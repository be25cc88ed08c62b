//! Programs for working on oasmith: `cargo xtask corpus`.

mod corpus;

use std::process::ExitCode;

use clap::Parser;

/// Programs for working on oasmith.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask")]
enum Task {
    /// Generate an SDK for each description of a folder, and prove that it is good
    Corpus(corpus::Arguments),
}

fn main() -> anyhow::Result<ExitCode> {
    let Task::Corpus(arguments) = Task::parse();
    let all_good = corpus::run(&arguments)?;
    Ok(if all_good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

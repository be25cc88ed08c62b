//! `cargo xtask servers`: servers that know a description and not us, and the example call of every operation.
//!
//! Each description becomes an SDK and a program that makes the calls which the pages of the SDK show. Prism answers them
//! from the description; express-openapi-validator says whether a request fits it. Both come from the npm registry, in
//! the versions of `xtask/servers/package-lock.json`.

mod exceptions;
mod node;
mod program;
mod table;

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use crate::descriptions::{self, Description};
use crate::{folders, progress};
use exceptions::Exceptions;
use node::{Node, Server};
use program::{Caller, Outcome};

/// The descriptions that are sent to.
const DESCRIPTIONS: [&str; 6] = [
    "swagger-petstore",
    "museum",
    "spotify",
    "qdrant",
    "figma",
    "scalar-galaxy",
];

/// Which descriptions, and where the results go.
#[derive(Args, Debug)]
pub struct Arguments {
    /// The folder of descriptions
    #[arg(default_value_os_t = folders::corpus())]
    folder: PathBuf,
    /// Only these, by name
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    only: Vec<String>,
    /// The file that has the table, whose other text is kept; without it the table is printed
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// The folder for everything that is made [default: `servers` in the target folder]
    #[arg(long, value_name = "DIR")]
    work: Option<PathBuf>,
}

/// What came of the operations of one description.
struct Proof {
    caller: Caller,
    /// What came of each call, for each server.
    outcomes: Vec<(Server, Vec<Outcome>)>,
}

/// Sends every request to both servers, prints and writes the table, and says whether everything is as it should be.
pub fn run(arguments: &Arguments) -> Result<bool> {
    let descriptions = find(arguments)?;
    let exceptions = Exceptions::read()?;
    let work = match &arguments.work {
        Some(work) => work.clone(),
        None => folders::target()?.join("servers"),
    };
    std::fs::create_dir_all(&work)?;
    let work = work.canonicalize()?;
    let node = Node::install(&work)?;
    let mut callers = Vec::new();
    for description in &descriptions {
        callers.push(Caller::make(description, &work)?);
    }
    program::build(&callers, &work)?;
    let bar = progress::bar("sending", callers.len() * Server::ALL.len());
    let mut proofs = Vec::new();
    for caller in callers {
        let mut outcomes = Vec::new();
        for server in Server::ALL {
            bar.set_message(format!("{} to {}", caller.name, server.name()));
            let running = node.start(server, &caller)?;
            outcomes.push((server, caller.call(server, &running.base_url(&caller))?));
            bar.inc(1);
        }
        proofs.push(Proof { caller, outcomes });
    }
    bar.finish_and_clear();
    let table = table::markdown(&proofs, &exceptions);
    match &arguments.output {
        Some(path) => folders::put_into(path, "servers", &table)?,
        None => progress::say(&table),
    }
    let unexplained = exceptions.missing(&proofs);
    let unused = exceptions.unused(&proofs, &descriptions);
    for line in unexplained.iter().chain(&unused) {
        progress::say(line);
    }
    Ok(unexplained.is_empty() && unused.is_empty())
}

fn find(arguments: &Arguments) -> Result<Vec<Description>> {
    let mut found = descriptions::of_folder(&arguments.folder)?;
    if arguments.only.is_empty() {
        descriptions::choose(&mut found, &DESCRIPTIONS.map(str::to_owned))?;
    } else {
        descriptions::choose(&mut found, &arguments.only)?;
    }
    Ok(found)
}

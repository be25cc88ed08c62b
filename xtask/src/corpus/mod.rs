//! `cargo xtask corpus`: a folder of real descriptions as a test bench.
//!
//! Each description becomes an SDK; all SDKs together are one cargo workspace, which is built, linted and documented.
//! Beside each SDK stands a program that reads every example of the description into its type and writes it back.
//!
//! What cargo has built stays built and what oasmith has not changed is not touched, so a run that was stopped goes on
//! where it was.

mod arguments;
mod cargo;
mod compare;
mod declared;
mod log;
mod operations;
mod raw;
mod round_trip;
mod sdk;
mod table;
mod validity;
mod workspace;

use anyhow::{Result, bail};

pub use arguments::Arguments;
use cargo::{Findings, Step};
use raw::Raw;
use round_trip::RoundTrips;
use sdk::Sdk;
use workspace::Workspace;

use crate::descriptions::Description;
use crate::{folders, progress};

/// What is known about one description in the end.
struct Proof {
    sdk: Sdk,
    check: Findings,
    clippy: Findings,
    doc: Findings,
    round_trips: RoundTrips,
}

/// Runs the bench, prints and writes its table, and says whether everything is as it should be.
pub fn run(arguments: &Arguments) -> Result<bool> {
    let descriptions = arguments.descriptions()?;
    if descriptions.is_empty() {
        bail!("no description to look at in {}", arguments.folder.display());
    }
    let work = match &arguments.work {
        Some(work) => work.clone(),
        None => folders::target()?.join("corpus"),
    };
    let workspace = Workspace::at(&work)?;
    let made = generate(&descriptions, &workspace)?;
    workspace.write_manifest(&made.iter().map(|(sdk, _)| sdk.name()).collect::<Vec<_>>())?;
    let mut proofs = compile(made, &workspace)?;
    log::write(&proofs, &workspace)?;
    if !arguments.no_lints {
        lint(&mut proofs, &workspace)?;
        log::write(&proofs, &workspace)?;
    }
    let table = table::markdown(&proofs, arguments)?;
    match &arguments.output {
        Some(path) => folders::put_into(path, "corpus", &table)?,
        None => progress::say(&table),
    }
    progress::say(&format!(
        "{}\nEverything that was found: {}",
        table::summary(&proofs),
        workspace.logs().display()
    ));
    Ok(proofs.iter().all(Proof::is_good))
}

/// An SDK for each description, with its program for the round trips.
fn generate(descriptions: &[Description], workspace: &Workspace) -> Result<Vec<(Sdk, Raw)>> {
    let bar = progress::bar("generating", descriptions.len());
    let mut made = Vec::new();
    for description in descriptions {
        bar.set_message(description.name.clone());
        let raw = Raw::of(&description.root)?;
        let sdk = sdk::make(description, &raw, workspace)?;
        round_trip::write_program(&sdk, workspace)?;
        made.push((sdk, raw));
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(made)
}

/// Builds everything, and does the round trips.
fn compile(made: Vec<(Sdk, Raw)>, workspace: &Workspace) -> Result<Vec<Proof>> {
    let mut check = cargo::run(Step::Build, workspace)?;
    let bar = progress::bar("round trips", made.len());
    let mut proofs = Vec::new();
    for (sdk, raw) in made {
        bar.set_message(sdk.name().to_owned());
        let check = check.remove(sdk.name()).unwrap_or_default();
        proofs.push(Proof {
            round_trips: round_trip::run(&sdk, &raw, check.has_program, workspace)?,
            sdk,
            check,
            clippy: Findings::skipped(),
            doc: Findings::skipped(),
        });
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(proofs)
}

/// Runs clippy and rustdoc.
fn lint(proofs: &mut [Proof], workspace: &Workspace) -> Result<()> {
    let mut clippy = cargo::run(Step::Clippy, workspace)?;
    let mut doc = cargo::run(Step::Doc, workspace)?;
    for proof in proofs {
        let name = proof.sdk.name().to_owned();
        proof.clippy = clippy.remove(&name).unwrap_or_default();
        proof.doc = doc.remove(&name).unwrap_or_default();
    }
    Ok(())
}

impl Proof {
    /// Whether there is nothing to mend.
    fn is_good(&self) -> bool {
        let sdk = &self.sdk;
        sdk.failure.is_none()
            && sdk.is_stable
            && sdk.allows.is_empty()
            && sdk.lost().is_empty()
            && [&self.check, &self.clippy, &self.doc]
                .into_iter()
                .all(Findings::are_clean)
            && self.round_trips.faults_of_ours() == 0
    }
}

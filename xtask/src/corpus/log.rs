//! Everything that was found, in a file for each description.

use std::fmt::Write as _;

use anyhow::Result;

use super::Proof;
use super::workspace::Workspace;
use crate::folders;

/// Writes the log of each description.
pub fn write(proofs: &[Proof], workspace: &Workspace) -> Result<()> {
    for proof in proofs {
        let path = workspace.logs().join(format!("{}.txt", proof.sdk.name()));
        folders::write(&path, log(proof)?.as_bytes())?;
    }
    Ok(())
}

fn log(proof: &Proof) -> Result<String, std::fmt::Error> {
    let sdk = &proof.sdk;
    let mut log = String::new();
    if let Some(failure) = &sdk.failure {
        writeln!(log, "no SDK: {failure}\n")?;
    }
    for (route, skip) in &sdk.skipped {
        writeln!(
            log,
            "skipped: {route} ({})",
            skip.as_ref().map_or("no warning", |skip| &skip.reason)
        )?;
    }
    for allow in &sdk.allows {
        writeln!(log, "allow: {allow}")?;
    }
    for (step, findings) in [("check", &proof.check), ("clippy", &proof.clippy), ("doc", &proof.doc)] {
        writeln!(
            log,
            "\n== {step}: {} findings\n{}{}",
            findings.count, findings.text, findings.of_program
        )?;
    }
    writeln!(
        log,
        "\n== examples that did not come back: {}\n",
        proof.round_trips.failures.len()
    )?;
    for failure in &proof.round_trips.failures {
        let complaint = failure.complaint.as_deref().unwrap_or("the example is valid");
        writeln!(
            log,
            "{}\n  type:      {}\n  value:     {}\n  problem:   {}\n  validator: {complaint}\n",
            failure.place, failure.ty, failure.value, failure.problem
        )?;
    }
    writeln!(log, "\n== description\n{}", sdk.findings)?;
    Ok(log)
}

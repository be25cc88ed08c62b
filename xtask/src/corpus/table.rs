//! The results as Markdown.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::process::Command;

use anyhow::{Context, Result};

use super::compare::Tolerance;
use super::round_trip::Failure;
use super::{Arguments, Findings, Proof};

const HEAD: &str = "\
| description | dialect | operations | emitted | skipped, by code | types | lines of Rust | warnings | check | clippy | doc \
| second run | `allow` | s | round trips |
|---|---|--:|--:|---|--:|--:|--:|---|---|---|---|--:|--:|--:|
";

/// All results.
pub fn markdown(proofs: &[Proof], arguments: &Arguments) -> Result<String> {
    let mut text = versions(arguments)?;
    text += HEAD;
    for proof in proofs {
        text += &row(proof);
    }
    text += &totals(proofs);
    text += &skips(proofs);
    text += &tolerated(proofs);
    text += &failures(proofs);
    Ok(text)
}

/// What there is to know in one line.
pub fn summary(proofs: &[Proof]) -> String {
    let good = proofs.iter().filter(|proof| proof.is_good()).count();
    let (passed, total) = round_trips(proofs);
    let bad = proofs
        .iter()
        .filter(|proof| !proof.is_good())
        .map(|proof| proof.sdk.name());
    let bad = bad.collect::<Vec<_>>().join(", ");
    let names = if bad.is_empty() {
        String::new()
    } else {
        format!(" (look at {bad})")
    };
    format!(
        "{good} of {} are as they should be{names}; {passed} of {total} examples came back, {}",
        proofs.len(),
        percent(passed, total)
    )
}

fn versions(arguments: &Arguments) -> Result<String> {
    let rustc = Command::new("rustc")
        .arg("--version")
        .output()
        .context("rustc cannot be run")?;
    let rustc = String::from_utf8_lossy(&rustc.stdout).trim().to_owned();
    let date = arguments
        .date
        .as_ref()
        .map(|date| format!(", {date}"))
        .unwrap_or_default();
    Ok(format!("Made with oasmith {}, {rustc}{date}.\n\n", oasmith::VERSION))
}

fn row(proof: &Proof) -> String {
    let sdk = &proof.sdk;
    let trips = &proof.round_trips;
    let second = if sdk.is_stable { "same" } else { "**differs**" };
    format!(
        "| {} | {} | {} | {} | {} | {} | {} | {} | {} | {} | {} | {second} | {} | {:.1} | {} |\n",
        sdk.name(),
        sdk.dialect,
        sdk.declared.len(),
        sdk.failure
            .as_ref()
            .map_or_else(|| sdk.emitted.len().to_string(), |failure| format!("**{failure}**")),
        skipped(proof),
        sdk.types,
        sdk.lines,
        sdk.warnings,
        state(&proof.check),
        state(&proof.clippy),
        state(&proof.doc),
        sdk.allows.len(),
        sdk.seconds,
        if trips.total == 0 {
            "–".to_owned()
        } else {
            format!("{}/{}", trips.passed, trips.total)
        },
    )
}

fn state(findings: &Findings) -> String {
    if findings.is_skipped {
        return "–".to_owned();
    }
    match (findings.is_done, findings.count) {
        (true, 0) => "clean".to_owned(),
        (true, count) => format!("**{count} warnings**"),
        (false, count) => format!("**fails, {count} findings**"),
    }
}

fn skipped(proof: &Proof) -> String {
    let mut by_code: BTreeMap<&str, usize> = BTreeMap::new();
    for skip in proof.sdk.skipped.values() {
        let code = skip.as_ref().map_or("**silently**", |skip| &skip.code);
        *by_code.entry(code).or_default() += 1;
    }
    let parts = by_code.into_iter().map(|(code, count)| format!("{count} {code}"));
    parts.collect::<Vec<_>>().join(", ")
}

/// The operations that are in the description only, those with the same reason together.
fn skips(proofs: &[Proof]) -> String {
    let mut text = "## Operations that are skipped\n\nEach of them has a warning at its place in the description.\n\n\
                    | description | operations | code | reason | the first of them |\n|---|--:|---|---|---|\n"
        .to_owned();
    for proof in proofs {
        let mut groups: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
        for (route, skip) in &proof.sdk.skipped {
            let reason = skip
                .as_ref()
                .map_or(("–", "**no warning says so**"), |skip| (&skip.code, &skip.reason));
            groups.entry(reason).or_default().push(route);
        }
        for ((code, reason), routes) in groups {
            let (name, reason) = (proof.sdk.name(), cell(reason));
            let first = routes.first().map_or("", |route| route);
            // Writing to a string cannot fail.
            let _ = writeln!(text, "| {name} | {} | {code} | {reason} | `{first}` |", routes.len());
        }
    }
    text + "\n"
}

fn totals(proofs: &[Proof]) -> String {
    let sum = |count: fn(&Proof) -> usize| proofs.iter().map(count).sum::<usize>();
    let clean = |findings: fn(&Proof) -> &Findings| {
        let clean = proofs.iter().filter(|proof| findings(proof).are_clean()).count();
        format!("{clean}/{}", proofs.len())
    };
    let (passed, total) = round_trips(proofs);
    format!(
        "| **all {}** | | {} | {} | {} | {} | {} | {} | {} | {} | {} | {}/{} | {} | {:.1} | {passed}/{total}, {} |\n\n",
        proofs.len(),
        sum(|proof| proof.sdk.declared.len()),
        sum(|proof| proof.sdk.emitted.len()),
        sum(|proof| proof.sdk.skipped.len()),
        sum(|proof| proof.sdk.types),
        sum(|proof| proof.sdk.lines),
        sum(|proof| proof.sdk.warnings),
        clean(|proof| &proof.check),
        clean(|proof| &proof.clippy),
        clean(|proof| &proof.doc),
        proofs.iter().filter(|proof| proof.sdk.is_stable).count(),
        proofs.len(),
        sum(|proof| proof.sdk.allows.len()),
        proofs.iter().map(|proof| proof.sdk.seconds).sum::<f64>(),
        percent(passed, total),
    )
}

fn round_trips(proofs: &[Proof]) -> (usize, usize) {
    let sum = |count: fn(&Proof) -> usize| proofs.iter().map(count).sum::<usize>();
    (
        sum(|proof| proof.round_trips.passed),
        sum(|proof| proof.round_trips.total),
    )
}

/// The share, rounded down, so that 100 % means all.
fn percent(part: usize, whole: usize) -> String {
    if whole == 0 {
        return "none".to_owned();
    }
    let hundredths = part * 10_000 / whole;
    format!("{}.{:02} %", hundredths / 100, hundredths % 100)
}

fn tolerated(proofs: &[Proof]) -> String {
    let untyped: usize = proofs.iter().map(|proof| proof.round_trips.untyped).sum();
    let (passed, _) = round_trips(proofs);
    let mut text = format!(
        "## Differences that are meant\n\nOf the {passed} examples that came back, {untyped} are of a schema that allows \
         anything, so that they prove nothing. These have differences that are meant; an example can have several kinds.\n\n\
         | difference | examples | what it is |\n|---|--:|---|\n"
    );
    for (tolerance, heading, meaning) in Tolerance::ALL {
        let count = |proof: &Proof| proof.round_trips.tolerated.get(&tolerance).copied().unwrap_or_default();
        let count: usize = proofs.iter().map(count).sum();
        // Writing to a string cannot fail.
        let _ = writeln!(text, "| {heading} | {count} | {meaning} |");
    }
    text
}

/// The failures, those of one description with the same problem together.
fn failures(proofs: &[Proof]) -> String {
    let mut text =
        "\n## Examples that do not come back\n\nThe verdict is that of a JSON Schema validator that knows nothing \
                    of oasmith: an example that is not valid against its own schema is the description's fault.\n"
            .to_owned();
    for (is_ours, heading) in [(true, "The fault is ours"), (false, "The fault is the description's")] {
        let mut rows = String::new();
        for proof in proofs {
            let failures = proof.round_trips.failures.iter();
            let failures: Vec<&Failure> = failures
                .filter(|failure| failure.complaint.is_none() == is_ours)
                .collect();
            rows += &grouped(proof.sdk.name(), &failures);
        }
        if rows.is_empty() {
            rows += "| – | | none | | |\n";
        }
        // Writing to a string cannot fail.
        let _ = write!(
            text,
            "\n### {heading}\n\n| description | examples | what happened | what the validator says | the first of them |\n\
             |---|--:|---|---|---|\n{rows}"
        );
    }
    text
}

fn grouped(name: &str, failures: &[&Failure]) -> String {
    let mut groups: BTreeMap<(String, String), Vec<&Failure>> = BTreeMap::new();
    for failure in failures {
        let complaint = failure.complaint.as_deref().unwrap_or_default();
        groups
            .entry((kind(&failure.problem), kind(complaint)))
            .or_default()
            .push(failure);
    }
    let rows = groups.into_iter().map(|((problem, complaint), failures)| {
        let place = failures.first().map_or("", |failure| &failure.place);
        format!(
            "| {name} | {} | {} | {} | `{}` |\n",
            failures.len(),
            cell(&problem),
            cell(&complaint),
            cell(place)
        )
    });
    rows.collect()
}

/// A message without the numbers of elements, so that the same mistake in each element is one.
fn kind(message: &str) -> String {
    let mut kind = String::new();
    let mut is_index = false;
    for char in message.chars() {
        match char {
            '[' => is_index = true,
            ']' => is_index = false,
            _ => {}
        }
        if !(is_index && char.is_ascii_digit()) {
            kind.push(char);
        }
    }
    kind
}

/// Text that does not end a cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

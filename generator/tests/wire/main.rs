//! The wire table: what a call sends, and what comes of an answer, row by row, through generated code.
//!
//! Each file of `tables/` is a description whose operations have rows under `x-wire`; the head of `tables/path.yaml` says
//! how to write one. All of them become one crate with a module for each file, and one program that calls every row through
//! a transport that records the request and answers what the row says.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail anywhere")]

#[path = "../cargo/mod.rs"]
mod cargo;
mod program;
mod table;

use std::fmt::Write as _;
use std::path::PathBuf;

use oasmith::config::MediaTypes;
use oasmith::{Config, Format, Input, Report, Severity, Sources, render};

use table::Table;

#[test]
fn what_travels_is_as_the_tables_say() {
    let tables = Table::all();
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("wire");
    generate(&tables, &folder.join("sdk"));
    program::write(&tables, &folder);
    let outcomes = program::run(&folder);
    let rows = tables
        .iter()
        .flat_map(|table| table.rows.iter().map(move |row| (table, row)));
    let mut differences = String::new();
    let mut count = 0;
    for ((table, row), outcome) in rows.zip(&outcomes) {
        count += 1;
        for difference in row.differences(outcome) {
            let _ = writeln!(
                differences,
                "{}.yaml, {}: {}\n{difference}",
                table.name, row.operation, row.call
            );
        }
    }
    assert_eq!(count, outcomes.len(), "each row has an outcome");
    assert!(count > 0);
    assert!(differences.is_empty(), "{differences}");
}

/// Writes the crate that has a module for each table, and holds each to the warnings that it expects.
fn generate(tables: &[Table], output: &std::path::Path) {
    let (mut sources, mut report) = (Sources::default(), Report::default());
    let mut configs = tables.iter().map(|table| {
        let spec = Input::File(table.path.clone());
        let mut config = Config::for_spec(spec, output.to_owned(), Some("wire-sdk".to_owned()), &mut sources);
        config.apis[0].module = Some(table.name.clone());
        config.apis[0].media_types = Some(MediaTypes {
            names: table.media_types.clone(),
            location: None,
        });
        config
    });
    let mut config = configs.next().unwrap();
    config.apis.extend(configs.flat_map(|config| config.apis));
    let files = oasmith::generate(&config, &mut sources, &mut report);
    let drawn = render(&report, &sources, Format::Text, false, false);
    let told = report
        .diagnostics()
        .iter()
        .filter(|finding| finding.severity() >= Severity::Warning);
    let told: Vec<String> = told.map(|finding| finding.message.clone()).collect();
    let expected: Vec<String> = tables.iter().flat_map(|table| table.warnings.clone()).collect();
    assert_eq!(told, expected, "{drawn}");
    let files = files.unwrap();
    oasmith::write(&files, output, oasmith::Mode::Write, &mut report).unwrap();
}

/// Runs cargo in the workspace of the tables, and gives what it prints.
fn cargo(folder: &std::path::Path, arguments: &[&str]) -> Vec<u8> {
    let output = cargo::command(folder, arguments).output().unwrap();
    assert!(
        output.status.success(),
        "cargo {arguments:?}:\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    output.stdout
}

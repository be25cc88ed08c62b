//! What each stage takes by itself, and a whole run. `docs/BENCHMARKS.md` has figures.
//!
//! `emit` and `format` work on one thread here, and on all of them in a whole run. The descriptions are not part of the
//! repository: they are looked for in `../shared/corpus`, beside it.

#![allow(clippy::expect_used, reason = "a benchmark may fail anywhere")]

use std::path::PathBuf;

use divan::{Bencher, black_box};
use oasmith::stages::{self, Documents, Model, Named};
use oasmith::write::{Mode, write};
use oasmith::{Config, File, Input, Report, Sources, generate};

const DESCRIPTIONS: &[&str] = &["swagger-petstore.yaml", "stripe.yaml", "github.json"];

fn main() {
    if path(DESCRIPTIONS[0]).is_file() {
        divan::main();
    } else {
        eprintln!("skipped: there is no ../shared/corpus");
    }
}

#[divan::bench(args = DESCRIPTIONS, sample_count = 10)]
fn load(bencher: Bencher<'_, '_>, description: &str) {
    let config = config(description);
    bencher.bench_local(|| loaded(&config));
}

/// With `resolve`, which is asked for each piece.
#[divan::bench(args = DESCRIPTIONS, sample_count = 10)]
fn lower(bencher: Bencher<'_, '_>, description: &str) {
    let config = config(description);
    let documents = loaded(&config);
    bencher.bench_local(|| stages::lower(&documents, &config).expect("there is a model"));
}

#[divan::bench(args = DESCRIPTIONS, sample_count = 10)]
fn passes(bencher: Bencher<'_, '_>, description: &str) {
    let model = lowered(&config(description));
    bencher.with_inputs(|| model.clone()).bench_local_values(stages::passes);
}

#[divan::bench(args = DESCRIPTIONS, sample_count = 10)]
fn names(bencher: Bencher<'_, '_>, description: &str) {
    let config = config(description);
    let model = stages::passes(lowered(&config));
    let bencher = bencher.with_inputs(|| model.clone());
    bencher.bench_local_values(|model| stages::names(model, &config));
}

#[divan::bench(args = DESCRIPTIONS, sample_count = 10)]
fn emit(bencher: Bencher<'_, '_>, description: &str) {
    let config = config(description);
    let named = named(&config);
    bencher.bench_local(|| stages::emit(&named, &config));
}

#[divan::bench(args = DESCRIPTIONS, sample_count = 10)]
fn format(bencher: Bencher<'_, '_>, description: &str) {
    let config = config(description);
    let items = stages::emit(&named(&config), &config);
    let bencher = bencher.with_inputs(|| items.clone());
    bencher.bench_local_values(|items| stages::format(items).expect("it is Rust"));
}

/// Into a folder that is not there yet.
#[divan::bench(args = DESCRIPTIONS, sample_count = 10)]
fn write_anew(bencher: Bencher<'_, '_>, description: &str) {
    let files = files(description);
    let bencher = bencher.with_inputs(|| tempfile::tempdir().expect("a folder"));
    bencher.bench_local_values(|folder| {
        write(&files, &folder.path().join("out"), Mode::Write, &mut Report::default()).expect("it can be written");
        folder
    });
}

/// What a second run costs in the place of that: every file is there already.
#[divan::bench(args = DESCRIPTIONS, sample_count = 10)]
fn write_what_is_there(bencher: Bencher<'_, '_>, description: &str) {
    let (files, folder) = (files(description), tempfile::tempdir().expect("a folder"));
    let write = || write(&files, folder.path(), Mode::Write, &mut Report::default()).expect("it can be written");
    write();
    bencher.bench_local(|| assert_eq!(write().untouched, files.len()));
}

/// All stages but `write`.
#[divan::bench(args = DESCRIPTIONS, sample_count = 10)]
fn whole_run(bencher: Bencher<'_, '_>, description: &str) {
    bencher.bench_local(|| files(black_box(description)));
}

fn loaded(config: &Config) -> Documents {
    stages::load(config, &mut Sources::default()).expect("it can be read")
}

fn lowered(config: &Config) -> Model {
    stages::lower(&loaded(config), config).expect("there is a model")
}

fn named(config: &Config) -> Named {
    stages::names(stages::passes(lowered(config)), config).expect("there is an API")
}

fn files(description: &str) -> Vec<File> {
    let config = config(description);
    generate(&config, &mut Sources::default(), &mut Report::default()).expect("it can be generated")
}

fn config(description: &str) -> Config {
    let input = Input::File(path(description));
    Config::for_spec(
        input,
        PathBuf::from("out"),
        Some("sdk".to_owned()),
        &mut Sources::default(),
    )
}

fn path(description: &str) -> PathBuf {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/corpus/specs");
    PathBuf::from(folder).join(description)
}

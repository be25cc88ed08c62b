//! What it takes to load, to generate and to write. `docs/BENCHMARKS.md` says where the time goes within.
//!
//! The descriptions are not part of the repository: they are looked for in `../shared/corpus`, beside it.

#![allow(clippy::expect_used, reason = "a benchmark may fail anywhere")]

use std::path::PathBuf;

use divan::{Bencher, black_box};
use oasmith::write::{Mode, write};
use oasmith::{Config, File, Input, Report, Sources, generate, load};

const DESCRIPTIONS: &[&str] = &["swagger-petstore.yaml", "stripe.yaml", "github.json"];

fn main() {
    if path(DESCRIPTIONS[0]).is_file() {
        divan::main();
    } else {
        eprintln!("skipped: there is no ../shared/corpus");
    }
}

#[divan::bench(args = DESCRIPTIONS, sample_count = 10)]
fn loading(bencher: Bencher<'_, '_>, description: &str) {
    bencher.bench_local(|| {
        let input = Input::File(path(description));
        load::load(&mut Sources::default(), &input, &mut Report::default()).expect("it can be read")
    });
}

/// All stages from `load` to `format`.
#[divan::bench(args = DESCRIPTIONS, sample_count = 10)]
fn generating(bencher: Bencher<'_, '_>, description: &str) {
    bencher.bench_local(|| files(black_box(description)));
}

/// What a second run costs beside generating: every file is there already.
#[divan::bench(args = DESCRIPTIONS, sample_count = 10)]
fn writing_what_is_there(bencher: Bencher<'_, '_>, description: &str) {
    let (files, folder) = (files(description), tempfile::tempdir().expect("a folder"));
    let write = || write(&files, folder.path(), Mode::Write, &mut Report::default()).expect("it can be written");
    write();
    bencher.bench_local(|| assert_eq!(write().untouched, files.len()));
}

fn files(description: &str) -> Vec<File> {
    let mut sources = Sources::default();
    let input = Input::File(path(description));
    let config = Config::for_spec(input, PathBuf::from("out"), Some("sdk".to_owned()), &mut sources);
    generate(&config, &mut sources, &mut Report::default()).expect("it can be generated")
}

fn path(description: &str) -> PathBuf {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/corpus/specs");
    PathBuf::from(folder).join(description)
}

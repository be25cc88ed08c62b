//! What has to hold, whatever the input.

use std::path::PathBuf;

use oasmith::write::File;
use oasmith::{Config, Format, Input, Report, Sources, load::Document, render};

/// The name under which the input goes.
const SPEC: &str = "spec.yaml";

/// Reads a text; where that fails, the report says why, and whatever it says can be drawn.
pub fn load(text: String) -> Option<Document> {
    let (mut sources, mut report) = (Sources::default(), Report::default());
    let input = Input::File(PathBuf::from(SPEC));
    sources.add(SPEC, text);
    let document = oasmith::load::load(&mut sources, &input, &mut report);
    assert!(
        document.is_some() || report.has_errors(),
        "no document, and no word on why"
    );
    draw(&report, &sources);
    document
}

/// Makes a crate of a text twice: both times it is the same, and its files are Rust.
pub fn generate(text: &str) {
    let files = once(text);
    for file in files.iter().flatten().filter(|file| is_made_of_the_description(file)) {
        if let Err(error) = syn::parse_file(&file.text) {
            panic!("{}: {error}\n{}", file.path, file.text);
        }
    }
    assert!(files == once(text), "two runs differ");
}

/// Says all there is to say about a text.
pub fn lint(text: &str) {
    let (config, mut sources, mut report) = prepare(text);
    oasmith::outline(&config, &mut sources, &mut report);
    draw(&report, &sources);
}

fn once(text: &str) -> Option<Vec<File>> {
    let (config, mut sources, mut report) = prepare(text);
    let files = oasmith::generate(&config, &mut sources, &mut report);
    assert!(files.is_some() || report.has_errors(), "no files, and no word on why");
    draw(&report, &sources);
    files
}

fn prepare(text: &str) -> (Config, Sources, Report) {
    let mut sources = Sources::default();
    sources.add(SPEC, text.to_owned());
    let input = Input::File(PathBuf::from(SPEC));
    let config = Config::for_spec(input, PathBuf::from("out"), Some("sdk".to_owned()), &mut sources);
    (config, sources, Report::default())
}

fn draw(report: &Report, sources: &Sources) {
    let drawn = render(report, sources, Format::Text, false, true);
    assert!(!drawn.contains(['\r', '\u{1b}', '\u{202e}', '\0']), "{drawn:?}");
    let machines = render(report, sources, Format::Json, false, true);
    assert!(
        machines
            .lines()
            .all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()),
        "{machines:?}"
    );
}

/// The runtime is the same text in every crate.
fn is_made_of_the_description(file: &File) -> bool {
    file.path.ends_with(".rs") && !file.path.starts_with("src/runtime/")
}

use std::fs;

use tempfile::TempDir;

use super::*;

const SPEC: &str = "openapi: 3.0.3\ninfo: {title: Pets, version: 1.0.0}\npaths: {}\n";

/// A folder with a description and its `oasmith.toml`.
fn project(spec: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let config = "[package]\nname = 'pets-sdk'\nversion = '1.0.0'\noutput = 'out'\n[[api]]\nspec = 'spec.yaml'\n";
    fs::write(folder.path().join("oasmith.toml"), config).unwrap();
    fs::write(folder.path().join("spec.yaml"), spec).unwrap();
    folder
}

fn run_in(folder: &TempDir, mode: Mode) -> Outcome {
    run(&folder.path().join("oasmith.toml"), mode)
}

#[test]
fn a_stale_crate_is_rewritten_and_fails_the_build_once() {
    let folder = project(SPEC);
    let failure = run_in(&folder, Mode::Write).failure.unwrap();
    let output = folder.path().join("out");
    assert!(failure.contains("has been rewritten"), "{failure}");
    assert!(failure.contains("\n    created src/lib.rs\n"), "{failure}");
    assert!(
        failure.contains(&format!("`git diff {}`", output.display())),
        "{failure}"
    );
    assert!(failure.contains("the next build uses them"), "{failure}");

    let outcome = run_in(&folder, Mode::Write);
    assert_eq!(outcome.failure, None);
    let at = |name: &str| format!("rerun-if-changed={}", folder.path().join(name).display());
    assert_eq!(
        outcome.directives,
        [
            at("oasmith.toml"),
            "rerun-if-env-changed=CI".to_owned(),
            at("spec.yaml")
        ]
    );
}

#[test]
fn it_runs_again_when_a_file_changes_that_the_description_refers_to() {
    let folder = project(&format!("{SPEC}components: {{schemas: {{Pet: {{$ref: pet.yaml}}}}}}\n"));
    fs::write(folder.path().join("pet.yaml"), "type: string\n").unwrap();
    let outcome = run_in(&folder, Mode::Check);
    let pet = format!("rerun-if-changed={}", folder.path().join("pet.yaml").display());
    assert!(outcome.directives.contains(&pet), "{:?}", outcome.directives);
}

#[test]
fn it_runs_again_when_an_overlay_changes_or_appears() {
    let folder = project(SPEC);
    let config = fs::read_to_string(folder.path().join("oasmith.toml")).unwrap();
    fs::write(
        folder.path().join("oasmith.toml"),
        config + "overlays = ['mend.yaml']\n",
    )
    .unwrap();
    let mend = folder.path().join("mend.yaml");
    let expected = format!("rerun-if-changed={}", mend.display());
    let outcome = run_in(&folder, Mode::Check);
    assert!(outcome.directives.contains(&expected), "{:?}", outcome.directives);
    assert!(outcome.failure.unwrap().contains("mend.yaml"));

    fs::write(&mend, "overlay: 1.0.0\nactions: []\n").unwrap();
    let outcome = run_in(&folder, Mode::Check);
    let times = outcome
        .directives
        .iter()
        .filter(|directive| **directive == expected)
        .count();
    assert_eq!(times, 1, "{:?}", outcome.directives);
}

#[test]
fn continuous_integration_writes_nothing_and_fails() {
    let folder = project(SPEC);
    for _ in 0..2 {
        let failure = run_in(&folder, Mode::Check).failure.unwrap();
        assert!(failure.contains("nothing was rewritten"), "{failure}");
        assert!(failure.contains("src/lib.rs"), "{failure}");
        assert!(!folder.path().join("out").exists());
    }
}

#[test]
fn a_description_that_cannot_be_read_fails_with_its_findings() {
    let folder = project("openapi: [\n");
    let outcome = run_in(&folder, Mode::Write);
    let failure = outcome.failure.unwrap();
    assert!(failure.contains("error[OA0102]"), "{failure}");
    assert!(
        outcome
            .directives
            .iter()
            .any(|directive| directive.ends_with("spec.yaml")),
        "it runs again after a repair"
    );
}

#[test]
fn a_missing_configuration_fails() {
    let failure = run(Path::new("missing/oasmith.toml"), Mode::Write).failure.unwrap();
    assert!(failure.contains("cannot read `missing/oasmith.toml`"), "{failure}");
}

#[test]
fn warnings_are_for_cargo_and_stay_on_one_line() {
    let folder = project(&format!("{SPEC}x-a\\n: 1\n\"x-a\\n\": 1\n\"x-a\\n\": 1\n"));
    let outcome = run_in(&folder, Mode::Write);
    let warnings: Vec<&String> = outcome
        .directives
        .iter()
        .filter(|line| line.starts_with("warning="))
        .collect();
    assert_eq!(warnings.len(), 1);
    assert!(
        warnings[0].ends_with("spec.yaml:6:1: the key `x-a\\n` stands twice in one object [OA0103]"),
        "{}",
        warnings[0]
    );
}

//! The build script of this workspace, driven for real: cargo builds a copy, and between the builds a description changes.

#[path = "build_script/workspace.rs"]
mod workspace;

use std::path::Path;
use std::process::Output;
use std::{fs, io};

use workspace::Workspace;

/// The description that changes.
const SPEC: &str = "spec/deepset-cloud.yaml";

/// A file that a new parameter in it changes.
const RESOURCE: &str = "generated/src/deepset_cloud/api_token.rs";

/// One story, since each part starts from what the one before it left.
#[test]
fn no_build_goes_on_with_old_code() -> io::Result<()> {
    let workspace = Workspace::copy()?;
    a_true_crate_builds_without_a_word(&workspace)?;
    a_changed_description_rewrites_the_crate_and_fails(&workspace)?;
    the_next_build_has_the_new_code(&workspace)?;
    a_changed_description_with_ci_writes_nothing_and_fails(&workspace)?;
    a_broken_description_writes_nothing_and_is_shown(&workspace)
}

fn a_true_crate_builds_without_a_word(workspace: &Workspace) -> io::Result<()> {
    let before = workspace.generated()?;
    let output = workspace.cargo("build")?;
    assert!(output.status.success(), "{}", stderr(&output));
    let word = "warning: oasmith-workspace@";
    assert!(!stderr(&output).contains(word), "{}", stderr(&output));
    assert!(workspace.generated()? == before);
    Ok(())
}

fn a_changed_description_rewrites_the_crate_and_fails(workspace: &Workspace) -> io::Result<()> {
    let before = workspace.generated()?;
    add_parameter(workspace, "sort_by")?;
    let output = workspace.cargo("build")?;
    assert_stale(&output, "`generated` was out of date and has been rewritten:");
    let after = workspace.generated()?;
    assert!(before.keys().eq(after.keys()));
    for (path, _) in after.iter().filter(|(path, file)| before.get(*path) != Some(file)) {
        assert_fails_with(&output, &[&changed(path)]);
    }
    Ok(())
}

fn the_next_build_has_the_new_code(workspace: &Workspace) -> io::Result<()> {
    let output = workspace.cargo("build")?;
    assert!(output.status.success(), "{}", stderr(&output));
    // As an example of the SDK it needs far fewer packages than as a test of the workspace.
    fs::create_dir_all(workspace.path("generated/examples"))?;
    let example = workspace.path("generated/examples/sort_by.rs");
    fs::write(example, include_str!("build_script/sort_by.rs"))?;
    let output = workspace.cargo("run --package api-token-sdk --no-default-features --example sort_by")?;
    assert!(output.status.success(), "{}", stderr(&output));
    let url = "https://api.cloud.deepset.ai/api/v1/token?sort_by=name\n";
    assert_eq!(String::from_utf8_lossy(&output.stdout), url);
    Ok(())
}

fn a_changed_description_with_ci_writes_nothing_and_fails(workspace: &Workspace) -> io::Result<()> {
    let before = workspace.generated()?;
    add_parameter(workspace, "search")?;
    let output = workspace.cargo_in_ci("build")?;
    assert_stale(&output, "`generated` is out of date, and since `CI` is set nothing was");
    assert!(workspace.generated()? == before);
    Ok(())
}

fn a_broken_description_writes_nothing_and_is_shown(workspace: &Workspace) -> io::Result<()> {
    let before = workspace.generated()?;
    edit(workspace, "  title: ", "  title: API: ")?;
    let output = workspace.cargo("build")?;
    let place = format!("--> {SPEC}:");
    assert_fails_with(&output, &["error[OA0102]", &place, "  title: API: "]);
    assert!(workspace.generated()? == before);
    Ok(())
}

/// Gives the first operation with parameters one more, which is optional.
fn add_parameter(workspace: &Workspace, name: &str) -> io::Result<()> {
    let parameters = "      parameters:\n";
    let parameter = format!("        - {{ name: {name}, in: query, schema: {{ type: string }} }}\n");
    edit(workspace, parameters, &format!("{parameters}{parameter}"))
}

/// Replaces a text in the description, where it stands first.
fn edit(workspace: &Workspace, old: &str, new: &str) -> io::Result<()> {
    let spec = fs::read_to_string(workspace.path(SPEC))?;
    assert!(spec.contains(old), "{SPEC} holds {old:?}");
    fs::write(workspace.path(SPEC), spec.replacen(old, new, 1))
}

/// The build has failed since the crate is out of date, and says what to do.
#[track_caller]
fn assert_stale(output: &Output, beginning: &str) {
    let changed = changed(Path::new(RESOURCE));
    let ending = "the next build uses them";
    assert_fails_with(output, &[beginning, &changed, "`git diff generated`", ending]);
}

/// The build has failed, and says all of this.
#[track_caller]
fn assert_fails_with(output: &Output, parts: &[&str]) {
    let stderr = stderr(output);
    assert!(!output.status.success(), "{stderr}");
    for part in parts {
        assert!(stderr.contains(part), "{part:?} is not in\n{stderr}");
    }
}

/// How the message names a file of the crate that has changed.
fn changed(path: &Path) -> String {
    format!("changed {}\n", path.strip_prefix("generated").unwrap_or(path).display())
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

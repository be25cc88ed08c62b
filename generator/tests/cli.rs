//! The program as a user meets it, in folders of its own.

#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking, and so do its helpers")]

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

const SPEC: &str = "openapi: 3.0.3\ninfo: {title: Pet Store, version: 1.0.0}\npaths: {}\n";

/// A folder with `spec.yaml`.
struct Project {
    folder: TempDir,
}

impl Project {
    fn new(spec: impl AsRef<[u8]>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("spec.yaml"), spec).unwrap();
        Self { folder }
    }

    fn path(&self, path: &str) -> std::path::PathBuf {
        self.folder.path().join(path)
    }

    fn run(&self, arguments: &str) -> Run {
        self.run_with_input(arguments, "")
    }

    fn run_with_input(&self, arguments: &str, input: &str) -> Run {
        let mut child = Command::new(env!("CARGO_BIN_EXE_oasmith"))
            .args(arguments.split_whitespace())
            .current_dir(self.folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A program that fails early does not read, and that is its right.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        Run::from(child.wait_with_output().unwrap())
    }
}

/// What a run left.
struct Run {
    status: i32,
    out: String,
    err: String,
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        Self {
            status: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Run {
    #[track_caller]
    fn status(self, status: i32) -> Self {
        assert_eq!(self.status, status, "out: {}\nerr: {}", self.out, self.err);
        self
    }
}

fn modified(path: &Path) -> std::time::SystemTime {
    fs::metadata(path).unwrap().modified().unwrap()
}

#[test]
fn init_then_generate_then_check() {
    let project = Project::new(SPEC);
    assert_eq!(
        project.run("init spec.yaml").status(0).out,
        "wrote oasmith.toml; `oasmith generate` does what it says\n"
    );
    let config = fs::read_to_string(project.path("oasmith.toml")).unwrap();
    assert!(config.contains("\nname = \"pet-store-sdk\"\n"), "{config}");

    let first = project.run("generate").status(0);
    assert!(
        first.out.starts_with("generated: ") && first.out.ends_with(" created, 0 changed, 0 removed, 0 untouched\n")
    );
    let written = modified(&project.path("generated/src/lib.rs"));
    let second = project.run("generate").status(0);
    assert!(
        second.out.starts_with("generated: 0 created, 0 changed, 0 removed, "),
        "{}",
        second.out
    );
    assert_eq!(modified(&project.path("generated/src/lib.rs")), written);
    assert_eq!(project.run("check").status(0).out, "generated: up to date\n");
}

#[test]
fn init_overwrites_nothing() {
    let project = Project::new(SPEC);
    fs::write(project.path("oasmith.toml"), "mine").unwrap();
    let run = project.run("init spec.yaml").status(2);
    assert!(run.err.contains("`oasmith.toml` is there already"), "{}", run.err);
    assert_eq!(fs::read_to_string(project.path("oasmith.toml")).unwrap(), "mine");
}

#[test]
fn check_shows_the_difference_and_the_command_that_settles_it() {
    let project = Project::new(SPEC);
    project.run("generate spec.yaml -o sdk --name pets").status(0);
    fs::write(project.path("spec.yaml"), SPEC.replace("Pet Store", "Dog Store")).unwrap();
    let run = project.run("check spec.yaml -o sdk --name pets").status(1);
    assert!(run.out.contains("--- a/src/lib.rs\n+++ b/src/lib.rs\n"), "{}", run.out);
    assert!(run.out.contains("changed src/lib.rs\n"), "{}", run.out);
    let last = "sdk: out of date; run `oasmith generate spec.yaml --output sdk --name pets`\n";
    assert!(run.out.ends_with(last), "{}", run.out);
    project.run("generate spec.yaml --output sdk --name pets").status(0);
    project.run("check spec.yaml -o sdk --name pets").status(0);
}

#[test]
fn a_description_can_come_from_standard_input() {
    let project = Project::new("");
    project.run_with_input("generate -", SPEC).status(0);
    project.run_with_input("check -", SPEC).status(0);
    let run = project.run_with_input("lint -", "a: [\n").status(2);
    assert!(run.err.contains(" --> -:"), "{}", run.err);
}

#[test]
fn overlays_are_applied_in_their_order() {
    let project = Project::new(SPEC);
    for (name, title) in [("a.yaml", "Cat Store"), ("b.yaml", "Dog Store")] {
        let overlay = format!(
            "overlay: 1.0.0\ninfo: {{title: T, version: '1'}}\nactions: [{{target: $.info, update: {{title: {title}}}}}]\n"
        );
        fs::write(project.path(name), overlay).unwrap();
    }
    let options = "spec.yaml --overlay a.yaml --overlay b.yaml";
    project.run(&format!("generate {options}")).status(0);
    let root = fs::read_to_string(project.path("generated/src/lib.rs")).unwrap();
    assert!(root.contains("Dog Store"), "{root}");
    project.run(&format!("check {options}")).status(0);
    let run = project
        .run("check spec.yaml --overlay b.yaml --overlay a.yaml")
        .status(1);
    assert!(
        run.out
            .ends_with("run `oasmith generate spec.yaml --overlay b.yaml --overlay a.yaml`\n"),
        "{}",
        run.out
    );
}

#[test]
fn errors_write_nothing() {
    let project = Project::new("openapi: [\n");
    let run = project.run("generate spec.yaml").status(2);
    assert!(run.err.contains("error[OA0102]"), "{}", run.err);
    assert_eq!(run.out, "");
    assert!(!project.path("generated").exists());
}

#[test]
fn strict_makes_warnings_errors() {
    let project = Project::new(format!("{SPEC}paths: {{}}\n"));
    project.run("lint spec.yaml").status(0);
    let run = project.run("generate spec.yaml --strict").status(2);
    assert!(
        run.err.contains("warning[OA0103]") && run.err.contains("warnings are errors here"),
        "{}",
        run.err
    );
    assert!(!project.path("generated").exists());
}

#[test]
fn machines_read_findings_from_standard_output() {
    let project = Project::new(format!("{SPEC}paths: {{}}\n"));
    let run = project.run("generate spec.yaml --format json").status(0);
    let findings: Vec<serde_json::Value> = run
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let finding = findings.iter().find(|finding| finding["code"] == "OA0103").unwrap();
    assert_eq!(
        (&finding["file"], &finding["line"], &finding["pointer"]),
        (&"spec.yaml".into(), &4.into(), &"/paths".into())
    );
    assert!(run.err.starts_with("generated: "), "{}", run.err);
}

#[test]
fn colours_are_for_terminals_and_for_who_asks() {
    let project = Project::new(format!("{SPEC}paths: {{}}\n"));
    assert!(!project.run("lint spec.yaml").status(0).err.contains('\u{1b}'));
    assert!(
        project
            .run("lint spec.yaml --color always")
            .status(0)
            .err
            .contains('\u{1b}')
    );
}

#[test]
fn the_report_lists_what_has_no_type_and_why() {
    let project = Project::new(
        "openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /pets: {get: {operationId: list_pets, tags: [pets], responses: {'200': {description: OK, content: {application/json: {schema: {type: array}}}}}}}
components:
  schemas:
    Pet: {type: object, properties: {extra: {}, notes: {type: object, additionalProperties: {}}, age: {type: integr}}}
",
    );
    let expected = "\
serde_json::Value where the description allows any value: 3
  spec.yaml:7:38 #/components/schemas/Pet/properties/extra
      Pet.extra
  spec.yaml:7:71 #/components/schemas/Pet/properties/notes/additionalProperties
      Pet.notes
  spec.yaml:4:121 #/paths/~1pets/get/responses/200/content/application~1json/schema
      pets().list()

serde_json::Value where the description says more than a type can: 1
  spec.yaml:7:98 #/components/schemas/Pet/properties/age OA0301
      Pet.age
";
    let run = project.run("lint spec.yaml --report").status(0);
    assert_eq!(run.out, expected);
    assert!(run.err.contains("warning[OA0301]"), "{}", run.err);

    let run = project.run("lint spec.yaml --report --format json").status(0);
    let lines = run.out.lines().map(|line| serde_json::from_str(line).unwrap());
    let untyped: Vec<serde_json::Value> = lines
        .filter(|line: &serde_json::Value| line["untyped"].is_string())
        .collect();
    let age = untyped.iter().find(|line| line["untyped"] == "inexpressible").unwrap();
    assert_eq!(
        (untyped.len(), &age["code"], &age["line"]),
        (4, &"OA0301".into(), &7.into())
    );
    assert_eq!(age["uses"], serde_json::json!(["Pet.age"]));
}

#[test]
fn other_peoples_files_stay() {
    let project = Project::new(SPEC);
    fs::create_dir(project.path("sdk")).unwrap();
    fs::write(project.path("sdk/Cargo.toml"), "mine").unwrap();
    fs::create_dir(project.path("sdk/src")).unwrap();
    fs::write(project.path("sdk/src/lib.rs"), "mine").unwrap();
    let run = project.run("generate spec.yaml -o sdk").status(2);
    assert!(run.err.contains("error[OA0701]"), "{}", run.err);
    assert_eq!(fs::read_to_string(project.path("sdk/src/lib.rs")).unwrap(), "mine");
}

#[test]
fn wrong_command_lines_are_usage_errors() {
    let project = Project::new(SPEC);
    for arguments in [
        "",
        "generate spec.yaml --config x",
        "generate --name a/b",
        "explain OA9999",
        "lint",
    ] {
        project.run(arguments).status(2);
    }
    let run = project.run("generate").status(2);
    assert!(run.err.contains("`oasmith init SPEC`"), "{}", run.err);
}

#[test]
fn help_teaches_by_example() {
    let project = Project::new(SPEC);
    for command in ["", "generate ", "check ", "lint ", "init ", "explain ", "completions "] {
        let run = project.run(&format!("{command}--help")).status(0);
        assert!(run.out.contains("Example"), "{command}: {}", run.out);
    }
}

#[test]
fn explain_and_completions_print() {
    let project = Project::new(SPEC);
    let page = project.run("explain oa0103").status(0).out;
    assert!(
        page.starts_with("# OA0103: a key stands twice in one object\n"),
        "{page}"
    );
    let list = project.run("explain").status(0).out;
    assert!(
        list.contains("OA0103  warning  a key stands twice in one object\n"),
        "{list}"
    );
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(
            project
                .run(&format!("completions {shell}"))
                .status(0)
                .out
                .contains("oasmith")
        );
    }
}

//! The generated crate as its users have it: from a crate outside of this workspace, by path.
//!
//! `tests/outside/usage.rs` is a program that makes the calls of both SDKs and checks what comes back. Each file of
//! `tests/outside/mistakes/` forgets something that is required, and must not compile.

#[expect(
    dead_code,
    reason = "the programs outside look at the answers, and this one only starts the mocks"
)]
mod support;

#[path = "../generator/tests/cargo/mod.rs"]
mod cargo;
#[path = "support/deepset_cloud.rs"]
mod deepset_cloud;
#[path = "support/nvidia_air.rs"]
mod nvidia_air;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use serde_json::Value;
use support::Outcome;

/// The code of "this function takes another number of arguments" (The Rust error codes index).
const MISSING_ARGUMENT: &str = "E0061";

#[tokio::test(flavor = "multi_thread")]
async fn the_calls_do_what_the_documentation_says() -> Outcome {
    let deepset_cloud = deepset_cloud::start().await;
    let refusing = deepset_cloud::start_refusing().await;
    let nvidia_air = nvidia_air::start().await;
    let folder = make_crate("usage", &[Path::new("tests/outside/usage.rs").to_owned()])?;
    let output = cargo(
        &folder,
        &[
            "run",
            "--quiet",
            "--",
            &deepset_cloud.uri(),
            &refusing.uri(),
            &nvidia_air.uri(),
        ],
    )?;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(
        String::from_utf8_lossy(&output.stdout).trim(),
        "all calls did what they should"
    );
    Ok(())
}

#[test]
fn a_missing_required_argument_does_not_compile() -> Outcome {
    let mistakes: Vec<PathBuf> = fs::read_dir("tests/outside/mistakes")?
        .map(|entry| Ok(entry?.path()))
        .collect::<std::io::Result<_>>()?;
    assert!(mistakes.len() >= 3);
    let folder = make_crate("mistakes", &mistakes)?;
    let output = cargo(&folder, &["check", "--bins", "--keep-going", "--message-format=json"])?;
    let mut codes: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let message: Value = serde_json::from_str(line)?;
        if message["reason"] == "compiler-message" && message["message"]["level"] == "error" {
            let code = message["message"]["code"]["code"].as_str().unwrap_or_default();
            if !code.is_empty() {
                codes
                    .entry(message["target"]["name"].to_string())
                    .or_default()
                    .push(code.to_owned());
            }
        }
    }
    assert_eq!(
        codes.len(),
        mistakes.len(),
        "{codes:?}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(codes.values().all(|codes| codes == &[MISSING_ARGUMENT]), "{codes:?}");
    Ok(())
}

/// A crate with these programs that depends on the generated one by path, and on nothing of the workspace.
fn make_crate(name: &str, programs: &[PathBuf]) -> std::io::Result<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("outside").join(name);
    fs::create_dir_all(folder.join("src/bin"))?;
    for program in programs {
        fs::copy(
            root.join(program),
            folder.join("src/bin").join(program.file_name().unwrap_or_default()),
        )?;
    }
    let manifest = format!(
        r#"[package]
name = "outside-{name}"
version = "0.0.0"
edition = "2024"

[workspace]

[dependencies]
api-token-sdk = {{ path = {:?}, default-features = false, features = ["http2"] }}
chrono = {{ version = "0.4", default-features = false, features = ["clock"] }}
serde_json = "1"
tokio = {{ version = "1", features = ["macros", "rt"] }}
uuid = "1"
"#,
        root.join("generated").to_string_lossy()
    );
    fs::write(folder.join("Cargo.toml"), manifest)?;
    Ok(folder)
}

fn cargo(folder: &Path, arguments: &[&str]) -> std::io::Result<Output> {
    cargo::command(folder, arguments).output()
}

//! Keeps `generated/` true to `spec/` and `oasmith.toml`, see `oasmith::build_script`.

use std::process::ExitCode;

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=generator/src");
    println!("cargo::rerun-if-changed=generator/runtime");
    oasmith::build_script("oasmith.toml")
}

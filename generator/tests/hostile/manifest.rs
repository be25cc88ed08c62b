//! Text becomes a manifest: whatever a title or a version says, the tables are ours.

use serde_json::json;

use crate::support::{outcome, with_schemas};

const TEXTS: &[&str] = &[
    "a\n[dependencies]\nevil = \"1\"",
    "a\"\n[dependencies]\nevil = \"1\"\n#",
    "a'''\n\"\"\"\n[build-dependencies]\nevil = '1'",
    "a\r\nbuild = \"evil.rs\"",
    "[[bin]]\npath = \"/etc/passwd\"",
    "\\\"]\n[patch.crates-io]",
    "\u{2028}[lib]\u{2028}proc-macro = true",
    "1.0.0\", build = \"x",
    "not a version",
    "",
];

#[test]
fn the_manifest_has_the_tables_that_we_gave_it() {
    for text in TEXTS {
        let mut description = with_schemas(json!({"A": {"type": "object", "description": text}}));
        description["info"] = json!({"title": text, "version": text, "description": text, "license": {"name": text}});
        let files = outcome(&description).files();
        let manifest: toml::Table = files["Cargo.toml"].parse().unwrap();
        let tables: Vec<&String> = manifest.keys().collect();
        assert_eq!(tables, ["dependencies", "features", "package"], "{text:?}");
        let package: Vec<&String> = manifest["package"].as_table().unwrap().keys().collect();
        assert_eq!(
            package,
            ["description", "edition", "name", "rust-version", "version"],
            "{text:?}"
        );
        assert_eq!(
            manifest["package"]["version"].as_str(),
            Some("0.1.0"),
            "the version is ours, not the description's"
        );
        let dependencies: Vec<&String> = manifest["dependencies"].as_table().unwrap().keys().collect();
        assert_eq!(
            dependencies,
            ["bytes", "http", "reqwest", "serde", "serde_json", "tokio", "tracing"],
            "{text:?}"
        );
        assert!(!files["Cargo.toml"].contains('\r'), "{text:?}");
        assert!(!files.contains_key("build.rs"), "{text:?}");
    }
}

/// Where no name is given, it comes from the title, and cargo takes it.
#[test]
fn a_title_becomes_a_name_that_cargo_takes() {
    for text in TEXTS
        .iter()
        .chain(&["../../x", "CON", "std", "test", "$(x)", "名前", "-", "1", "a\0b"])
    {
        let name = oasmith::config::crate_name(text);
        assert!(oasmith::config::is_crate_name(&name), "{text:?} {name:?}");
        assert!(
            name.ends_with("-sdk"),
            "so it is no keyword and no crate of the standard library: {name:?}"
        );
    }
}

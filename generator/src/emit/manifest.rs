//! The manifest of the crate, written with a TOML library: no text of a description can end a string in it.

use toml_edit::{Array, DocumentMut, InlineTable, Item, Table, Value, value};

use super::context::Context;
use super::part::{Part, Parts};
use super::prose;
use crate::config;

/// The oldest compiler that takes the emitted code.
const RUST_VERSION: &str = "1.85";

/// What a user chooses: parts of reqwest, and of the runtime.
const FEATURES: &[(&str, &[&str])] = &[
    ("blocking", &["tokio/rt-multi-thread"]),
    ("default", &["rustls", "http2", "system-proxy"]),
    ("gzip", &["reqwest/gzip"]),
    ("http2", &["reqwest/http2"]),
    ("mock", &[]),
    ("native-tls", &["reqwest/native-tls"]),
    ("rustls", &["reqwest/rustls"]),
    ("rustls-no-provider", &["reqwest/rustls-no-provider"]),
    ("system-proxy", &["reqwest/system-proxy"]),
    ("tracing", &["dep:tracing"]),
];

pub(super) fn manifest(package: &config::Package, contexts: &[Context<'_>], parts: &Parts) -> String {
    let mut document = DocumentMut::new();
    document["package"] = Item::Table(package_table(package, contexts));
    document["features"] = Item::Table(features());
    document["dependencies"] = Item::Table(dependencies(parts));
    document.to_string()
}

fn package_table(package: &config::Package, contexts: &[Context<'_>]) -> Table {
    let mut table = Table::new();
    table["name"] = value(package.name.as_str());
    table["version"] = value(package.version.as_str());
    table["edition"] = value("2024");
    table["rust-version"] = value(RUST_VERSION);
    let titles = || {
        contexts
            .iter()
            .map(|context| prose::plain(&context.api.title))
            .collect::<Vec<_>>()
            .join(" and ")
    };
    let has_client = contexts.iter().any(Context::has_client);
    let what = if has_client { "A client" } else { "The types" };
    let description = package
        .description
        .clone()
        .unwrap_or_else(|| format!("{what} of {}", titles()));
    table["description"] = value(prose::plain(&description));
    if let Some(license) = &package.license {
        table["license"] = value(license.as_str());
    }
    if let Some(repository) = &package.repository {
        table["repository"] = value(repository.as_str());
    }
    table
}

fn features() -> Table {
    let mut table = Table::new();
    for (feature, enables) in FEATURES {
        table[*feature] = value(enables.iter().copied().collect::<Array>());
    }
    table
}

fn dependencies(parts: &Parts) -> Table {
    let plain = |version: &str| value(version);
    let lean = |version: &str, features: &[&str]| {
        let mut table = InlineTable::new();
        table.insert("version", version.into());
        table.insert("default-features", false.into());
        if !features.is_empty() {
            table.insert("features", Value::Array(features.iter().copied().collect()));
        }
        value(table)
    };
    let with = |version: &str, features: &[&str]| {
        let mut table = InlineTable::new();
        table.insert("version", version.into());
        table.insert("features", Value::Array(features.iter().copied().collect()));
        value(table)
    };
    let optional = |version: &str| {
        let mut table = InlineTable::new();
        table.insert("version", version.into());
        table.insert("default-features", false.into());
        table.insert("optional", true.into());
        value(table)
    };
    // One request for a token while others wait for it.
    let tokio: &[&str] = if parts.contains(&Part::ClientCredentials) {
        &["sync", "time"]
    } else {
        &["time"]
    };
    let dependencies = [
        (
            "base64",
            [Part::Base64, Part::Basic, Part::ClientCredentials, Part::WebhookKey]
                .iter()
                .any(|part| parts.contains(part)),
            plain("0.23"),
        ),
        ("bytes", true, plain("1")),
        ("chrono", parts.contains(&Part::Chrono), lean("0.4", &["std"])),
        (
            "futures-core",
            parts.contains(&Part::Stream) || parts.contains(&Part::Upload),
            lean("0.3", &[]),
        ),
        ("hmac", parts.contains(&Part::WebhookKey), plain("0.13")),
        ("http", true, plain("1")),
        ("http-body", parts.contains(&Part::Upload), plain("1")),
        ("quick-xml", parts.contains(&Part::Xml), lean("0.41", &[])),
        ("reqwest", true, lean("0.13", &[])),
        ("serde", true, plain("1")),
        ("serde_json", true, plain("1")),
        ("sha2", parts.contains(&Part::WebhookKey), plain("0.11")),
        ("tokio", true, with("1", tokio)),
        ("tracing", true, optional("0.1")),
        ("uuid", parts.contains(&Part::Uuid), plain("1")),
    ];
    let mut table = Table::new();
    for (name, _, item) in dependencies.into_iter().filter(|(_, needed, _)| *needed) {
        table[name] = item;
    }
    table
}

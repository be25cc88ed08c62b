//! `[[api]]` to data.

mod pages;

use std::path::{Path, PathBuf};

use foldhash::HashMap;
use indexmap::IndexMap;

use crate::config::ident::is_ident;
use crate::config::section::{Found, Section, wrong};
use crate::config::value::{checked, text};
use crate::config::{Api, Credential, MediaTypes, Operation, Schema};
use crate::diagnostic::{Code, Diagnostic, Location, Report};
use crate::load::Input;

/// Reads one API. `modules` are the modules of those before it.
pub(super) fn api(
    mut section: Section<'_>,
    folder: &Path,
    is_only_one: bool,
    modules: &mut HashMap<String, Location>,
    report: &mut Report,
) -> Option<Api> {
    let spec: Option<Found<PathBuf>> = section.required("spec", "\"spec/openapi.yaml\"", report);
    let allowed: Option<Found<Vec<PathBuf>>> = section.optional("allow_references", report);
    let overlays: Option<Found<Vec<PathBuf>>> = section.optional("overlays", report);
    if !is_only_one {
        require_module(&mut section, report);
    }
    let module: Option<Found<String>> = section.optional("module", report);
    if let Some(Found { value, location }) = &module
        && let Some(first) = modules.insert(value.clone(), location.clone())
    {
        report.push(wrong("module", "another API has this one", location.clone()).related(first, "it stands here"));
    }
    let module = checked("module", module, is_ident, NO_IDENT, report);
    let signature = section.optional("webhook_signature", report);
    let signature = checked("webhook_signature", signature, is_signature, NO_SIGNATURE, report);
    let titles = section.optional("titles", report).is_some_and(|found| found.value);
    let media_types = media_types(&mut section, report);
    let operations = section.table("operations", report).into_tables(report);
    let operations = operations
        .into_iter()
        .map(|(key, section)| (key, operation(section, report)));
    let operations: IndexMap<_, _> = operations.collect();
    let credentials = section.table("credentials", report).into_tables(report);
    let credentials: IndexMap<_, _> = credentials
        .into_iter()
        .map(|(key, section)| (key, credential(section, report)))
        .collect();
    let schemas = section.table("schemas", report).into_tables(report);
    let schemas: IndexMap<_, _> = schemas
        .into_iter()
        .map(|(key, section)| (key, schema(section, report)))
        .collect();
    section.finish(report);
    let spec = Input::File(folder.join(spec?.value));
    let allowed = allowed.map(|found| found.value).unwrap_or_default();
    let overlays = overlays.map(|found| found.value).unwrap_or_default();
    Some(Api {
        spec,
        allow_references: allowed.iter().map(|allowed| folder.join(allowed)).collect(),
        overlays: overlays
            .iter()
            .map(|overlay| Input::File(folder.join(overlay)))
            .collect(),
        module,
        webhook_signature: signature.map(|signature| signature == STANDARD),
        titles,
        media_types,
        operations,
        credentials,
        schemas,
    })
}

const NO_IDENT: &str = "expected a Rust identifier that is no keyword";

fn require_module(section: &mut Section<'_>, report: &mut Report) {
    if !section.has("module") {
        let diagnostic = Diagnostic::new(
            Code::CONFIG_MISSING,
            "[[api]] has no `module`, and there is more than one",
        );
        report.push(
            diagnostic
                .at(section.location())
                .help("write `module = \"...\"`, the name of its Rust module"),
        );
    }
}

fn operation(mut section: Section<'_>, report: &mut Report) -> Operation {
    let location = Some(section.location());
    let name = section.optional("name", report);
    let name = checked("name", name, is_ident, NO_IDENT, report);
    let resource = text(section.optional("resource", report));
    let skip = section.optional("skip", report).is_some_and(|found| found.value);
    let media_types = media_types(&mut section, report);
    let pages = pages::pages(&mut section, report);
    section.finish(report);
    Operation {
        name,
        resource,
        skip,
        media_types,
        pages,
        location,
    }
}

fn media_types(section: &mut Section<'_>, report: &mut Report) -> Option<MediaTypes> {
    let Found { value, location } = section.optional("media_types", report)?;
    Some(MediaTypes {
        names: value,
        location: Some(location),
    })
}

const STANDARD: &str = "standard";

fn is_signature(word: &str) -> bool {
    word == STANDARD || word == "none"
}

const NO_SIGNATURE: &str = "expected \"standard\", for Standard Webhooks, or \"none\"";

fn credential(mut section: Section<'_>, report: &mut Report) -> Credential {
    let location = Some(section.location());
    let env = checked("env", section.optional("env", report), is_variable, NO_VARIABLE, report);
    section.finish(report);
    Credential { env, location }
}

/// What shells and containers can set (POSIX.1-2017, section 8.1).
fn is_variable(name: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_alphabetic() || byte == b'_';
    name.bytes().next().is_some_and(is_letter) && name.bytes().all(|byte| is_letter(byte) || byte.is_ascii_digit())
}

const NO_VARIABLE: &str = "expected the name of an environment variable: letters, digits and underscores";

fn schema(mut section: Section<'_>, report: &mut Report) -> Schema {
    let location = Some(section.location());
    let name = section.optional("name", report);
    let name = checked("name", name, is_ident, NO_IDENT, report);
    let secret = section
        .optional("secret", report)
        .map(|found| found.value)
        .unwrap_or_default();
    section.finish(report);
    Schema { name, secret, location }
}

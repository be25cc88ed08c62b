//! `oasmith.toml` to data.

mod api;

use std::path::{Path, PathBuf};

use foldhash::HashMap;
use toml::de::DeTable;

use super::crate_name::is_crate_name;
use super::section::{Found, Section};
use super::value::{checked, text};
use super::version::is_version;
use super::{Config, Options, Package};
use crate::diagnostic::{Code, Diagnostic, Location, Report};
use crate::load::{self, Input};
use crate::source::Sources;

/// Reads the file; `None` when it has mistakes, and then the report has all of them.
pub(super) fn read(path: &Path, sources: &mut Sources, report: &mut Report) -> Option<Config> {
    let file = load::read(sources, &Input::File(path.to_owned()), report)?;
    let table = match DeTable::parse(&sources.file(file).text) {
        Ok(table) => table,
        Err(error) => {
            let location = Location::Span(file, error.span().unwrap_or(0..0));
            report.push(
                Diagnostic::new(Code::CONFIG_SYNTAX, "this is not TOML")
                    .at(location)
                    .label(error.message()),
            );
            return None;
        }
    };
    let mut findings = Report::default();
    let folder = path.parent().unwrap_or(Path::new(""));
    let config = config(Section::root(file, table), folder, &mut findings);
    let is_sound = !findings.has_errors();
    findings
        .diagnostics()
        .iter()
        .cloned()
        .for_each(|diagnostic| report.push(diagnostic));
    config.filter(|_| is_sound)
}

fn config(mut root: Section<'_>, folder: &Path, report: &mut Report) -> Option<Config> {
    let package = package(root.table("package", report), folder, report);
    let sections = root.tables("api", report);
    if sections.is_empty() {
        let diagnostic = Diagnostic::new(Code::CONFIG_MISSING, "the file names no description").at(root.location());
        report.push(diagnostic.help("write `[[api]]` and below it `spec = \"spec/openapi.yaml\"`"));
    }
    let is_only_one = sections.len() == 1;
    let mut modules = HashMap::default();
    let apis = sections
        .into_iter()
        .map(|section| api::api(section, folder, is_only_one, &mut modules, report));
    let apis = apis.collect::<Vec<_>>().into_iter().collect::<Option<Vec<_>>>();
    let options = options(root.table("options", report), report);
    root.finish(report);
    Some(Config {
        package: package?,
        apis: apis?,
        options,
    })
}

fn package(mut section: Section<'_>, folder: &Path, report: &mut Report) -> Option<Package> {
    let name = section.required("name", "\"my-sdk\"", report);
    let name = checked(
        "name",
        name,
        is_crate_name,
        "expected letters, digits, `-` and `_`, a letter first",
        report,
    );
    let version = section.required("version", "\"0.1.0\"", report);
    let version = checked(
        "version",
        version,
        is_version,
        "expected a semantic version such as 1.2.3",
        report,
    );
    let description = text(section.optional("description", report));
    let license = text(section.optional("license", report));
    let repository = text(section.optional("repository", report));
    let output: Option<Found<PathBuf>> = section.required("output", "\"generated\"", report);
    section.finish(report);
    let output = folder.join(output?.value);
    Some(Package {
        name: name?,
        version: version?,
        description,
        license,
        repository,
        output,
    })
}

fn options(mut section: Section<'_>, report: &mut Report) -> Options {
    let strict = section.optional("strict", report).is_some_and(|found| found.value);
    section.finish(report);
    Options { strict }
}

#[cfg(test)]
mod tests;

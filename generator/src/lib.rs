//! Turns an OpenAPI description into a Rust SDK that a team is glad to review, commit and depend on.
//!
//! The program of the same name is a thin shell around this library; a build script calls [`build_script()`].
//!
//! # One operation on its way
//!
//! [`generate`] is the list of the stages. What becomes of
//!
//! ```yaml
//! paths:
//!   /pets/{petId}:
//!     get: {operationId: getPet, tags: [pets], responses: {'200': {$ref: '#/components/responses/Pet'}}}
//! ```
//!
//! - `load` reads the file into a tree; each node has a place, a file and a JSON pointer.
//! - `overlay` changes the tree as the configuration asks for, where a description is somebody else's.
//! - `resolve` hands out typed pieces of it: the operation, with a reference to where its response stands; then the
//!   response itself.
//! - `lower` makes of them the model: an operation `GET /pets/{petId}` of the resource `pets` that answers 200 with the
//!   schema number 7.
//! - `passes` find out that schema 7 is only received and contains itself, so that it needs a `Box` and no setters.
//! - `names` decide that the method is `get`, its request `GetRequest`, the type `Pet`, the field `pet_type`.
//! - `emit` writes that down as items: `pub fn get(&self, pet_id: impl Into<i64>) -> GetRequest`.
//! - `format` makes text of the items, and [`write()`] puts it into the folder.
//!
//! Nothing is printed and nothing panics on the way: what is wrong with a description is a [`Diagnostic`] in the
//! [`Report`], and what cannot be expressed becomes `serde_json::Value`, or is left out, with a warning.

mod build_script;
pub mod config;
pub mod diagnostic;
mod emit;
mod format;
pub mod load;
mod lower;
mod model;
mod names;
mod outline;
mod overlay;
mod passes;
mod resolve;
pub mod source;
#[doc(hidden)]
pub mod stages;
pub mod untyped;
pub mod write;

pub use build_script::build_script;
pub use config::Config;
pub use diagnostic::{Code, Diagnostic, Format, Location, Report, Severity, render};
pub use load::Input;
pub use outline::{Call, Example, Outline};
pub use source::{FileId, Place, Pointer, SourceFile, Sources};
pub use untyped::Untyped;
pub use write::{Changes, File, Mode, write};

use crate::load::Documents;
use crate::model::Api;
use crate::names::Names;
use crate::overlay::Origins;
use crate::resolve::Description;

/// The version of this generator.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Turns the descriptions of a configuration into the files of a crate; `None` where the report has errors.
pub fn generate(config: &Config, sources: &mut Sources, report: &mut Report) -> Option<Vec<File>> {
    let apis: Vec<(Api, Names)> = config
        .apis
        .iter()
        .filter_map(|settings| understand(settings, sources, report))
        .collect();
    if report.has_errors() {
        return None;
    }
    let files = emit::emit(&config.package, &apis, format::format);
    sound(files, report)
}

/// The files, sorted by path; `None` where one of them cannot be had.
fn sound(files: Vec<Result<File, Box<Diagnostic>>>, report: &mut Report) -> Option<Vec<File>> {
    let files = files
        .into_iter()
        .map(|file| file.map_err(|error| report.push(*error)).ok());
    // Each is looked at, so that all faults are told.
    let mut files: Vec<File> = files.collect::<Vec<_>>().into_iter().collect::<Option<_>>()?;
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Some(files)
}

/// Says what a crate would offer, for each description of a configuration; `None` where the report has errors.
///
/// This is for programs that look at emitted crates from outside; see [`Outline`].
pub fn outline(config: &Config, sources: &mut Sources, report: &mut Report) -> Option<Vec<Outline>> {
    let outline = |settings: &config::Api| {
        let (documents, origins) = read(settings, sources, report)?;
        let description = resolve(&documents, &origins, report)?;
        let (api, names) = digest(&description, &origins, settings, report)?;
        Some(outline::outline(&config.package, &description, &api, &names))
    };
    let outlines: Vec<Outline> = config.apis.iter().filter_map(outline).collect();
    (!report.has_errors()).then_some(outlines)
}

/// Says what stays `serde_json::Value`, for all descriptions of a configuration; `None` where the report has errors.
pub fn untyped(config: &Config, sources: &mut Sources, report: &mut Report) -> Option<Vec<Untyped>> {
    let mut found = Vec::new();
    for settings in &config.apis {
        if let Some((documents, origins)) = read(settings, sources, report)
            && let Some(description) = resolve(&documents, &origins, report)
            && let Some((api, names)) = digest(&description, &origins, settings, report)
        {
            found.extend(untyped::untyped(&description, &origins, &api, &names));
        }
    }
    (!report.has_errors()).then_some(found)
}

/// From a description to all that is to be written down about it.
fn understand(settings: &config::Api, sources: &mut Sources, report: &mut Report) -> Option<(Api, Names)> {
    let (documents, origins) = read(settings, sources, report)?;
    let description = resolve(&documents, &origins, report)?;
    digest(&description, &origins, settings, report)
}

/// From bytes to trees, with where their changed nodes stand in truth.
fn read(settings: &config::Api, sources: &mut Sources, report: &mut Report) -> Option<(Documents, Origins)> {
    let mut document = load::load(sources, &settings.spec, report)?;
    let origins = overlay::apply(&mut document, &settings.overlays, sources, report)?;
    let mut findings = Report::default();
    let documents = load::gather(sources, document, &settings.allow_references, &mut findings);
    report.append(findings, |place| origins.place(place));
    Some((documents, origins))
}

/// From trees to a description.
fn resolve<'d>(documents: &'d Documents, origins: &Origins, report: &mut Report) -> Option<Description<'d>> {
    let mut findings = Report::default();
    let description = resolve::resolve(documents, &mut findings);
    report.append(findings, |place| origins.place(place));
    description
}

/// From a description to what the SDK is, and what everything in it is called.
fn digest<'d>(
    description: &'d Description<'d>,
    origins: &Origins,
    settings: &'d config::Api,
    report: &mut Report,
) -> Option<(Api, Names)> {
    let mut findings = Report::default();
    let api = lower::lower(description, settings, &mut findings);
    findings.tell_left_out();
    let digested = api.map(|mut api| {
        passes::run(&mut api, &mut findings);
        let names = names::decide(&api, settings, &mut findings);
        (api, names)
    });
    report.append(findings, |place| origins.place(place));
    digested
}

//! What is said about the pages of an operation: by `oasmith.toml`, or by an extension of other tools.

mod fern;
mod path;
mod speakeasy;

use indexmap::IndexMap;
use serde_json::Value;

use super::Lowering;
use crate::config;
use crate::diagnostic::{Code, Diagnostic, Location};
use crate::model::{DeclaredPages, Habit, In, Input, Paging, Parameter};
use crate::source::{Place, Pointer};

const FERN: &str = "x-fern-pagination";
const SPEAKEASY: &str = "x-speakeasy-pagination";

/// What an extension of an operation speaks of.
struct Around<'a> {
    operation: &'a Place,
    parameters: &'a [Parameter],
}

impl Lowering<'_> {
    /// What is said about pages; the configuration has the last word, as it has about names.
    pub(super) fn paging(
        &mut self,
        extensions: &IndexMap<String, Value>,
        id: Option<&str>,
        route: &str,
        operation: &Place,
        parameters: &[Parameter],
    ) -> Paging {
        let around = Around { operation, parameters };
        let configured = self.settings.operation(id, route);
        let declared = match configured.and_then(|operation| operation.pages.as_ref()) {
            Some(config::Pages::Without) => return Paging::Without,
            Some(config::Pages::By(table)) => {
                configured_pages(table, &around).map_err(|at| (at, table.location.clone()))
            }
            None => match (extensions.get(FERN), extensions.get(SPEAKEASY)) {
                (Some(Value::Bool(false)), _) => return Paging::Without,
                (Some(extension), _) => {
                    let global = self.description.node(&self.description.root().child(FERN));
                    let location = Location::Node(operation.child(FERN));
                    let extension = if *extension == true { global } else { Some(extension) };
                    fern::pages(extension, &around).map_err(|at| (at, location))
                }
                (None, Some(extension)) => {
                    let location = Location::Node(operation.child(SPEAKEASY));
                    speakeasy::pages(extension, &around).map_err(|at| (at, location))
                }
                (None, None) => return Paging::Unsaid,
            },
        };
        declared.map_or_else(
            |(problem, location)| {
                self.report.push(unfit(route, location, &problem));
                Paging::Without
            },
            Paging::Declared,
        )
    }
}

/// The warning that what is said about pages does nothing.
pub(crate) fn unfit(route: &str, location: Location, problem: &str) -> Diagnostic {
    Diagnostic::new(Code::UNFIT_PAGES, format!("`{route}` has no `pages()`: {problem}"))
        .at(location)
        .operation(route)
        .help(format!(
            "say it right, or say nothing: `pages = false` under `[api.operations.\"{route}\"]` in oasmith.toml"
        ))
}

fn configured_pages(table: &config::PagesTable, around: &Around<'_>) -> Result<DeclaredPages, String> {
    let pointer = |path: &Option<String>| path.as_deref().map(path::pointer).transpose();
    let habit = match &table.habit {
        config::Habit::Cursor(input, from) => Habit::Cursor {
            input: around.input(input)?,
            from: path::pointer(from)?,
        },
        config::Habit::LastItem(input, from) => Habit::LastItem {
            input: around.input(input)?,
            from: path::pointer(from)?,
        },
        config::Habit::Offset(input, first) => Habit::Offset {
            input: around.input(input)?,
            first: *first,
        },
        config::Habit::Page(input, first) => Habit::Number {
            input: around.input(input)?,
            first: *first,
        },
        config::Habit::Url(from) => Habit::Url {
            from: path::pointer(from)?,
        },
        config::Habit::Link => Habit::Link,
    };
    Ok(DeclaredPages {
        location: table.location.clone(),
        habit,
        items: pointer(&table.items)?,
        more: pointer(&table.has_more)?,
        total: pointer(&table.total_pages)?,
    })
}

impl Around<'_> {
    /// A query parameter where there is one of the name, or else a member of the body.
    fn input(&self, name: &str) -> Result<Input, String> {
        let name = name.strip_prefix("$request.").unwrap_or(name);
        let is_query = |parameter: &Parameter| parameter.location == In::Query && parameter.name == name;
        if self.parameters.iter().any(is_query) {
            return Ok(Input::Query(name.to_owned()));
        }
        path::pointer(name).map(Input::Body)
    }

    fn location(&self, extension: &str) -> Location {
        Location::Node(self.operation.child(extension))
    }
}

/// The member of an extension that is a path.
fn member(extension: &Value, key: &str) -> Result<Option<Pointer>, String> {
    match extension.get(key) {
        Some(Value::String(text)) => path::pointer(text).map(Some),
        Some(_) => Err(format!("`{key}` is no text")),
        None => Ok(None),
    }
}

//! Every choice about an SDK: `oasmith.toml` as plain data.

mod crate_name;
mod ident;
mod read;
mod section;
mod template;
mod value;
mod version;

use std::path::{Path, PathBuf};

use indexmap::IndexMap;

use crate::diagnostic::{Location, Report, Severity};
use crate::load::{Input, load};
use crate::source::Sources;

pub use crate_name::{crate_name, is_crate_name};
pub use template::template;

/// What to make of which descriptions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// The crate that is emitted.
    pub package: Package,
    /// The descriptions, at least one.
    pub apis: Vec<Api>,
    /// Choices about the run.
    pub options: Options,
}

/// The emitted crate: `[package]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Package {
    /// Its name, which cargo accepts.
    pub name: String,
    /// Its version, a semantic version.
    pub version: String,
    /// What it is, in one sentence.
    pub description: Option<String>,
    /// Under which licence it is, as an SPDX expression.
    pub license: Option<String>,
    /// Where its sources are.
    pub repository: Option<String>,
    /// The folder it is written to.
    pub output: PathBuf,
}

/// One description: `[[api]]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Api {
    /// The description.
    pub spec: Input,
    /// Folders, beside that of the description, that its references may lead into.
    pub allow_references: Vec<PathBuf>,
    /// Overlays that are applied to the description, in this order.
    pub overlays: Vec<Input>,
    /// The module that holds its client, an identifier. Without one the client stands at the crate root, which only one
    /// API can do.
    pub module: Option<String>,
    /// Whether webhooks are signed as Standard Webhooks are; `None` where the description is to say so.
    pub webhook_signature: Option<bool>,
    /// Whether inline types are called by their titles, as far as these differ: `titles`.
    pub titles: bool,
    /// Media types that get a method of their own wherever they are on offer, though nobody needs them: `media_types`.
    pub media_types: Option<MediaTypes>,
    /// Overrides by operation id or by `GET /path`: `[api.operations."..."]`.
    pub operations: IndexMap<String, Operation>,
    /// Overrides by the name of a security scheme: `[api.credentials.Name]`.
    pub credentials: IndexMap<String, Credential>,
    /// Overrides by the name of a schema: `[api.schemas.Name]`.
    pub schemas: IndexMap<String, Schema>,
}

/// What shall be otherwise about an operation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Operation {
    /// The name of its method, an identifier.
    pub name: Option<String>,
    /// The resource it belongs to.
    pub resource: Option<String>,
    /// Whether it is left out.
    pub skip: bool,
    /// Media types that get a method of their own, instead of those of the API: `media_types`.
    pub media_types: Option<MediaTypes>,
    /// How it answers in pages: `pages`.
    pub pages: Option<Pages>,
    /// Where the configuration says so.
    pub location: Option<Location>,
}

/// Media types that get a method of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MediaTypes {
    /// Their names, as the description has them.
    pub names: Vec<String>,
    /// Where the configuration says so.
    pub location: Option<Location>,
}

/// What shall be otherwise about the credential of a security scheme.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Credential {
    /// The environment variable that holds it.
    pub env: Option<String>,
    /// Where the configuration says so.
    pub location: Option<Location>,
}

/// How an operation answers in pages. Values of an answer are named as `meta.next`, or by a `JSONPath`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pages {
    /// Not at all: `pages = false`.
    Without,
    /// As a table says.
    By(PagesTable),
}

/// A table that says how an operation answers in pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PagesTable {
    /// What leads from one page to the next.
    pub habit: Habit,
    /// The list of items.
    pub items: Option<String>,
    /// The boolean that says whether there is another page.
    pub has_more: Option<String>,
    /// The number of all pages.
    pub total_pages: Option<String>,
    /// Where the configuration says so.
    pub location: Location,
}

/// What leads from one page to the next: a query parameter or a member of the body, or where to go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Habit {
    /// `cursor` and `next_cursor`.
    Cursor(String, String),
    /// `cursor` and `last_item`, which names a member of the last item.
    LastItem(String, String),
    /// `offset`, and perhaps `first`.
    Offset(String, Option<i64>),
    /// `page`, and perhaps `first`.
    Page(String, Option<i64>),
    /// `next_url`.
    Url(String),
    /// `link = true`: the `Link` header.
    Link,
}

/// What shall be otherwise about a schema.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schema {
    /// The name of its type, an identifier.
    pub name: Option<String>,
    /// Properties that never show in `Debug`.
    pub secret: Vec<String>,
    /// Where the configuration says so.
    pub location: Option<Location>,
}

/// Choices about the run: `[options]`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Whether a warning is enough to write nothing.
    pub strict: bool,
}

impl Config {
    /// Reads an `oasmith.toml`; `None` when that is not possible, and then the report says why.
    ///
    /// Paths in it are taken from its own folder.
    pub fn from_file(path: impl AsRef<Path>, sources: &mut Sources, report: &mut Report) -> Option<Self> {
        read::read(path.as_ref(), sources, report)
    }

    /// The configuration for one description and no `oasmith.toml`: all defaults, and a `name` that comes from the title
    /// of the description (see [`crate_name`]) unless it is given.
    pub fn for_spec(spec: Input, output: PathBuf, name: Option<String>, sources: &mut Sources) -> Self {
        let name = name.unwrap_or_else(|| crate_name(&title(&spec, sources)));
        let package = Package {
            name,
            version: "0.1.0".to_owned(),
            description: None,
            license: None,
            repository: None,
            output,
        };
        let api = Api {
            spec,
            allow_references: Vec::new(),
            overlays: Vec::new(),
            module: None,
            webhook_signature: None,
            titles: false,
            media_types: None,
            operations: IndexMap::new(),
            credentials: IndexMap::new(),
            schemas: IndexMap::new(),
        };
        Self {
            package,
            apis: vec![api],
            options: Options::default(),
        }
    }
}

impl Api {
    /// What the configuration says about an operation, which goes by its id or by `GET /path`.
    #[must_use]
    pub fn operation(&self, id: Option<&str>, route: &str) -> Option<&Operation> {
        id.and_then(|id| self.operations.get(id))
            .or_else(|| self.operations.get(route))
    }

    /// The media types that the configuration names for an operation.
    #[must_use]
    pub fn media_types(&self, id: Option<&str>, route: &str) -> &[String] {
        let own = self
            .operation(id, route)
            .and_then(|operation| operation.media_types.as_ref());
        own.or(self.media_types.as_ref()).map_or(&[], |named| &named.names)
    }

    /// The environment variable that the configuration names for the credential of a security scheme.
    #[must_use]
    pub fn variable(&self, scheme: &str) -> Option<&str> {
        self.credentials.get(scheme)?.env.as_deref()
    }

    /// The name that the configuration gives to the type of a schema.
    #[must_use]
    pub fn schema_name(&self, schema: &str) -> Option<&str> {
        self.schemas.get(schema)?.name.as_deref()
    }
}

impl Options {
    /// Whether there may be output after such a report.
    #[must_use]
    pub fn accept(self, report: &Report) -> bool {
        let has_no = |severity| report.count(severity) == 0;
        has_no(Severity::Error) && (!self.strict || has_no(Severity::Warning))
    }
}

/// The title of a description, or nothing where it cannot be read. Why not is said when the description is used.
pub fn title(spec: &Input, sources: &mut Sources) -> String {
    let document = load(sources, spec, &mut Report::default());
    let title = document.and_then(|document| document.root.pointer("/info/title")?.as_str().map(str::to_owned));
    title.unwrap_or_default()
}

//! References and dialects: the untyped tree becomes typed pieces of one normal form.
//!
//! The normal form is OpenAPI 3.0 as the crate `openapiv3` types it. It is made piece by piece: [`Description`] hands out
//! one operation, one parameter, one schema at a time, and each child that has a piece of its own is given as a reference
//! to the [`Place`] where it stands. So a piece costs what it is long, a mistake in one piece costs only that piece, and
//! every piece knows its place without anybody keeping track of pointers.

mod content;
mod dialect;
mod dynamic;
mod expect;
mod layout;
mod piece;
mod reference;
mod schema;
mod swagger;
mod units;

use std::borrow::Cow;
use std::cell::RefCell;

use foldhash::HashMap;
use serde_json::Value;

use crate::diagnostic::{Code, Diagnostic, Report};
use crate::load::{Documents, Unread, Walk};
use crate::source::Place;

pub use content::{Content, Encoding, Offer};
use dialect::Dialect;
pub(crate) use dialect::{DYNAMIC, PATTERNS, PREFIX_ITEMS, STYLE, TYPES, XML};
pub use layout::Server;
use reference::reference_to;
pub use reference::{place_of, references};

/// A description whose pieces can be asked for.
#[derive(Debug)]
pub struct Description<'d> {
    documents: &'d Documents,
    walk: RefCell<Walk<'d>>,
    dialect: Dialect,
    component_schemas: Place,
    /// The keys of components that stand in other files.
    keys: HashMap<Place, String>,
}

/// Checks that a document is a description in a dialect that we read.
///
/// The root document says in which; the files that it refers to are in the same.
pub fn resolve<'d>(documents: &'d Documents, report: &mut Report) -> Option<Description<'d>> {
    match dialect::detect(documents.root, documents.root_tree()) {
        Ok(dialect) => {
            let mut description = Description {
                documents,
                walk: RefCell::default(),
                dialect,
                component_schemas: layout::component_schemas(dialect, &Place::root(documents.root)),
                keys: HashMap::default(),
            };
            description.keys = description.keys_of_other_files();
            Some(description)
        }
        Err(error) => {
            report.push(*error);
            None
        }
    }
}

impl Description<'_> {
    /// The place of the whole description.
    #[must_use]
    pub fn root(&self) -> Place {
        Place::root(self.documents.root)
    }

    /// The node at a place, as it stands in the file.
    #[must_use]
    pub fn node(&self, place: &Place) -> Option<&Value> {
        self.walk.borrow_mut().node(self.documents, place)
    }

    /// The members of the object at a place, each with its own place; none where there is no object.
    pub fn members<'a>(&'a self, place: &Place) -> impl Iterator<Item = (&'a str, Place)> + Clone + use<'a> {
        let contents = self.contents(place);
        let members = contents.and_then(|(place, node)| Some((node.as_object()?, place)));
        members
            .into_iter()
            .flat_map(|(members, place)| members.iter().map(move |(key, _)| (key.as_str(), place.child(key))))
    }

    /// The places of the elements of the array at a place; none where there is no array.
    pub fn elements(&self, place: &Place) -> impl Iterator<Item = Place> + use<> {
        let contents = self.contents(place);
        let elements = contents.and_then(|(place, node)| Some((node.as_array()?.len(), place)));
        elements
            .into_iter()
            .flat_map(|(length, place)| (0..length).map(move |index| place.child(index)))
    }

    /// The text of the member `key` of the object at a place, which may stand in another file.
    #[must_use]
    pub fn text(&self, place: &Place, key: &str) -> Option<&str> {
        match self.node(place)?.get(key)? {
            Value::String(text) => Some(text),
            Value::Object(_) => self.node(&self.follow(&place.child(key)).ok()?)?.as_str(),
            _ => None,
        }
    }

    /// The info object (OpenAPI 3.0.4, section 4.7.2), which many descriptions fill in only in part.
    #[must_use]
    pub fn info(&self) -> Info<'_> {
        let info = self.root().child("info");
        Info {
            title: self
                .text(&info, "title")
                .map(str::trim)
                .filter(|title| !title.is_empty()),
            version: self.node(&info.child("version")).and_then(version),
            description: self.text(&info, "description"),
        }
    }
}

/// The version as text: without quotes, `1.0` is a number in YAML and loses what a number does not have.
fn version(node: &Value) -> Option<Cow<'_, str>> {
    match node {
        Value::String(text) => Some(text.into()),
        Value::Number(number) => Some(number.to_string().into()),
        _ => None,
    }
}

/// What the info object says.
#[derive(Clone, Debug)]
pub struct Info<'a> {
    /// The name of the API.
    pub title: Option<&'a str>,
    /// The version of the description; any text.
    pub version: Option<Cow<'a, str>>,
    /// What the API is for, in CommonMark.
    pub description: Option<&'a str>,
}

/// Why a piece cannot be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unresolved {
    /// A reference points at nothing.
    Dangling {
        /// Where the reference stands.
        at: Place,
        /// The reference, as it is written.
        reference: String,
    },
    /// References lead back to themselves without ever reaching content.
    Loop {
        /// Where the first of the references stands.
        at: Place,
    },
    /// The reference leads to a file that was not read.
    Unread {
        /// Where the reference stands.
        at: Place,
        /// The reference, as it is written.
        reference: String,
        /// Why the file was not read.
        reason: Unread,
    },
    /// The node is not what its place asks for.
    Malformed {
        /// Where the node stands.
        at: Place,
        /// What is wrong with it.
        reason: String,
    },
}

impl Unresolved {
    /// The finding, for a piece that is called `what` ("the schema", "the parameter").
    #[must_use]
    pub fn diagnostic(&self, what: &str, consequence: &str) -> Diagnostic {
        match self {
            Self::Dangling { at, reference } => Diagnostic::new(
                Code::DANGLING_REFERENCE,
                format!("`{reference}` points at nothing, so {consequence}"),
            )
            .at(at.clone())
            .label("nothing stands there")
            .help(format!("declare {what} at that place, or mend the reference")),
            Self::Loop { at } => Diagnostic::new(
                Code::REFERENCE_LOOP,
                format!("references lead back to themselves without content, so {consequence}"),
            )
            .at(at.clone())
            .help(format!("put {what} in the place of one of the references")),
            Self::Unread { at, reference, reason } => Diagnostic::new(
                Code::OTHER_FILE,
                format!("`{reference}` leads to {}, so {consequence}", unread(*reason)),
            )
            .at(at.clone())
            .help(how_to_read(*reason)),
            Self::Malformed { at, reason } => {
                Diagnostic::new(Code::MALFORMED, format!("{what} cannot be read, so {consequence}"))
                    .at(at.clone())
                    .label(reason.clone())
            }
        }
    }
}

fn unread(reason: Unread) -> &'static str {
    match reason {
        Unread::Missing => "a file that does not exist",
        Unread::Unreadable => "a file that cannot be read",
        Unread::Outside => "a file outside of the folder of the description",
        Unread::Remote => "a URL, and nothing is read from the network",
    }
}

fn how_to_read(reason: Unread) -> &'static str {
    match reason {
        Unread::Missing => {
            "add the file, or mend the reference; a path is taken from the folder of the file it stands in"
        }
        Unread::Unreadable => "make it a YAML or JSON file",
        Unread::Outside => {
            "allow its folder: `--allow-references DIR` on the command line, or `allow_references = [\"DIR\"]` in oasmith.toml"
        }
        Unread::Remote => "save the document beside the description, and refer to it by its path",
    }
}

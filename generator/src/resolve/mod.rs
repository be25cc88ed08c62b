//! References and dialects: the untyped tree becomes typed pieces of one normal form.
//!
//! The normal form is OpenAPI 3.0 as the crate `openapiv3` types it. It is made piece by piece: [`Description`] hands out
//! one operation, one parameter, one schema at a time, and each child that has a piece of its own is given as a reference
//! to the [`Place`] where it stands. So a piece costs what it is long, a mistake in one piece costs only that piece, and
//! every piece knows its place without anybody keeping track of pointers.

mod content;
mod dialect;
mod expect;
mod layout;
mod piece;
mod reference;
mod swagger;

use serde_json::Value;

use crate::diagnostic::{Code, Diagnostic, Report};
use crate::load::Document;
use crate::source::{FileId, Place};

pub use content::{Content, Offer};
use dialect::Dialect;
pub(crate) use dialect::TYPES;
pub use layout::Server;
pub use reference::place_of;
use reference::reference_to;

/// A description whose pieces can be asked for.
#[derive(Debug)]
pub struct Description {
    file: FileId,
    dialect: Dialect,
    root: Value,
}

/// Checks that a document is a description in a dialect that we read.
pub fn resolve(document: Document, report: &mut Report) -> Option<Description> {
    let Document { file, root } = document;
    match dialect::detect(file, &root) {
        Ok(dialect) => Some(Description { file, dialect, root }),
        Err(error) => {
            report.push(*error);
            None
        }
    }
}

impl Description {
    /// The place of the whole description.
    #[must_use]
    pub fn root(&self) -> Place {
        Place::root(self.file)
    }

    /// The node at a place, as it stands in the file.
    #[must_use]
    pub fn node(&self, place: &Place) -> Option<&Value> {
        self.root.pointer(place.pointer.as_str())
    }

    /// The members of the object at a place, each with its own place; none where there is no object.
    pub fn members<'a>(&'a self, place: &Place) -> impl Iterator<Item = (&'a str, Place)> + Clone + use<'a> {
        let place = place.clone();
        let members = self.node(&place).and_then(Value::as_object);
        members
            .into_iter()
            .flatten()
            .map(move |(key, _)| (key.as_str(), place.child(key)))
    }

    /// The places of the elements of the array at a place; none where there is no array.
    pub fn elements(&self, place: &Place) -> impl Iterator<Item = Place> + use<> {
        let place = place.clone();
        let length = self.node(&place).and_then(Value::as_array).map_or(0, Vec::len);
        (0..length).map(move |index| place.child(index))
    }

    /// The text of the member `key` of the object at a place.
    #[must_use]
    pub fn text(&self, place: &Place, key: &str) -> Option<&str> {
        self.node(place)?.get(key)?.as_str()
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
            version: self.text(&info, "version"),
            description: self.text(&info, "description"),
        }
    }
}

/// What the info object says.
#[derive(Clone, Copy, Debug)]
pub struct Info<'a> {
    /// The name of the API.
    pub title: Option<&'a str>,
    /// The version of the description; any text.
    pub version: Option<&'a str>,
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
    /// The reference leads to another file.
    OtherFile {
        /// Where the reference stands.
        at: Place,
        /// The reference, as it is written.
        reference: String,
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
            Self::OtherFile { at, reference } => Diagnostic::new(
                Code::OTHER_FILE,
                format!("`{reference}` leads to another file, which is not read, so {consequence}"),
            )
            .at(at.clone())
            .help("bundle the description into one file"),
            Self::Malformed { at, reason } => {
                Diagnostic::new(Code::MALFORMED, format!("{what} cannot be read, so {consequence}"))
                    .at(at.clone())
                    .label(reason.clone())
            }
        }
    }
}

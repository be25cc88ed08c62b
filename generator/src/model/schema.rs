use serde_json::Value;

use super::{Constraints, Kind, SchemaId, Xml};
use crate::source::Place;

/// What a value may be (OpenAPI 3.0.4, section 4.7.24).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Schema {
    /// Where it stands; its name is made from this.
    pub place: Place,
    /// Its key, where it is a component.
    pub component: Option<String>,
    /// A name for people: `title`.
    pub title: Option<String>,
    /// What it is for, in CommonMark.
    pub description: Option<String>,
    /// Whether it should no longer be used.
    pub deprecated: bool,
    /// Whether `null` is a value of it, beside what [`Kind`] says.
    pub nullable: bool,
    /// Who may send it.
    pub access: Access,
    /// Whether its values must not be shown: `format: password`, or `writeOnly` on a string.
    pub secret: bool,
    /// How its values are restricted further.
    pub constraints: Constraints,
    /// The value that the server takes where none is given.
    pub default: Option<Value>,
    /// A value as an example.
    pub example: Option<Value>,
    /// Which way its values travel; found by the pass `direction`.
    pub direction: Direction,
    /// The schema that says the same and stands elsewhere, where this one is an alias of it; found by the pass `identical`.
    pub repeats: Option<SchemaId>,
    /// The schema of what is received, where this is the same as clients send it; found by the pass `requests`.
    pub request_of: Option<SchemaId>,
    /// How its values travel; found by the pass `files`.
    pub travels: Travels,
    /// How its values are written as XML; `None` where nothing is said about it, or no body is XML.
    pub xml: Option<Box<Xml>>,
    /// What the values are.
    pub kind: Kind,
}

impl Schema {
    /// A schema of which nothing is said but what its values are.
    #[must_use]
    pub fn blank(place: Place, kind: Kind) -> Self {
        Self {
            place,
            component: None,
            title: None,
            description: None,
            deprecated: false,
            nullable: false,
            access: Access::Both,
            secret: false,
            constraints: Constraints::default(),
            default: None,
            example: None,
            direction: Direction::default(),
            repeats: None,
            request_of: None,
            travels: Travels::AsJson,
            xml: None,
            kind,
        }
    }

    /// Whether its values are files or have such among their parts, so that they have no JSON form.
    #[must_use]
    pub fn holds_files(&self) -> bool {
        self.travels != Travels::AsJson
    }

    /// The schema of what travels as JSON, where this is the same as a form sends it.
    #[must_use]
    pub fn form_of(&self) -> Option<SchemaId> {
        match self.travels {
            Travels::InPartsBeside(json) => Some(json),
            Travels::AsJson | Travels::InParts => None,
        }
    }
}

/// How the values of a schema travel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Travels {
    /// As JSON, or as what is made from JSON.
    #[default]
    AsJson,
    /// As parts of a body, as files are among them.
    InParts,
    /// As parts of a body, where another schema is the same as JSON.
    InPartsBeside(SchemaId),
}

/// Who may send the values of a schema.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Access {
    /// Both sides.
    #[default]
    Both,
    /// The server: `readOnly`.
    ReadOnly,
    /// The client: `writeOnly`.
    WriteOnly,
}

/// Which way the values of a schema travel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Direction {
    /// Clients send them.
    pub sent: bool,
    /// The server sends them.
    pub received: bool,
}

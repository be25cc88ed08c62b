use std::collections::HashSet;
use std::ops::{Index, IndexMut};

use serde_json::Value;

use super::{Constraints, Xml};
use crate::diagnostic::Code;
use crate::source::Place;

/// The id of a schema in [`Schemas`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchemaId(usize);

/// Every schema of an API, by id.
#[derive(Clone, Debug, Default)]
pub struct Schemas {
    pub(super) all: Vec<Schema>,
    left_out: HashSet<SchemaId>,
}

impl Schemas {
    /// Takes a schema in.
    pub fn push(&mut self, schema: Schema) -> SchemaId {
        self.all.push(schema);
        SchemaId(self.all.len() - 1)
    }

    /// Each schema with its id, in the order in which they were found, less those that are left out.
    pub fn iter(&self) -> impl Iterator<Item = (SchemaId, &Schema)> {
        let all = self.all.iter().enumerate();
        all.map(|(index, schema)| (SchemaId(index), schema))
            .filter(|(id, _)| !self.left_out.contains(id))
    }

    /// Each id, in the order in which the schemas were found.
    pub fn ids(&self) -> impl Iterator<Item = SchemaId> + use<> {
        (0..self.all.len()).map(SchemaId)
    }

    /// Leaves a schema out: nothing leads to it, so it is nothing in the SDK. Other schemas keep their ids.
    pub fn leave_out(&mut self, id: SchemaId) {
        self.left_out.insert(id);
    }

    /// The schema that an alias stands for, through any number of aliases; a schema that is none stands for itself.
    #[must_use]
    pub fn unaliased(&self, id: SchemaId) -> SchemaId {
        let mut current = id;
        for _ in 0..self.all.len() {
            match self[current].kind {
                Kind::Alias(target) => current = target,
                _ => break,
            }
        }
        current
    }

    /// Whether `null` is a value of the schema, or of what it is an alias of.
    #[must_use]
    pub fn is_nullable(&self, id: SchemaId) -> bool {
        let mut current = id;
        for _ in 0..=self.all.len() {
            match (self[current].nullable, &self[current].kind) {
                (true, _) => return true,
                (false, Kind::Alias(target)) => current = *target,
                (false, _) => return false,
            }
        }
        false
    }

    /// Whether a value of the schema, or an element of it, can be an object.
    #[must_use]
    pub fn holds_objects(&self, id: SchemaId) -> bool {
        let mut open = vec![id];
        let mut seen = HashSet::new();
        while let Some(id) = open.pop().map(|id| self.unaliased(id)) {
            match &self[id].kind {
                Kind::Object(_) | Kind::Map(_) => return true,
                kind if seen.insert(id) => open.extend(kind.schemas()),
                _ => {}
            }
        }
        false
    }
}

impl Index<SchemaId> for Schemas {
    type Output = Schema;

    fn index(&self, id: SchemaId) -> &Schema {
        &self.all[id.0]
    }
}

impl IndexMut<SchemaId> for Schemas {
    fn index_mut(&mut self, id: SchemaId) -> &mut Schema {
        &mut self.all[id.0]
    }
}

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

/// What the values of a schema are.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Any JSON value.
    Untyped(Untyped),
    /// `true` or `false`.
    Boolean,
    /// A whole number.
    Integer(IntegerFormat),
    /// A number: 32 bits for `format: float`, else 64.
    Number {
        /// Whether the description asks for 32 bits.
        single: bool,
    },
    /// A text.
    String(StringFormat),
    /// A file in a body of several parts; made by the pass `files`.
    File,
    /// One of some values that are listed.
    Enumeration(Enumeration),
    /// A list.
    Array(SchemaId),
    /// A list of a known length, each element with a type of its own.
    Tuple(Vec<SchemaId>),
    /// An object whose keys are not known beforehand.
    Map(SchemaId),
    /// An object whose keys are known.
    Object(Object),
    /// One of some schemas.
    Union(Union),
    /// Another schema under a name, or with remarks of its own.
    Alias(SchemaId),
}

impl Kind {
    /// The schemas that it is made of.
    #[must_use]
    pub fn schemas(&self) -> Vec<SchemaId> {
        match self {
            Self::Untyped(_)
            | Self::Boolean
            | Self::Integer(_)
            | Self::Number { .. }
            | Self::String(_)
            | Self::File
            | Self::Enumeration(_) => Vec::new(),
            Self::Array(schema) | Self::Map(schema) | Self::Alias(schema) => vec![*schema],
            Self::Tuple(elements) => elements.clone(),
            Self::Union(union) => union.variants.iter().map(|variant| variant.schema).collect(),
            Self::Object(object) => {
                let additional = match object.additional {
                    AdditionalProperties::Declared(schema) => Some(schema),
                    AdditionalProperties::Unmentioned => None,
                };
                let properties = object.properties.iter().map(|property| property.schema);
                properties.chain(additional).collect()
            }
        }
    }

    /// Lets `change` change each of the schemas that it is made of.
    pub fn each_schema(&mut self, change: impl FnMut(&mut SchemaId)) {
        match self {
            Self::Untyped(_)
            | Self::Boolean
            | Self::Integer(_)
            | Self::Number { .. }
            | Self::String(_)
            | Self::File
            | Self::Enumeration(_) => {}
            Self::Array(schema) | Self::Map(schema) | Self::Alias(schema) => [schema].into_iter().for_each(change),
            Self::Tuple(elements) => elements.iter_mut().for_each(change),
            Self::Union(union) => union
                .variants
                .iter_mut()
                .map(|variant| &mut variant.schema)
                .for_each(change),
            Self::Object(object) => {
                let additional = match &mut object.additional {
                    AdditionalProperties::Declared(schema) => Some(schema),
                    AdditionalProperties::Unmentioned => None,
                };
                let properties = object.properties.iter_mut().map(|property| &mut property.schema);
                properties.chain(additional).for_each(change);
            }
        }
    }
}

/// Why values are any JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Untyped {
    /// The description allows anything.
    Anything,
    /// The description requires a property and does not declare it, so that nobody knows whether it is meant.
    Undeclared,
    /// The description says more than we can express, which a diagnostic of this code tells.
    Inexpressible(Code),
}

/// The sizes of integers. Without a format it is 64 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IntegerFormat {
    /// `int8`
    I8,
    /// `int16`
    I16,
    /// `int32`
    I32,
    /// `int64`, and any that is not known
    I64,
    /// `uint8`
    U8,
    /// `uint16`
    U16,
    /// `uint32`
    U32,
    /// `uint64`, `uint`
    U64,
}

/// The kinds of text that have a type of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StringFormat {
    /// Any text.
    Plain,
    /// A moment: `date-time` (RFC 3339).
    DateTime,
    /// A day: `date` (RFC 3339, full-date).
    Date,
    /// `uuid` (RFC 9562).
    Uuid,
    /// Bytes in base64: `byte` (RFC 4648).
    Base64,
    /// Bytes as they are: `binary`. After the pass `files` none is left: as a part of a body it is a file, and elsewhere a
    /// plain text.
    Binary,
}

/// One of some values that are listed; others are kept when they come.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Enumeration {
    /// The values.
    pub values: EnumerationValues,
}

/// The listed values, by their type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum EnumerationValues {
    /// Texts.
    Strings(Vec<EnumerationValue<String>>),
    /// Whole numbers.
    Integers(Vec<EnumerationValue<i64>>),
    /// Texts, numbers and booleans in one list.
    Mixed(Vec<EnumerationValue<Value>>),
}

/// A listed value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EnumerationValue<T> {
    /// The value as it travels.
    pub value: T,
    /// The name that `x-enum-varnames` gives it.
    pub name: Option<String>,
    /// What `x-enum-descriptions` says about it.
    pub description: Option<String>,
}

/// An object whose keys are known.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Object {
    /// The properties, in the order of the description.
    pub properties: Vec<Property>,
    /// What other keys may hold.
    pub additional: AdditionalProperties,
}

/// What keys that have no property may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AdditionalProperties {
    /// The description does not speak of them: they are ignored.
    Unmentioned,
    /// The description declares them: they are kept in a map.
    Declared(SchemaId),
}

/// A key of an object.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Property {
    /// Where its schema stands.
    pub place: Place,
    /// The wire name.
    pub name: String,
    /// What it holds.
    pub schema: SchemaId,
    /// Whether an object without it is wrong.
    pub required: bool,
    /// Whether its value must not be shown, whatever its schema says.
    pub secret: bool,
    /// Whether the value has to stand behind a pointer, since the object would contain itself; found by the pass `boxes`.
    pub boxed: bool,
}

/// One of some schemas: `oneOf` or `anyOf`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Union {
    /// The schemas.
    pub variants: Vec<Variant>,
    /// What tells them apart.
    pub discriminator: Option<Discriminator>,
    /// Whether a value may be several of them at once, and nothing is declared that tells which: `anyOf`. The pass `facets`
    /// settles it; after that, a value is one of them.
    pub is_any_of: bool,
}

/// One schema of a union.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Variant {
    /// Where it stands.
    pub place: Place,
    /// What it holds.
    pub schema: SchemaId,
    /// The values of the discriminator that mean this variant.
    pub tags: Vec<String>,
    /// As for a property.
    pub boxed: bool,
}

/// The property that tells the variants of a union apart (OpenAPI 3.0.4, section 4.7.25).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Discriminator {
    /// Its wire name.
    pub property: String,
}

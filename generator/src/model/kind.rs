use serde_json::Value;

use super::SchemaId;
use crate::diagnostic::Code;
use crate::source::Place;

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

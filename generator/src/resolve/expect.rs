//! What each field of an OpenAPI object has to be, and what happens where it is not.
//!
//! Real descriptions have `required: "true"`, a description that is a list, a response without a description. One such
//! field must not cost the piece that it stands in: it is mended where the meaning is plain, and else left out with a
//! warning.

use serde_json::{Map, Value};

use crate::diagnostic::{Code, Diagnostic, Report};
use crate::source::Place;

/// The fields that are checked; all others are taken as they are.
pub(super) type Table = [(&'static str, Expected)];

/// What a field has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Expected {
    /// A string; numbers and booleans are taken as they are written.
    Text,
    /// A boolean; the strings `true` and `false` are taken for one.
    Flag,
    /// A number; a string that holds one is taken for it.
    Number,
    /// An array of strings; other elements are left out.
    Texts,
    /// An array.
    List,
    /// An object.
    Object,
    /// A string that must be there; an empty one is put where it is missing.
    Required,
    /// An object that must be there; an empty one is put where it is missing.
    RequiredObject,
    /// Nothing: it has no effect on the output, as a client leaves to the server what it says.
    Ignored,
    /// An object that has an effect only where it turns out later that something needs it.
    Noted,
}

use Expected::{Flag, Ignored, List, Noted, Number, Object, Required, RequiredObject, Text, Texts};

pub(super) const OPERATION: &Table = &[
    ("tags", Texts),
    ("summary", Text),
    ("description", Text),
    ("operationId", Text),
    ("parameters", List),
    ("responses", RequiredObject),
    ("deprecated", Flag),
    ("security", List),
    ("externalDocs", Ignored),
];

pub(super) const PARAMETER: &Table = &[
    ("description", Text),
    ("required", Flag),
    ("deprecated", Flag),
    ("explode", Flag),
    ("allowReserved", Flag),
];

pub(super) const REQUEST_BODY: &Table = &[("description", Text), ("required", Flag), ("content", RequiredObject)];

pub(super) const RESPONSE: &Table = &[
    ("description", Required),
    ("content", Object),
    ("headers", Ignored),
    ("links", Ignored),
];

pub(super) const SECURITY_SCHEME: &Table = &[("description", Text)];

pub(super) const SCHEMA: &Table = &[
    ("title", Text),
    ("description", Text),
    ("type", Text),
    ("format", Text),
    ("nullable", Flag),
    ("readOnly", Flag),
    ("writeOnly", Flag),
    ("deprecated", Flag),
    ("required", Texts),
    ("enum", List),
    ("properties", Object),
    ("allOf", List),
    ("oneOf", List),
    ("anyOf", List),
    ("discriminator", Object),
    ("externalDocs", Ignored),
    ("xml", Noted),
    ("multipleOf", Number),
    ("minimum", Number),
    ("maximum", Number),
    ("exclusiveMinimum", Flag),
    ("exclusiveMaximum", Flag),
    ("minLength", Number),
    ("maxLength", Number),
    ("pattern", Text),
    ("minItems", Number),
    ("maxItems", Number),
    ("uniqueItems", Flag),
    ("minProperties", Ignored),
    ("maxProperties", Ignored),
    ("not", Ignored),
    ("if", Ignored),
    ("then", Ignored),
    ("else", Ignored),
    ("contains", Ignored),
    ("minContains", Ignored),
    ("maxContains", Ignored),
    ("dependentSchemas", Ignored),
    ("dependentRequired", Ignored),
    ("dependencies", Ignored),
    ("additionalItems", Ignored),
    ("unevaluatedItems", Ignored),
    ("contentMediaType", Ignored),
    ("contentSchema", Ignored),
    ("propertyNames", Ignored),
    ("unevaluatedProperties", Ignored),
];

/// Makes the fields what they have to be.
pub(super) fn mend(members: &mut Map<String, Value>, place: &Place, table: &Table, report: &mut Report) {
    // A piece has few of the fields that a table names, so it is its members that are gone through.
    members.retain(|key, value| {
        let Some((known, expected)) = table.iter().find(|(known, _)| *known == key) else {
            return true;
        };
        if matches!(expected, Ignored | Noted) {
            report.leave_out(known, || place.child(*known));
        }
        match expected.mended(value.take()) {
            Ok(Some(mended)) => {
                *value = mended;
                return true;
            }
            Ok(None) => {}
            Err(reason) => report.push(
                Diagnostic::new(
                    Code::WRONG_FIELD,
                    format!("`{known}` is left out, as it has the wrong type"),
                )
                .at(place.child(*known))
                .label(reason),
            ),
        }
        false
    });
    for (key, expected) in table {
        if let Some(value) = expected.missing() {
            members.entry(*key).or_insert(value);
        }
    }
}

impl Expected {
    fn missing(self) -> Option<Value> {
        match self {
            Required => Some(Value::String(String::new())),
            RequiredObject => Some(Value::Object(Map::new())),
            _ => None,
        }
    }

    /// The value to keep, `None` for a field that is left out without a word, or what is wrong with the value.
    fn mended(self, value: Value) -> Result<Option<Value>, &'static str> {
        match (self, value) {
            (Ignored, _) | (Text | Flag | Number | Texts | List | Object | Noted, Value::Null) => Ok(None),
            (Text | Required, value @ Value::String(_))
            | (Flag, value @ Value::Bool(_))
            | (Number, value @ Value::Number(_))
            | (List, value @ Value::Array(_))
            | (Object | Noted | RequiredObject, value @ Value::Object(_)) => Ok(Some(value)),
            (Text | Required, value @ (Value::Number(_) | Value::Bool(_))) => {
                Ok(Some(Value::String(value.to_string())))
            }
            (Flag, Value::String(text)) if text == "true" || text == "false" => Ok(Some(Value::Bool(text == "true"))),
            (Number, Value::String(text)) => match text.trim().parse() {
                Ok(number) => Ok(Some(Value::Number(number))),
                Err(_) => Err("a number is expected"),
            },
            (Texts, Value::Array(elements)) => Ok(Some(Value::Array(
                elements.into_iter().filter(Value::is_string).collect(),
            ))),
            // `required: true` on a property is how older drafts of JSON Schema said it, and means nothing here.
            (Texts, Value::Bool(_)) => Err("an array of names is expected"),
            (Required | RequiredObject, Value::Null) => Ok(self.missing()),
            (Text | Required, _) => Err("a string is expected"),
            (Flag, _) => Err("`true` or `false` is expected"),
            (Number, _) => Err("a number is expected"),
            (Texts, _) => Err("an array of strings is expected"),
            (List, _) => Err("an array is expected"),
            (Object | Noted | RequiredObject, _) => Err("an object is expected"),
        }
    }
}

//! Typed pieces: one OpenAPI object each, with references in the place of the children that are pieces themselves.

use openapiv3::{AnySchema, Operation, Parameter, RequestBody, Response, SchemaData, SecurityScheme};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use super::dialect::{Dialect, normalize, normalize_parameter};
use super::schema::schema;
use super::{Description, Unresolved, expect, reference_to, swagger};
use crate::diagnostic::Report;
use crate::source::Place;

/// Where an OpenAPI object keeps children that are pieces themselves.
#[derive(Clone, Copy, Debug)]
pub(super) enum Slot {
    /// The member is a child.
    One(&'static str),
    /// The member is a child, or a boolean that stays what it is.
    OneOrFlag(&'static str),
    /// The member is a child, an array of children, or a boolean that stays what it is.
    OneOrEach(&'static str),
    /// The member is an array of children, or an object of children.
    Each(&'static str),
    /// The member is an object, and each of its values has children of its own: `content`.
    Within(&'static str, &'static [Slot]),
    /// The member is left out: it is read elsewhere, and may be large or wrong.
    Skip(&'static str),
    /// The member is left out, and has no effect on the output; only that it was there is kept, for the note.
    Drop(&'static str),
}

const MEDIA_TYPE: &[Slot] = &[Slot::One("schema"), Slot::Skip("encoding"), Slot::Skip("examples")];
const CONTENT: Slot = Slot::Within("content", MEDIA_TYPE);

const OPERATION: &[Slot] = &[
    Slot::Each("parameters"),
    Slot::One("requestBody"),
    Slot::Each("responses"),
    Slot::Skip("servers"),
    Slot::Skip("callbacks"),
];
const PARAMETER: &[Slot] = &[Slot::One("schema"), CONTENT, Slot::Skip("examples")];
const RESPONSE: &[Slot] = &[Slot::Drop("headers"), Slot::Drop("links"), CONTENT];
const SCHEMA: &[Slot] = &[
    Slot::Each("properties"),
    Slot::OneOrEach("items"),
    Slot::Each("prefixItems"),
    Slot::OneOrFlag("additionalProperties"),
    Slot::Each("patternProperties"),
    Slot::Each("allOf"),
    Slot::Each("oneOf"),
    Slot::Each("anyOf"),
    Slot::Drop("not"),
    Slot::Drop("if"),
    Slot::Drop("then"),
    Slot::Drop("else"),
    Slot::Drop("contains"),
    Slot::Drop("dependentSchemas"),
    Slot::Drop("propertyNames"),
    Slot::Drop("unevaluatedItems"),
    Slot::OneOrFlag("unevaluatedProperties"),
    Slot::Drop("additionalItems"),
    Slot::Drop("contentSchema"),
    Slot::Skip("$defs"),
    Slot::Skip("definitions"),
];

impl Description<'_> {
    /// The operation at a place.
    pub fn operation(&self, place: &Place, report: &mut Report) -> Result<Operation, Unresolved> {
        self.piece(place, OPERATION, expect::OPERATION, report)
    }

    /// The parameter at a place, which is not a reference.
    pub fn parameter(&self, place: &Place, report: &mut Report) -> Result<Parameter, Unresolved> {
        if self.dialect > Dialect::V2_0 {
            let mut members = self.members_of_piece(place, PARAMETER)?;
            normalize_parameter(&mut members, place, report);
            return typed(members, place, expect::PARAMETER, report);
        }
        // The type of its values is said by the parameter itself, so it is its own schema.
        let members = swagger::parameter(self.members_of_piece(place, SCHEMA)?, child(place));
        let members = members.map_err(|reason| Unresolved::Malformed {
            at: place.child("collectionFormat"),
            reason,
        })?;
        typed(members, place, expect::PARAMETER, report)
    }

    /// The request body at a place, which is not a reference. What it holds is told by [`Self::request_content`].
    pub fn request_body(&self, place: &Place, report: &mut Report) -> Result<RequestBody, Unresolved> {
        if self.is_form(place) {
            let required = self.form_fields(place).any(|field| self.is_required(&field));
            return Ok(RequestBody {
                required,
                ..RequestBody::default()
            });
        }
        self.piece(place, &[CONTENT], expect::REQUEST_BODY, report)
    }

    /// The response at a place, which is not a reference. What it holds is told by [`Self::response_content`].
    pub fn response(&self, place: &Place, report: &mut Report) -> Result<Response, Unresolved> {
        self.piece(place, RESPONSE, expect::RESPONSE, report)
    }

    /// The schema at a place, which is not a reference: what every schema may say, and what one of some type may say.
    pub fn schema(&self, place: &Place, report: &mut Report) -> Result<(SchemaData, AnySchema), Unresolved> {
        let mut members = if self.is_form(place) {
            swagger::form(self, place)
        } else {
            self.members_of_piece(place, SCHEMA)?
        };
        // Few schemas have one, and to ask for each keyword by its name costs more than to see that there is none.
        if members.keys().any(|key| key.starts_with('$')) {
            self.point_at_targets(&mut members, place)?;
        }
        if self.dialect == Dialect::V2_0 {
            swagger::schema(&mut members);
        }
        normalize(&mut members);
        expect::mend(&mut members, place, expect::SCHEMA, report);
        schema(members).map_err(|error| malformed(place, &error))
    }

    /// Makes the references of a schema lead to the places that they mean.
    fn point_at_targets(&self, members: &mut Map<String, Value>, place: &Place) -> Result<(), Unresolved> {
        if let Some(reference) = members.get("$ref").and_then(Value::as_str) {
            let target = self.target(place, reference)?;
            members.insert("$ref".to_owned(), Value::String(reference_to(&target)));
        }
        if let Some(target) = self.dynamic_target(place, members) {
            members.shift_remove("$dynamicRef");
            members.shift_remove("$recursiveRef");
            members.insert("$ref".to_owned(), Value::String(reference_to(&target)));
        }
        Ok(())
    }

    /// The security scheme at a place, which is not a reference.
    pub fn security_scheme(&self, place: &Place, report: &mut Report) -> Result<SecurityScheme, Unresolved> {
        let mut members = self.members_of_piece(place, &[])?;
        if self.dialect == Dialect::V2_0 {
            swagger::security_scheme(&mut members);
        }
        typed(members, place, expect::SECURITY_SCHEME, report)
    }

    /// Whether a form stands at a place: in Swagger 2.0, a list of parameters.
    fn is_form(&self, place: &Place) -> bool {
        self.dialect == Dialect::V2_0 && self.node(place).is_some_and(Value::is_array)
    }

    fn piece<T: DeserializeOwned>(
        &self,
        place: &Place,
        slots: &[Slot],
        expected: &expect::Table,
        report: &mut Report,
    ) -> Result<T, Unresolved> {
        typed(self.members_of_piece(place, slots)?, place, expected, report)
    }

    fn members_of_piece(&self, place: &Place, slots: &[Slot]) -> Result<Map<String, Value>, Unresolved> {
        match self.node(place) {
            Some(Value::Object(members)) => Ok(self.shallow(members, place, slots)),
            // A schema of `true` allows anything, as `{}` does (JSON Schema 2020-12, section 4.3.2).
            Some(Value::Bool(true)) => Ok(Map::new()),
            // A schema of `false` allows nothing.
            Some(Value::Bool(false)) => Err(Unresolved::Malformed {
                at: place.clone(),
                reason: "`false` allows no value at all".to_owned(),
            }),
            _ => Err(Unresolved::Malformed {
                at: place.clone(),
                reason: "an object is expected here".to_owned(),
            }),
        }
    }
}

fn typed<T: DeserializeOwned>(
    mut members: Map<String, Value>,
    place: &Place,
    expected: &expect::Table,
    report: &mut Report,
) -> Result<T, Unresolved> {
    expect::mend(&mut members, place, expected, report);
    serde_json::from_value(Value::Object(members)).map_err(|error| malformed(place, &error))
}

fn malformed(place: &Place, error: &serde_json::Error) -> Unresolved {
    Unresolved::Malformed {
        at: place.clone(),
        reason: error.to_string(),
    }
}

impl Description<'_> {
    /// A copy of an object with references in the place of its children.
    fn shallow(&self, members: &Map<String, Value>, place: &Place, slots: &[Slot]) -> Map<String, Value> {
        let mut copy = Map::with_capacity(members.len());
        for (key, value) in members {
            let at = || place.child(key);
            let value = match slots.iter().find(|slot| slot.key() == key) {
                None => self.text_of_other_file(value, at).unwrap_or_else(|| value.clone()),
                Some(Slot::Skip(_)) => continue,
                Some(Slot::Drop(_)) => Value::Null,
                Some(Slot::OneOrFlag(_) | Slot::OneOrEach(_)) if value.is_boolean() => value.clone(),
                Some(Slot::OneOrEach(_)) if !value.is_array() => child(&at()),
                Some(Slot::One(_) | Slot::OneOrFlag(_)) => child(&at()),
                Some(Slot::Each(_) | Slot::OneOrEach(_)) => self.children(value, &at(), &|_, at| child(&at)),
                Some(Slot::Within(_, slots)) => self.children(value, &at(), &|value, at| match value {
                    Value::Object(members) => Value::Object(self.shallow(members, &at, slots)),
                    _ => json!({}),
                }),
            };
            copy.insert(key.clone(), value);
        }
        copy
    }

    /// Applies `make` to each element of an array or each member of an object, which may stand elsewhere as a whole:
    /// `properties: {$ref: fields.yaml}`.
    fn children(&self, value: &Value, at: &Place, make: &dyn Fn(&Value, Place) -> Value) -> Value {
        match value {
            Value::Array(elements) => {
                let elements = elements.iter().enumerate();
                Value::Array(
                    elements
                        .map(|(index, element)| make(element, at.child(index)))
                        .collect(),
                )
            }
            Value::Object(members) => {
                let is_reference = members.get("$ref").is_some_and(Value::is_string);
                let elsewhere = is_reference.then(|| self.contents(at)).flatten();
                let mut children: Map<String, Value> = elsewhere
                    .filter(|(place, _)| place != at)
                    .and_then(|(place, node)| Some((node.as_object()?, place)))
                    .into_iter()
                    .flat_map(|(members, place)| {
                        members.iter().map(move |(key, member)| (key, member, place.child(key)))
                    })
                    .map(|(key, member, place)| (key.clone(), make(member, place)))
                    .collect();
                let own = members
                    .iter()
                    .filter(|(key, member)| *key != "$ref" || !member.is_string());
                children.extend(own.map(|(key, member)| (key.clone(), make(member, at.child(key)))));
                Value::Object(children)
            }
            other => other.clone(),
        }
    }

    /// The text that stands in the place of `description: {$ref: introduction.yaml#/text}`.
    fn text_of_other_file(&self, value: &Value, at: impl FnOnce() -> Place) -> Option<Value> {
        let is_reference = value.as_object()?.len() == 1 && value.get("$ref")?.is_string();
        let place = is_reference.then(|| self.follow(&at()).ok())??;
        let text = self.node(&place)?;
        text.is_string().then(|| text.clone())
    }
}

/// A reference to a child.
fn child(at: &Place) -> Value {
    let mut members = Map::with_capacity(1);
    members.insert("$ref".to_owned(), Value::String(reference_to(at)));
    Value::Object(members)
}

impl Slot {
    fn key(&self) -> &'static str {
        match self {
            Self::One(key)
            | Self::OneOrFlag(key)
            | Self::OneOrEach(key)
            | Self::Each(key)
            | Self::Within(key, _)
            | Self::Skip(key)
            | Self::Drop(key) => key,
        }
    }
}

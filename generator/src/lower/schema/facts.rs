//! What a schema says, a place for each keyword. Facts of several schemas that hold at once add up, see [`Facts::add`].

use foldhash::HashSet;
use indexmap::IndexMap;
use openapiv3::{AdditionalProperties, AnySchema, ReferenceOr, Schema, SchemaData};
use serde_json::Value;

use super::constraints;
use super::join::Contradiction;
use crate::lower::extension;
use crate::model::Constraints;
use crate::resolve::{PATTERNS, PREFIX_ITEMS, TYPES, place_of, references};
use crate::source::Place;

/// What one schema says, or several that hold at once. Children are given by their places.
pub(super) struct Facts {
    /// What every schema may say. Of several schemas it is what the last one says.
    pub(super) data: SchemaData,
    /// `type`: those that a value may have, stated or implied by keywords that make no sense for others; none where it may
    /// have any.
    pub(super) types: Vec<String>,
    /// `format`
    pub(super) format: Option<String>,
    /// `enum`
    pub(super) enumeration: Vec<Listed>,
    /// `properties`, each with all the schemas that hold for it.
    pub(super) properties: IndexMap<String, Vec<Place>>,
    /// `required`, each with the first schema that says it.
    pub(super) required: IndexMap<String, Place>,
    /// The properties that discriminators name: they need not be among `properties`.
    pub(super) tags: Vec<String>,
    /// `additionalProperties` and `patternProperties`
    pub(super) additional: Additional,
    /// `items`, all of which hold.
    pub(super) items: Vec<Place>,
    /// `prefixItems`
    pub(super) prefix_items: Vec<Place>,
    /// `allOf`
    pub(super) all_of: Vec<Place>,
    /// How values are restricted further.
    pub(super) constraints: Constraints,
    /// `oneOf` and `anyOf`
    pub(super) choices: Vec<Choice>,
    /// Whether `null` is a value; `None` where nothing is said about values.
    pub(super) nullable: Option<bool>,
    /// Where the types were said last.
    types_at: Option<Place>,
    /// Where the listed values were said last.
    enumeration_at: Option<Place>,
}

/// A value that `enum` lists, with what extensions say about it.
#[derive(Clone, Debug)]
pub(super) struct Listed {
    /// The value.
    pub(super) value: Value,
    /// `x-enum-varnames`
    pub(super) name: Option<String>,
    /// `x-enum-descriptions`
    pub(super) description: Option<String>,
}

/// `oneOf` or `anyOf`: one of several schemas holds.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    /// Where the keyword stands.
    pub(super) place: Place,
    /// Where the schemas stand.
    pub(super) alternatives: Vec<Place>,
    /// What tells them apart.
    pub(super) discriminator: Option<openapiv3::Discriminator>,
    /// Whether the discriminator makes the choice by itself, among the components that extend its schema.
    pub(super) is_implied: bool,
}

/// What keys may hold that have no property.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Additional {
    /// Nothing is said.
    Unmentioned,
    /// `false`
    Forbidden,
    /// `true`
    Anything,
    /// Schemas that all hold.
    All(Vec<Place>),
    /// Schemas one of which holds: `patternProperties` of several patterns.
    Any(Vec<Place>),
}

impl Choice {
    /// Whether several of the schemas may hold, and nothing is said about what tells which.
    pub(super) fn is_any_of(&self) -> bool {
        self.discriminator.is_none()
            && self
                .place
                .pointer
                .tokens()
                .last()
                .is_some_and(|keyword| keyword == "anyOf")
    }
}

impl Additional {
    /// What two schemas say together.
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::All(mut places), Self::All(others)) => {
                places.extend(others);
                Self::All(places)
            }
            (former, other) if former.says_more_than(&other) => former,
            (_, other) => other,
        }
    }

    fn says_more_than(&self, other: &Self) -> bool {
        let has_schemas = |additional: &Self| matches!(additional, Self::All(_) | Self::Any(_));
        *other == Self::Unmentioned || (has_schemas(self) && !has_schemas(other))
    }
}

impl Facts {
    /// What the schema at a place says.
    pub(super) fn of((data, mut schema): (SchemaData, AnySchema), place: &Place) -> Self {
        let constraints = constraints::constraints(&mut schema);
        let additional = additional(schema.additional_properties, &data);
        let items: Vec<Place> = schema.items.as_ref().and_then(place_of).into_iter().collect();
        let prefix_items = references(data.extensions.get(PREFIX_ITEMS));
        let properties: IndexMap<String, Vec<Place>> = schema
            .properties
            .into_iter()
            .filter_map(|(name, property)| Some((name, vec![place_of(&property)?])))
            .collect();
        let stated = schema.typ.map_or_else(|| types(&data), |stated| vec![stated]);
        let is_object = !properties.is_empty()
            || matches!(
                additional,
                Additional::Anything | Additional::All(_) | Additional::Any(_)
            );
        let is_array = !items.is_empty() || !prefix_items.is_empty();
        let implied = if is_object {
            Some("object")
        } else if is_array {
            Some("array")
        } else {
            schema
                .format
                .as_deref()
                .and_then(type_of_format)
                .filter(|_| schema.enumeration.is_empty())
        };
        let types = if stated.is_empty() {
            implied.map(str::to_owned).into_iter().collect()
        } else {
            stated
        };
        let choice = |keyword: &str, alternatives: Vec<ReferenceOr<Schema>>| Choice {
            place: place.child(keyword),
            alternatives: alternatives.iter().filter_map(place_of).collect(),
            discriminator: data.discriminator.clone(),
            is_implied: false,
        };
        let choices = [choice("oneOf", schema.one_of), choice("anyOf", schema.any_of)];
        let enumeration = listed(schema.enumeration, &data);
        let mut facts = Self {
            types_at: (!types.is_empty()).then(|| place.clone()),
            enumeration_at: (!enumeration.is_empty()).then(|| place.clone()),
            types,
            format: schema.format,
            enumeration,
            properties,
            required: schema.required.into_iter().map(|name| (name, place.clone())).collect(),
            tags: data.discriminator.iter().map(|tag| tag.property_name.clone()).collect(),
            additional,
            items,
            prefix_items,
            constraints,
            all_of: schema.all_of.iter().filter_map(place_of).collect(),
            choices: choices
                .into_iter()
                .filter(|choice| !choice.alternatives.is_empty())
                .collect(),
            nullable: None,
            data,
        };
        let lists_null = facts.enumeration.iter().any(|listed| listed.value.is_null());
        facts.nullable = facts.has_structure().then_some(facts.data.nullable || lists_null);
        facts
    }

    /// Whether something is said about values, apart from `allOf`, `oneOf` and `anyOf`.
    pub(super) fn has_structure(&self) -> bool {
        !self.types.is_empty() || !self.enumeration.is_empty() || self.format.is_some()
    }

    /// Whether more is said about values than which types they have.
    pub(super) fn says_more_than_types(&self) -> bool {
        !self.enumeration.is_empty()
            || self.format.is_some()
            || !self.properties.is_empty()
            || !self.items.is_empty()
            || !self.prefix_items.is_empty()
            || matches!(self.additional, Additional::All(_) | Additional::Any(_))
    }

    /// Adds what another schema says that holds, too; `place` is where it stands. The remarks are those of the other.
    pub(super) fn add(&mut self, other: Self, place: &Place) -> Result<(), Contradiction> {
        self.add_types(&other, place)?;
        self.add_enumeration(&other, place)?;
        for (name, places) in other.properties {
            self.properties.entry(name).or_default().extend(places);
        }
        for (name, place) in other.required {
            self.required.entry(name).or_insert(place);
        }
        self.tags.extend(other.tags);
        let former = std::mem::replace(&mut self.additional, Additional::Unmentioned);
        self.additional = former.and(other.additional);
        self.items.extend(other.items);
        if self.prefix_items.is_empty() {
            self.prefix_items = other.prefix_items;
        }
        self.constraints = std::mem::take(&mut self.constraints).and(&other.constraints);
        self.choices.extend(other.choices);
        self.format = other.format.or_else(|| self.format.take());
        self.nullable = match (self.nullable, other.nullable) {
            (Some(one), Some(other)) => Some(one && other),
            (one, other) => one.or(other),
        };
        self.data = other.data;
        Ok(())
    }

    fn add_types(&mut self, other: &Self, place: &Place) -> Result<(), Contradiction> {
        if other.types.is_empty() {
            return Ok(());
        }
        let common = if self.types.is_empty() {
            other.types.clone()
        } else {
            common_types(&self.types, &other.types)
        };
        if common.is_empty() {
            let (one, other) = (self.types.join(" or "), other.types.join(" or "));
            return Err(Contradiction {
                message: format!("no value is of type `{one}` and of type `{other}` at once"),
                one: self.types_at.clone().unwrap_or_else(|| place.clone()),
                other: place.clone(),
            });
        }
        self.types = common;
        self.types_at = Some(place.clone());
        Ok(())
    }

    fn add_enumeration(&mut self, other: &Self, place: &Place) -> Result<(), Contradiction> {
        if other.enumeration.is_empty() {
            return Ok(());
        }
        if self.enumeration.is_empty() {
            self.enumeration.clone_from(&other.enumeration);
        } else {
            let others: HashSet<&Value> = other.enumeration.iter().map(|listed| &listed.value).collect();
            self.enumeration.retain(|listed| others.contains(&listed.value));
        }
        if self.enumeration.is_empty() {
            return Err(Contradiction {
                message: "no value is listed by both".to_owned(),
                one: self.enumeration_at.clone().unwrap_or_else(|| place.clone()),
                other: place.clone(),
            });
        }
        self.enumeration_at = Some(place.clone());
        Ok(())
    }
}

/// The only type that a format is made for (OpenAPI Format Registry).
fn type_of_format(format: &str) -> Option<&'static str> {
    match format {
        "date-time" | "date" | "time" | "duration" | "uuid" | "byte" | "binary" | "password" | "uri" | "url"
        | "email" | "hostname" | "ipv4" | "ipv6" => Some("string"),
        "int8" | "int16" | "int32" | "int64" | "uint8" | "uint16" | "uint32" | "uint64" => Some("integer"),
        "float" | "double" => Some("number"),
        _ => None,
    }
}

/// The types that are among both; a whole number is a number.
fn common_types(one: &[String], other: &[String]) -> Vec<String> {
    let has = |types: &[String], name: &str| types.iter().any(|ty| ty == name);
    let mut common: Vec<String> = one.iter().filter(|ty| has(other, ty)).cloned().collect();
    let is_whole = |one: &[String], other: &[String]| has(one, "integer") && has(other, "number");
    if !has(&common, "integer") && (is_whole(one, other) || is_whole(other, one)) {
        common.push("integer".to_owned());
    }
    common
}

fn additional(stated: Option<AdditionalProperties>, data: &SchemaData) -> Additional {
    let patterns = references(data.extensions.get(PATTERNS));
    match stated {
        Some(AdditionalProperties::Schema(schema)) => match place_of(&schema) {
            Some(place) if patterns.is_empty() => Additional::All(vec![place]),
            place => Additional::Any(patterns.into_iter().chain(place).collect()),
        },
        Some(AdditionalProperties::Any(true)) => Additional::Anything,
        _ if !patterns.is_empty() => Additional::Any(patterns),
        Some(AdditionalProperties::Any(false)) => Additional::Forbidden,
        None => Additional::Unmentioned,
    }
}

/// The listed values with the names and descriptions that extensions give them, each value once.
fn listed(values: Vec<Value>, data: &SchemaData) -> Vec<Listed> {
    let names = extension::texts(&data.extensions, "x-enum-varnames");
    let descriptions = extension::texts(&data.extensions, "x-enum-descriptions");
    let mut listed: Vec<Listed> = Vec::new();
    let mut seen = HashSet::default();
    for (index, value) in values.into_iter().enumerate() {
        if seen.insert(value.clone()) {
            let at = |texts: &[Option<String>]| texts.get(index).cloned().flatten();
            listed.push(Listed {
                value,
                name: at(&names),
                description: at(&descriptions),
            });
        }
    }
    listed
}

fn types(data: &SchemaData) -> Vec<String> {
    let names = data.extensions.get(TYPES).and_then(Value::as_array);
    names
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}

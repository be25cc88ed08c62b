//! Schemas, one at a time.
//!
//! Whoever meets a schema asks [`Lowering::schema`] for its id, which queues it; [`Lowering::schemas`] works the queue off.
//! A schema that cannot be expressed becomes [`Kind::Untyped`], with a warning that says why.

mod all_of;
mod constraints;
mod discriminator;
mod enumeration;
mod facts;
mod join;
mod mapping;
mod object;
mod primitive;
mod sample;
mod union;

use std::rc::Rc;

use foldhash::{HashMap, HashSet};

use super::Lowering;
use super::xml::xml;
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::model::{Access, Direction, Kind, Schema, SchemaId, Schemas, Travels, Untyped};
use crate::resolve::{DYNAMIC, Unresolved};
use crate::source::Place;

use discriminator::Extensions;
use facts::Facts;
use join::{Join, Unjoined};
pub(super) use sample::Samples;

/// How many combinations of schemas are made at most; a description that has more was not written for people.
const MOST_JOINS: usize = 10_000;

/// The schemas that have been met, and those among them that have not been read yet.
#[derive(Default)]
pub(super) struct Queue {
    schemas: Schemas,
    ids: HashMap<Place, SchemaId>,
    /// By the component or operation that they belong to.
    joins: HashMap<(Vec<String>, Join), SchemaId>,
    unread: Vec<(SchemaId, Join)>,
    /// The pieces whose findings have been told.
    told: HashSet<Place>,
    /// The parts of `allOf` that cannot be had, which has been told.
    left_out: HashSet<Place>,
    extensions: Option<Rc<Extensions>>,
    /// The names in `required` that nobody declares, which has been told.
    undeclared: HashSet<(Place, String)>,
}

impl Queue {
    /// Takes in a schema that does not stand in the description, under the place where it would stand.
    pub(super) fn add(&mut self, place: Place, kind: Kind) -> SchemaId {
        if let Some(id) = self.ids.get(&place) {
            return *id;
        }
        let id = self.schemas.push(Schema::blank(place.clone(), kind));
        self.ids.insert(place, id);
        id
    }
}

impl Lowering<'_> {
    /// The id of the schema at a place, or of the one that the reference there leads to.
    ///
    /// A place without a schema allows anything.
    pub(super) fn schema(&mut self, place: &Place) -> SchemaId {
        if self.description.node(place).is_none() {
            return self.queue.add(place.clone(), Kind::Untyped(Untyped::Anything));
        }
        let target = match self.description.follow_schema(place) {
            Ok(target) => target,
            Err(error) => {
                if let Some(id) = self.queue.ids.get(place) {
                    return *id;
                }
                let kind = self.without_type(error.diagnostic("the schema", "the value is not typed"));
                return self.queue.add(place.clone(), kind);
            }
        };
        if let Some(id) = self.queue.ids.get(&target) {
            return *id;
        }
        let id = self.queue.add(target.clone(), Kind::Untyped(Untyped::Anything));
        self.queue.unread.push((id, Join::one(target)));
        id
    }

    /// The id of what several schemas say together; its name is made from `place`.
    fn join(&mut self, place: Place, join: Join) -> SchemaId {
        let key = (owner(&place), join);
        if let Some(id) = self.queue.joins.get(&key) {
            return *id;
        }
        if self.queue.joins.len() >= MOST_JOINS {
            let error = Unjoined::TooMuch(place.clone());
            let kind = self.without_type(error.diagnostic("the value is not typed"));
            return self.queue.add(place, kind);
        }
        let schema = Schema::blank(place, Kind::Untyped(Untyped::Anything));
        let id = self.queue.schemas.push(schema);
        self.queue.unread.push((id, key.1.clone()));
        self.queue.joins.insert(key, id);
        id
    }

    /// Reads every schema of the components and every one that operations lead to.
    pub(super) fn schemas(&mut self) -> Schemas {
        let components = self.description.component_schemas();
        let places: Vec<Place> = self.description.members(components).map(|(_, place)| place).collect();
        for place in places {
            self.component(&place);
        }
        while let Some((id, join)) = self.queue.unread.pop() {
            if self.copies.are_spent() {
                break;
            }
            let place = self.queue.schemas[id].place.clone();
            self.queue.schemas[id] = match self.read(&place, &join) {
                Ok((facts, kind)) => self.schema_of(place, &join, facts, kind),
                Err(error) => {
                    let kind = self.without_type(error.diagnostic("the value is not typed"));
                    Schema::blank(place, kind)
                }
            };
        }
        let mut schemas = std::mem::take(&mut self.queue.schemas);
        for id in schemas.ids() {
            schemas[id].component = self.description.component(&schemas[id].place);
        }
        schemas
    }

    /// A component that is only a reference is another name for what it refers to.
    fn component(&mut self, place: &Place) {
        let id = self.schema(place);
        let target = &self.queue.schemas[id].place;
        let key = place.pointer.tokens().pop();
        // A component of another file may bear the name itself.
        if target != place && (target.file == place.file || self.description.component(target) != key) {
            self.queue.add(place.clone(), Kind::Alias(id));
        }
    }

    /// What a schema says, and what its values are.
    fn read(&mut self, place: &Place, join: &Join) -> Result<(Facts, Kind), Unjoined> {
        let [only] = join.places.as_slice() else {
            return self.read_several(place, join);
        };
        let mut facts = self.facts(only).map_err(Unjoined::Unresolved)?;
        let parts = std::mem::take(&mut facts.all_of);
        if !parts.is_empty()
            && join.decided.is_empty()
            && let Some(sole) = self.sole_part(Some(&facts), &parts, only)
        {
            for part in &parts {
                self.take_remarks(&mut facts.data, part);
                self.take_constraints(&mut facts, part);
            }
            return Ok((facts, Kind::Alias(self.schema(&sole))));
        }
        if facts.choices.is_empty()
            && let Some(discriminator) = facts.data.discriminator.take()
            && let Some(choice) = self.implied_choice(&discriminator, only)
            && !join.decided.contains(&choice.place)
        {
            let kind = self.union(&facts, &choice, place, join);
            return Ok((facts, kind));
        }
        if parts.is_empty() {
            facts
                .choices
                .retain(|choice| !join.decided.contains(&choice.place) && self.says_something(choice));
        } else {
            facts = self.joined_facts(join)?;
        }
        let kind = self.kind(&facts, place, join);
        Ok((facts, kind))
    }

    fn read_several(&mut self, place: &Place, join: &Join) -> Result<(Facts, Kind), Unjoined> {
        let sole = if join.decided.is_empty() {
            self.sole_part(None, &join.places, place)
        } else {
            None
        };
        let mut facts = self.joined_facts(join)?;
        for part in join.places.iter().rev().skip(1) {
            self.take_remarks(&mut facts.data, part);
        }
        let kind = match sole {
            Some(sole) => Kind::Alias(self.schema(&sole)),
            None => self.kind(&facts, place, join),
        };
        facts.data.nullable = false;
        if facts.data.title.is_none() && !join.decided.is_empty() {
            let last = join
                .places
                .last()
                .and_then(|last| self.description.follow_schema(last).ok());
            facts.data.title = last.and_then(|last| self.description.component(&last));
        }
        Ok((facts, kind))
    }

    /// What the piece at a place says; what is wrong with it is told the first time only.
    fn facts(&mut self, place: &Place) -> Result<Facts, Unresolved> {
        let mut again = Report::default();
        let report = if self.queue.told.insert(place.clone()) {
            &mut self.report
        } else {
            &mut again
        };
        Ok(Facts::of(self.description.schema(place, report)?, place))
    }

    fn schema_of(&mut self, place: Place, join: &Join, facts: Facts, kind: Kind) -> Schema {
        let secret = facts.format.as_deref() == Some("password");
        let mut alternatives = facts.choices.iter().flat_map(|choice| &choice.alternatives);
        let has_null_alternative = join.decided.is_empty() && alternatives.any(|alternative| self.is_null(alternative));
        let data = facts.data;
        let xml = xml(&data);
        let access = match (data.read_only, data.write_only) {
            (true, false) => Access::ReadOnly,
            (false, true) => Access::WriteOnly,
            _ => Access::Both,
        };
        // A default is a value that fits, and one of the description's own.
        let has_value = data.example.is_some() || data.default.is_some();
        let node = self.description.node(&place).filter(|_| !has_value);
        Schema {
            component: None,
            title: data.title,
            description: data.description,
            deprecated: data.deprecated,
            nullable: data.nullable || facts.nullable == Some(true) || has_null_alternative,
            access,
            secret: secret || (access == Access::WriteOnly && matches!(kind, Kind::String(_))),
            constraints: facts.constraints,
            default: data.default,
            example: data.example.or_else(|| node.and_then(|node| self.samples.sample(node))),
            direction: Direction::default(),
            repeats: None,
            request_of: None,
            travels: Travels::AsJson,
            xml,
            kind,
            place,
        }
    }

    /// What the values of a schema are. The order of the questions is the order of what says most.
    fn kind(&mut self, facts: &Facts, place: &Place, join: &Join) -> Kind {
        if !facts.enumeration.is_empty() {
            return self.enumeration(&facts.enumeration, &facts.types, facts.format.as_deref(), place);
        }
        if let Some(choice) = facts.choices.first() {
            return self.union(facts, choice, place, join);
        }
        match facts.types.as_slice() {
            [] => self.kind_of_type(None, facts, place),
            [only] => self.kind_of_type(Some(only), facts, place),
            _ => self.union_of_types(facts, place),
        }
    }

    /// What the values of a schema are, by their type.
    fn kind_of_type(&mut self, data_type: Option<&str>, facts: &Facts, place: &Place) -> Kind {
        match data_type {
            Some("object") => self.object(facts, place),
            Some("array") => self.array(facts, place),
            Some("string") => primitive::string(facts),
            Some("integer") => primitive::integer(facts),
            Some("number") => primitive::number(facts),
            Some("boolean") => Kind::Boolean,
            Some(other) => {
                let message = format!("`{other}` is not a type, so the value is not typed");
                self.untyped(place, message, "use string, number, integer, boolean, array or object")
            }
            None => match facts.data.extensions.get(DYNAMIC).and_then(serde_json::Value::as_str) {
                None => Kind::Untyped(Untyped::Anything),
                Some(keyword) => {
                    let message =
                        format!("what `{keyword}` means depends on who refers to it, so the value is not typed");
                    self.untyped(place, message, "use `$ref` in its place")
                }
            },
        }
    }

    /// A value that we cannot type, with the warning that says why.
    fn untyped(&mut self, place: &Place, message: impl Into<String>, help: &str) -> Kind {
        self.without_type(Diagnostic::new(Code::UNTYPED, message).at(place.clone()).help(help))
    }

    fn without_type(&mut self, warning: Diagnostic) -> Kind {
        let code = warning.code;
        self.report.push(warning);
        Kind::Untyped(Untyped::Inexpressible(code))
    }
}

/// The component or the operation that a place belongs to.
fn owner(place: &Place) -> Vec<String> {
    let mut tokens = place.pointer.tokens();
    tokens.truncate(3);
    tokens
}

//! Schemas, one at a time.
//!
//! Whoever meets a schema asks [`Lowering::schema`] for its id, which queues it; [`Lowering::schemas`] works the queue off.
//! A schema that cannot be expressed becomes [`Kind::Untyped`], with a warning that says why.

mod all_of;
mod enumeration;
mod facts;
mod object;
mod primitive;
mod union;

use std::collections::HashMap;

use super::Lowering;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Access, Direction, Kind, Schema, SchemaId, Schemas, Untyped};
use crate::resolve::Unresolved;
use crate::source::Place;

use facts::Facts;

/// The schemas that have been met, and those among them that have not been read yet.
#[derive(Default)]
pub(super) struct Queue {
    schemas: Schemas,
    ids: HashMap<Place, SchemaId>,
    unread: Vec<SchemaId>,
}

impl Queue {
    /// Takes in a schema that does not stand in the description, under the place where it would stand.
    pub(super) fn add(&mut self, place: Place, kind: Kind) -> SchemaId {
        if let Some(id) = self.ids.get(&place) {
            return *id;
        }
        let id = self.schemas.push(blank(place.clone(), kind));
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
                let kind = self.unresolved(&error);
                return self.queue.add(place.clone(), kind);
            }
        };
        if let Some(id) = self.queue.ids.get(&target) {
            return *id;
        }
        let id = self.queue.add(target, Kind::Untyped(Untyped::Anything));
        self.queue.unread.push(id);
        id
    }

    /// Reads every schema of the components and every one that operations lead to.
    pub(super) fn schemas(&mut self) -> Schemas {
        let components = self.description.component_schemas();
        let places: Vec<Place> = self.description.members(&components).map(|(_, place)| place).collect();
        for place in places {
            self.component(&place);
        }
        while let Some(id) = self.queue.unread.pop() {
            let place = self.queue.schemas[id].place.clone();
            self.queue.schemas[id] = self.read_schema(place);
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

    fn read_schema(&mut self, place: Place) -> Schema {
        let facts = match self.description.schema(&place, self.report) {
            Ok(piece) => Facts::of(piece),
            Err(error) => {
                let kind = self.unresolved(&error);
                return blank(place, kind);
            }
        };
        let kind = self.kind(&facts, &place);
        let secret = facts.format.as_deref() == Some("password");
        let has_null_variant = facts.variants.iter().any(|variant| self.is_null(variant));
        let has_null = facts.enumeration.iter().any(serde_json::Value::is_null);
        let data = facts.data;
        let access = match (data.read_only, data.write_only) {
            (true, false) => Access::ReadOnly,
            (false, true) => Access::WriteOnly,
            _ => Access::Both,
        };
        Schema {
            component: None,
            title: data.title,
            description: data.description,
            deprecated: data.deprecated,
            nullable: data.nullable || has_null || has_null_variant,
            access,
            secret: secret || (access == Access::WriteOnly && matches!(kind, Kind::String(_))),
            default: data.default,
            example: data.example,
            direction: Direction::default(),
            kind,
            place,
        }
    }

    /// What the values of a schema are. The order of the questions is the order of what says most.
    fn kind(&mut self, facts: &Facts, place: &Place) -> Kind {
        if !facts.enumeration.is_empty() {
            return self.enumeration(facts, place);
        }
        if !facts.all_of.is_empty() {
            return self.all_of(facts, place);
        }
        if !facts.variants.is_empty() {
            return self.union(facts, place);
        }
        if !facts.types.is_empty() {
            return self.union_of_types(facts, place);
        }
        self.kind_of_type(facts.data_type(), facts, place)
    }

    /// What the values of a schema are, by their type.
    fn kind_of_type(&mut self, data_type: Option<&str>, facts: &Facts, place: &Place) -> Kind {
        match data_type {
            Some("object") => self.object(facts, place),
            Some("array") => Kind::Array(self.schema(facts.items.as_ref().unwrap_or(&place.child("items")))),
            Some("string") => primitive::string(facts),
            Some("integer") => primitive::integer(facts),
            Some("number") => primitive::number(facts),
            Some("boolean") => Kind::Boolean,
            Some(other) => {
                let message = format!("`{other}` is not a type, so the value is not typed");
                self.untyped(place, message, "use string, number, integer, boolean, array or object")
            }
            None => Kind::Untyped(Untyped::Anything),
        }
    }

    /// A value that we cannot type, with the warning that says why.
    fn untyped(&mut self, place: &Place, message: impl Into<String>, help: &str) -> Kind {
        self.report
            .push(Diagnostic::new(Code::UNTYPED, message).at(place.clone()).help(help));
        Kind::Untyped(Untyped::Inexpressible(Code::UNTYPED))
    }

    /// A value whose schema cannot be had, with the warning that says why.
    fn unresolved(&mut self, error: &Unresolved) -> Kind {
        let warning = error.diagnostic("the schema", "the value is not typed");
        let code = warning.code;
        self.report.push(warning);
        Kind::Untyped(Untyped::Inexpressible(code))
    }
}

fn blank(place: Place, kind: Kind) -> Schema {
    Schema {
        place,
        component: None,
        title: None,
        description: None,
        deprecated: false,
        nullable: false,
        access: Access::Both,
        secret: false,
        default: None,
        example: None,
        direction: Direction::default(),
        kind,
    }
}

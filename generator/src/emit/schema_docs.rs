//! What schemas and properties are, in words.

use serde_json::Value;

use super::context::Context;
use super::docs::{Docs, code};
use crate::model::{Kind, Property, SchemaId, Untyped};
use crate::source::Pointer;

/// A default that is longer is no remark in passing.
const LONGEST_DEFAULT: usize = 40;

impl Context<'_> {
    /// What a schema is, in words.
    pub(super) fn schema_docs(&self, id: SchemaId) -> Docs {
        let schema = &self.api.schemas[id];
        let text = schema
            .description
            .as_deref()
            .or(schema.title.as_deref())
            .filter(|text| !text.trim().is_empty());
        let docs = Docs::default().theirs(text);
        let docs = if docs.is_empty() {
            docs.ours(self.where_declared(id))
        } else {
            docs
        };
        let received = schema.request_of.and_then(|received| self.names.types.get(&received));
        let docs = match received {
            Some(received) => docs.ours(format!(
                "This is what is sent; [`{0}`](super::{0}) is what comes back.",
                received.ident
            )),
            None => docs,
        };
        let json = schema.form_of().and_then(|json| self.names.types.get(&json));
        let docs = match json {
            Some(json) => docs.ours(format!(
                "This is what is sent in parts, with files; [`{0}`](super::{0}) is the same as JSON.",
                json.ident
            )),
            None => docs,
        };
        self.remarks(docs, id)
    }

    fn where_declared(&self, id: SchemaId) -> String {
        let schema = &self.api.schemas[id];
        match &schema.component {
            Some(key) => format!("The schema {}.", code(key)),
            None => match self.api.unit_around(&schema.place) {
                Some((_, unit)) => format!("Declared in {}.", code(&unit.path())),
                None => where_declared_inline(&schema.place.pointer),
            },
        }
    }

    /// The value that the server takes where none is given, as far as it is a short one.
    pub(super) fn default_text(&self, id: SchemaId) -> Option<String> {
        match self.api.schemas[id].default.as_ref()? {
            Value::String(text) if text.chars().count() > LONGEST_DEFAULT => None,
            Value::String(text) => Some(code(text)),
            value @ (Value::Number(_) | Value::Bool(_)) => Some(code(&value.to_string())),
            Value::Null | Value::Array(_) | Value::Object(_) => None,
        }
    }

    /// What a property is, in words, where the description has any. Those of a schema that it refers to stand at the type of
    /// that schema, and only there: so a change of them is a change of one place.
    pub(super) fn property_docs(&self, property: &Property) -> Docs {
        let schema = &self.api.schemas[property.schema];
        let own = Some(schema).filter(|schema| schema.place == property.place);
        let docs = Docs::default().theirs(own.and_then(|schema| schema.description.as_deref()));
        match own {
            Some(_) => self.remarks(docs, property.schema),
            None => docs,
        }
    }

    /// What has to be known about a schema besides what its author says.
    fn remarks(&self, docs: Docs, id: SchemaId) -> Docs {
        let schema = &self.api.schemas[id];
        let docs = match schema.kind {
            Kind::Untyped(Untyped::Inexpressible(finding)) => docs.ours(format!(
                "Any JSON value, as no type can express the schema ({finding})."
            )),
            Kind::Untyped(Untyped::Undeclared) => {
                docs.ours("Required by the description, which does not say what it holds.")
            }
            _ => docs,
        };
        let docs = match self.constraints(id) {
            Some(text) => docs.ours(text),
            None => docs,
        };
        if schema.deprecated {
            docs.ours("**Deprecated.**")
        } else {
            docs
        }
    }
}

/// Where a type comes from that has no name of its own in the description.
fn where_declared_inline(pointer: &Pointer) -> String {
    let tokens = pointer.tokens();
    match tokens.as_slice() {
        [paths, path, method, what, ..] if paths == "paths" => {
            let what = match what.as_str() {
                "requestBody" => "what is sent",
                "responses" => "an answer",
                "callbacks" => "a callback",
                _ => "a parameter",
            };
            format!(
                "Declared in {what} of {}.",
                code(&format!("{} {path}", method.to_uppercase()))
            )
        }
        [webhooks, name, ..] if webhooks == "webhooks" || webhooks == "x-webhooks" => {
            format!("Declared in the webhook {}.", code(name))
        }
        [components, _, name, ..] if components == "components" => format!("Declared in {}.", code(name)),
        _ => format!("Declared at {}.", code(pointer.as_str())),
    }
}

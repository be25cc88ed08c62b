//! What a page is made of.

use crate::model::{Kind, Property, SchemaId, Schemas};
use crate::source::Pointer;

/// A page.
pub(super) struct Shape<'a> {
    pub(super) schemas: &'a Schemas,
    pub(super) root: SchemaId,
}

/// What stands at a place.
pub(super) enum Found<'a> {
    Kind(&'a Kind),
    /// The description leaves open what stands there.
    Open,
    Nothing,
}

/// A property of a page, or of something in it that speaks of pages.
pub(super) struct Member<'a> {
    pub(super) pointer: Pointer,
    pub(super) name: &'a str,
    pub(super) schema: SchemaId,
    /// The properties beside it.
    pub(super) beside: &'a [Property],
}

/// Properties that hold what is said about pages, or all of the page.
const CONTAINERS: &[&str] = &[
    "_links",
    "_meta",
    "_pagination",
    "cursor",
    "cursors",
    "data",
    "links",
    "meta",
    "metadata",
    "next",
    "page",
    "page_info",
    "pageInfo",
    "pages",
    "pagination",
    "paging",
    "response",
    "response_metadata",
    "responseMetadata",
    "result",
    "result_info",
    "results",
];
/// Properties that hold the list and what is said about pages with it.
const WRAPPERS: &[&str] = &["_embedded", "data", "response", "result", "results"];
/// An object of more properties is no page, nor speaks of one; many operations can answer with one huge object.
const MOST: usize = 200;
/// Lists that are not what a page is about.
const REMARKS: &[&str] = &["errors", "messages", "warnings"];

impl<'a> Shape<'a> {
    pub(super) fn kind(&self, id: SchemaId) -> &'a Kind {
        &self.schemas[self.schemas.unaliased(id)].kind
    }

    pub(super) fn properties(&self, id: SchemaId) -> &'a [Property] {
        match self.kind(id) {
            Kind::Object(object) if object.properties.len() <= MOST => &object.properties,
            _ => &[],
        }
    }

    /// What stands at a place.
    pub(super) fn at(&self, pointer: &Pointer) -> Found<'a> {
        self.below(self.root, pointer)
    }

    /// What stands at a place in the values of a schema.
    pub(super) fn below(&self, schema: SchemaId, pointer: &Pointer) -> Found<'a> {
        let mut current = schema;
        for step in pointer.each_token() {
            match self.kind(current) {
                // Each variant of a union could have it or not.
                Kind::Untyped(_) | Kind::Map(_) | Kind::Union(_) => return Found::Open,
                Kind::Object(object) => match object.properties.iter().find(|property| property.name == step) {
                    Some(property) => current = property.schema,
                    None => return Found::Nothing,
                },
                _ => return Found::Nothing,
            }
        }
        match self.kind(current) {
            Kind::Untyped(_) => Found::Open,
            kind => Found::Kind(kind),
        }
    }

    /// The properties of a page, and of what speaks of pages in it.
    pub(super) fn members(&self) -> Vec<Member<'a>> {
        let mut members = Vec::new();
        let mut holders = vec![(Pointer::root(), self.root)];
        // `links.pages.next` is the deepest that there is.
        for _ in 0..3 {
            let mut inner = Vec::new();
            for (pointer, holder) in holders {
                let beside = self.properties(holder);
                for property in beside {
                    let pointer = pointer.child(&property.name);
                    if CONTAINERS.contains(&property.name.as_str()) {
                        inner.push((pointer.clone(), property.schema));
                    }
                    members.push(Member {
                        pointer,
                        name: &property.name,
                        schema: property.schema,
                        beside,
                    });
                }
            }
            holders = inner;
        }
        members
    }

    /// The one list of a page: the page itself, its only property that is a list, or that of what the page is wrapped in.
    pub(super) fn list(&self) -> Option<(Pointer, SchemaId)> {
        if let Kind::Array(items) = self.kind(self.root) {
            return Some((Pointer::root(), *items));
        }
        let own = self.lists(&Pointer::root(), self.root);
        if !own.is_empty() {
            return the_one(own);
        }
        let properties = self.properties(self.root).iter();
        let wrappers = properties.filter(|property| WRAPPERS.contains(&property.name.as_str()));
        let lists = wrappers.flat_map(|wrapper| self.lists(&Pointer::root().child(&wrapper.name), wrapper.schema));
        the_one(lists.collect())
    }

    fn lists(&self, pointer: &Pointer, holder: SchemaId) -> Vec<(Pointer, SchemaId)> {
        let properties = self.properties(holder).iter();
        let lists = properties.filter_map(|property| match self.kind(property.schema) {
            Kind::Array(items) => Some((pointer.child(&property.name), *items)),
            _ => None,
        });
        lists.collect()
    }
}

/// The only list; beside it there may be lists of remarks.
fn the_one(mut lists: Vec<(Pointer, SchemaId)>) -> Option<(Pointer, SchemaId)> {
    if lists.len() > 1 {
        let is_remark = |pointer: &Pointer| {
            REMARKS
                .iter()
                .any(|name| pointer.tokens().ends_with(&[(*name).to_owned()]))
        };
        lists.retain(|(pointer, _)| !is_remark(pointer));
    }
    if lists.len() == 1 { lists.pop() } else { None }
}

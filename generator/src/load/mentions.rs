//! What a tree says about documents: the ones that it refers to, and the names that it gives to its own parts.

use serde_json::Value;

use crate::source::Pointer;

/// Keys whose members are named by the author, so that `x-` begins no extension among them.
const MAPS: &[&str] = &[
    "$defs",
    "callbacks",
    "content",
    "definitions",
    "dependentSchemas",
    "encoding",
    "examples",
    "headers",
    "links",
    "parameters",
    "pathItems",
    "patternProperties",
    "properties",
    "requestBodies",
    "responses",
    "schemas",
    "securitySchemes",
    "variables",
];

/// Something that a tree says, and where.
pub(super) enum Mention<'a> {
    /// `$ref`, or what stands for one.
    Reference(&'a str),
    /// A reference below an extension, where nobody reads it.
    Unread(&'a str),
    /// `$id`, or `$self` of the whole document: the URI of this part (JSON Schema 2020-12, section 8.2.1; OpenAPI 3.2,
    /// section 4.1).
    Id(&'a str),
    /// `$anchor` or `$dynamicAnchor`: a name for this part (JSON Schema 2020-12, section 8.2.2).
    Anchor(&'a str),
}

/// Shows each mention to `seen`, with the object that makes it.
pub(super) fn each<'a>(root: &'a Value, seen: &mut dyn FnMut(Mention<'a>, Pointer)) {
    let mut path = Vec::new();
    walk(root, &mut path, Room::default(), seen);
}

/// What is known of the surroundings of a node.
#[derive(Clone, Copy, Default)]
struct Room {
    /// Whether the members of the node are named by the author.
    is_map: bool,
    /// Whether the node is the `discriminator` of a schema, or its `mapping`, whose values are names or references.
    discriminator: Option<Mapping>,
    /// Whether the node stands below an extension.
    is_extension: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mapping {
    /// `discriminator`
    Above,
    /// `mapping`
    Here,
}

/// One step from the root to a node.
enum Step<'a> {
    Key(&'a str),
    Index(usize),
}

/// `load` lets no tree in that is deep enough to hurt.
fn walk<'a>(node: &'a Value, path: &mut Vec<Step<'a>>, room: Room, seen: &mut dyn FnMut(Mention<'a>, Pointer)) {
    match node {
        Value::Array(elements) => {
            let room = Room {
                is_extension: room.is_extension,
                ..Room::default()
            };
            for (index, element) in elements.iter().enumerate() {
                path.push(Step::Index(index));
                walk(element, path, room, seen);
                path.pop();
            }
        }
        Value::Object(members) => {
            for (key, value) in members {
                if let Some(text) = value.as_str() {
                    if let Some(mention) = mention(key, text, room) {
                        seen(mention, pointer(path));
                    }
                    continue;
                }
                path.push(Step::Key(key));
                walk(value, path, below(key, room), seen);
                path.pop();
            }
        }
        _ => {}
    }
}

fn mention<'a>(key: &str, text: &'a str, room: Room) -> Option<Mention<'a>> {
    match key {
        "$ref" if room.is_extension => Some(Mention::Unread(text)),
        "$ref" | "$dynamicRef" => Some(Mention::Reference(text)),
        "$id" | "$self" => Some(Mention::Id(text)),
        "$anchor" | "$dynamicAnchor" => Some(Mention::Anchor(text)),
        // OpenAPI 3.0.4, section 4.7.25: a value of the mapping is the name of a component or a reference.
        _ if room.discriminator == Some(Mapping::Here) && text.contains(['/', '.', '#']) => {
            Some(Mention::Reference(text))
        }
        _ => None,
    }
}

fn below(key: &str, room: Room) -> Room {
    Room {
        is_map: !room.is_map && MAPS.contains(&key),
        is_extension: room.is_extension || (!room.is_map && key.starts_with("x-")),
        discriminator: match (room.discriminator, key) {
            (None, "discriminator") if !room.is_map => Some(Mapping::Above),
            (Some(Mapping::Above), "mapping") => Some(Mapping::Here),
            _ => None,
        },
    }
}

fn pointer(path: &[Step<'_>]) -> Pointer {
    path.iter().fold(Pointer::root(), |pointer, step| match step {
        Step::Key(key) => pointer.child(*key),
        Step::Index(index) => pointer.child(*index),
    })
}

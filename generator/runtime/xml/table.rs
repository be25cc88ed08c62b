//! How values are written as XML, as data.

use std::collections::HashSet;

/// An element: its name, and how its content holds a value.
#[derive(Clone, Copy, Debug)]
pub struct Xml {
    /// Its name, with a prefix where it has one.
    pub(super) name: &'static str,
    /// The namespace that its prefix stands for, or that it begins without one; empty where there is none.
    pub(super) namespace: &'static str,
    pub(super) shape: Shape,
}

/// How an element holds a value.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// As text: a string.
    Text,
    /// As text: a number.
    Number,
    /// As text: `true` or `false`.
    Boolean,
    /// As it comes: nothing is known about the value.
    Any,
    /// As elements and attributes: an object.
    Object {
        /// The members that have a name.
        members: &'static [Member],
        /// All others: elements that are called by their keys.
        rest: Option<&'static Member>,
    },
    /// As one of several elements does: a union of objects. Which members are there says which one it is.
    OneOf {
        /// The elements, whose names do not count.
        alternatives: &'static [&'static Xml],
        /// What tells them apart, where none of them has it as a member.
        tag: Option<&'static Member>,
    },
    /// As one element for each item of a list.
    List(&'static Xml),
    /// As another element does, whose name does not count.
    Of(&'static Xml),
}

/// A member of an object.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    /// Its name in JSON.
    pub(super) key: &'static str,
    pub(super) node: Node,
    pub(super) xml: Xml,
}

/// What a member is in XML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Node {
    /// An element.
    Element,
    /// An attribute of the element around it.
    Attribute,
    /// The text of the element around it.
    Text,
    /// An element for each item, with nothing around them.
    Items {
        /// Whether a list without items stands for no elements.
        required: bool,
    },
}

impl Xml {
    /// An element of no namespace.
    #[must_use]
    pub const fn new(name: &'static str, shape: Shape) -> Self {
        Self {
            name,
            namespace: "",
            shape,
        }
    }

    /// The same element in a namespace.
    #[must_use]
    pub const fn namespace(self, namespace: &'static str) -> Self {
        Self { namespace, ..self }
    }
}

impl Shape {
    /// An object of these members.
    #[must_use]
    pub const fn object(members: &'static [Member]) -> Self {
        Self::Object { members, rest: None }
    }

    /// An object of these members and any others.
    #[must_use]
    pub const fn open(members: &'static [Member], rest: &'static Member) -> Self {
        Self::Object {
            members,
            rest: Some(rest),
        }
    }

    /// An object that is one of these.
    #[must_use]
    pub const fn one_of(alternatives: &'static [&'static Xml]) -> Self {
        Self::OneOf {
            alternatives,
            tag: None,
        }
    }

    /// An object that is one of these, as the member that all of them have says.
    #[must_use]
    pub const fn tagged(tag: &'static Member, alternatives: &'static [&'static Xml]) -> Self {
        Self::OneOf {
            alternatives,
            tag: Some(tag),
        }
    }

    /// The members that an object of this shape can have: of a union those of all alternatives, each key once. Beside each
    /// stands whether it is one of a union, which no value has to have.
    pub(super) fn members(self) -> Vec<(&'static Member, bool)> {
        if let Self::Object { members, .. } = self {
            return members.iter().map(|member| (member, false)).collect();
        }
        let mut found: Vec<(&'static Member, bool)> = Vec::new();
        let mut keys = HashSet::new();
        let mut tags: Vec<&'static Member> = Vec::new();
        let mut open = vec![(self, false)];
        while let Some((shape, in_union)) = open.pop() {
            match shape.resolved() {
                Self::Object { members, .. } => {
                    let members = members.iter().filter(|member| keys.insert(member.key));
                    found.extend(members.map(|member| (member, in_union)));
                }
                Self::OneOf { alternatives, tag } => {
                    open.extend(alternatives.iter().rev().map(|xml| (xml.shape, true)));
                    tags.extend(tag);
                }
                _ => {}
            }
        }
        let tags = tags.into_iter().filter(|tag| keys.insert(tag.key));
        found.extend(tags.map(|tag| (tag, true)));
        found
    }

    /// The member of that key.
    pub(super) fn member(self, key: &str) -> Option<&'static Member> {
        match self {
            Self::Object { members, .. } => members.iter().find(|member| member.key == key),
            Self::OneOf { .. } => {
                let mut members = self.members().into_iter();
                members.find_map(|(member, _)| (member.key == key).then_some(member))
            }
            _ => None,
        }
    }

    /// The shape itself, where this is another's.
    pub(super) fn resolved(self) -> Self {
        let mut shape = self;
        while let Self::Of(xml) = shape {
            shape = xml.shape;
        }
        shape
    }
}

impl Member {
    /// An element of that name.
    #[must_use]
    pub const fn element(key: &'static str, name: &'static str, shape: Shape) -> Self {
        Self::new(key, Node::Element, name, shape)
    }

    /// An attribute of that name.
    #[must_use]
    pub const fn attribute(key: &'static str, name: &'static str, shape: Shape) -> Self {
        Self::new(key, Node::Attribute, name, shape)
    }

    /// The text of the element that the object is.
    #[must_use]
    pub const fn text(key: &'static str, shape: Shape) -> Self {
        Self::new(key, Node::Text, "", shape)
    }

    /// An element of that name for each item of a list. Where there is none, the member is missing.
    #[must_use]
    pub const fn items(key: &'static str, name: &'static str, shape: Shape) -> Self {
        Self::new(key, Node::Items { required: false }, name, shape)
    }

    /// An element of that name for each item of a list, which can be empty.
    #[must_use]
    pub const fn required_items(key: &'static str, name: &'static str, shape: Shape) -> Self {
        Self::new(key, Node::Items { required: true }, name, shape)
    }

    /// The same member in a namespace.
    #[must_use]
    pub const fn namespace(self, namespace: &'static str) -> Self {
        Self {
            xml: self.xml.namespace(namespace),
            ..self
        }
    }

    const fn new(key: &'static str, node: Node, name: &'static str, shape: Shape) -> Self {
        let xml = Xml::new(name, shape);
        Self { key, node, xml }
    }
}

//! How values are written as XML, as data.

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

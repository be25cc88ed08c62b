//! One walk over the events of a text, which keeps the places of wanted nodes. It does not recurse, however deep the text.

use std::ops::Range;

use saphyr_parser::Event;

use super::wanted::{Id, Wanted};

/// The state between two events. Places are counted in characters, as the parser does.
pub(super) struct Walk {
    wanted: Wanted,
    open: Vec<Open>,
    /// A node that began without a character of its own (a block of YAML does); what comes next marks it.
    unmarked: Option<Id>,
}

/// An object or an array that has begun, with the node it is if that is wanted.
enum Open {
    Object { node: Option<Id>, next: Next },
    Array { node: Option<Id>, next: usize },
}

/// What an object expects.
enum Next {
    Key,
    ValueOf(Option<Id>),
}

/// What a node is to the object or array that holds it.
enum Role {
    Key,
    Value(Option<Id>),
    Element(Option<Id>),
}

impl Walk {
    pub(super) fn new(wanted: Wanted) -> Self {
        Self {
            wanted,
            open: Vec::new(),
            unmarked: None,
        }
    }

    /// Whether there is nothing more to find.
    pub(super) fn is_complete(&self) -> bool {
        self.wanted.is_complete()
    }

    /// What was found.
    pub(super) fn finish(self) -> Wanted {
        self.wanted
    }

    /// Takes in the next event, which stands at `place`.
    pub(super) fn take(&mut self, event: &Event<'_>, place: Range<usize>) {
        match event {
            Event::MappingStart(..) => {
                let node = self.begin(None, place);
                self.open.push(Open::Object { node, next: Next::Key });
            }
            Event::SequenceStart(..) => {
                let node = self.begin(None, place).filter(|node| self.wanted.has_children(*node));
                self.open.push(Open::Array { node, next: 0 });
            }
            Event::MappingEnd | Event::SequenceEnd => {
                self.open.pop();
            }
            Event::Scalar(text, ..) => {
                self.begin(Some(text), place);
            }
            Event::Alias(_) => {
                self.begin(None, place);
            }
            _ => {}
        }
    }

    /// Places a node: `text` is what it says if that is text. Gives the node if it is wanted and no key.
    fn begin(&mut self, text: Option<&str>, place: Range<usize>) -> Option<Id> {
        if let Some(node) = self.unmarked.take() {
            self.wanted.record(node, place.clone());
        }
        match self.role(text) {
            Role::Key => {
                if let Some(Open::Object {
                    next: Next::ValueOf(Some(node)),
                    ..
                }) = self.open.last()
                {
                    self.wanted.record(*node, place);
                }
                None
            }
            Role::Value(node) => node,
            Role::Element(node) => {
                if let Some(node) = node {
                    if place.is_empty() {
                        self.unmarked = Some(node);
                    } else {
                        self.wanted.record(node, place);
                    }
                }
                node
            }
        }
    }

    /// What the next node is, and moves the object or array that holds it one step on.
    fn role(&mut self, text: Option<&str>) -> Role {
        let wanted = &self.wanted;
        match self.open.last_mut() {
            None => Role::Element(Some(Wanted::ROOT)),
            Some(Open::Object { node, next }) => match std::mem::replace(next, Next::Key) {
                Next::Key => {
                    *next = Next::ValueOf(node.zip(text).and_then(|(node, key)| wanted.child(node, key)));
                    Role::Key
                }
                Next::ValueOf(member) => Role::Value(member),
            },
            Some(Open::Array { node, next }) => {
                let element = node.and_then(|node| wanted.child(node, &next.to_string()));
                *next += 1;
                Role::Element(element)
            }
        }
    }
}

//! Where the nodes of a changed tree stand in truth.

use std::collections::BTreeMap;

use crate::source::{FileId, Place, Pointer, Token};

/// The places of nodes that an overlay put where no text says them; all others stand where their pointers lead.
#[derive(Clone, Debug)]
pub struct Origins {
    file: FileId,
    moved: BTreeMap<Pointer, Place>,
}

/// What a node that is put into the tree is made of.
#[derive(Clone, Debug)]
pub(super) enum Source {
    /// A node of an overlay.
    Overlay(Place),
    /// Another node of the tree.
    Tree(Pointer),
}

impl Source {
    pub(super) fn child<'t>(&self, token: impl Into<Token<'t>>) -> Self {
        match self {
            Self::Overlay(place) => Self::Overlay(place.child(token)),
            Self::Tree(pointer) => Self::Tree(pointer.child(token)),
        }
    }
}

impl Origins {
    pub(super) fn of(file: FileId) -> Self {
        Self {
            file,
            moved: BTreeMap::new(),
        }
    }

    /// Where the text of a node stands.
    #[must_use]
    pub fn place(&self, place: &Place) -> Place {
        if place.file != self.file || self.moved.is_empty() {
            return place.clone();
        }
        let mut around = place.pointer.clone();
        let mut below = Vec::new();
        loop {
            if let Some(origin) = self.moved.get(&around) {
                return below
                    .iter()
                    .rev()
                    .fold(origin.clone(), |place, token| place.child(token));
            }
            let (Some(parent), Some(token)) = (around.parent(), around.tokens().pop()) else {
                return place.clone();
            };
            below.push(token);
            around = parent;
        }
    }

    /// Remembers that a new node stands at a pointer.
    pub(super) fn put(&mut self, pointer: &Pointer, source: &Source) {
        let (origin, below) = match source {
            Source::Overlay(place) => (place.clone(), Vec::new()),
            Source::Tree(from) => (self.here(from), self.below(from)),
        };
        self.forget(pointer);
        self.moved.insert(pointer.clone(), origin);
        for (rest, origin) in below {
            self.moved.insert(Pointer::parse(format!("{pointer}{rest}")), origin);
        }
    }

    /// Forgets a node that is removed, with all below it.
    pub(super) fn forget(&mut self, pointer: &Pointer) {
        for (rest, _) in self.below(pointer) {
            self.moved.remove(&Pointer::parse(format!("{pointer}{rest}")));
        }
        self.moved.remove(pointer);
    }

    /// Remembers that an element was removed from an array: those behind it, up to the former `length`, stand one before.
    pub(super) fn close_gap(&mut self, array: &Pointer, removed: usize, length: usize) {
        for index in removed + 1..length {
            let source = Source::Tree(array.child(index));
            self.put(&array.child(index - 1), &source);
        }
        self.forget(&array.child(length - 1));
    }

    fn here(&self, pointer: &Pointer) -> Place {
        self.place(&Place {
            file: self.file,
            pointer: pointer.clone(),
        })
    }

    /// What is remembered of nodes below one, each with the rest of its pointer.
    fn below(&self, pointer: &Pointer) -> Vec<(String, Place)> {
        let head = format!("{pointer}/");
        let entries = self.moved.range(Pointer::parse(head.as_str())..);
        let entries = entries.take_while(|(entry, _)| entry.as_str().starts_with(&head));
        entries
            .map(|(entry, place)| (entry.as_str()[pointer.as_str().len()..].to_owned(), place.clone()))
            .collect()
    }
}

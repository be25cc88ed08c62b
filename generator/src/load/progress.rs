//! Where the visitor is, and what it may still spend.

use serde::de::Error;

use super::budget::{Budget, DEPTH, Limit};
use crate::source::Pointer;

/// What is known while a tree is being read.
pub(super) struct Progress {
    /// What may still be spent.
    pub(super) budget: Budget,
    /// The way from the root to the node that is being read.
    path: Vec<Step>,
    /// The bytes of the keys on that way.
    keys: usize,
    /// The limit that ended the reading.
    pub(super) exceeded: Option<Limit>,
    /// Keys that stand twice in one object.
    pub(super) duplicates: Vec<Pointer>,
}

/// One step from a node to one that it holds.
pub(super) enum Step {
    Key(String),
    Index(usize),
}

/// More duplicates than this help nobody, and their pointers could be made to outgrow the document.
const MOST_DUPLICATES: usize = 100;

impl Progress {
    /// Before the first node of a document that may cost so much.
    pub(super) fn new(budget: Budget) -> Self {
        Self {
            budget,
            path: Vec::new(),
            keys: 0,
            exceeded: None,
            duplicates: Vec::new(),
        }
    }

    /// The node that is being read, or was when reading failed.
    pub(super) fn pointer(&self) -> Pointer {
        self.path.iter().fold(Pointer::root(), |pointer, step| match step {
            Step::Key(key) => pointer.child(key),
            Step::Index(index) => pointer.child(*index),
        })
    }

    /// Goes on to what a node holds.
    pub(super) fn enter(&mut self, step: Step) {
        if let Step::Key(key) = &step {
            self.keys += key.len();
        }
        self.path.push(step);
    }

    /// Goes back to the node around, and gives the key of the one that was left, if it has one.
    pub(super) fn leave(&mut self) -> Option<String> {
        let Some(Step::Key(key)) = self.path.pop() else {
            return None;
        };
        self.keys -= key.len();
        Some(key)
    }

    /// Pays for the node that is about to be read.
    pub(super) fn pay_node<E: Error>(&mut self) -> Result<(), E> {
        let pointer = self.keys + self.path.len();
        self.pay(|budget| budget.node(pointer))
    }

    /// Pays for what was just read.
    pub(super) fn pay<E: Error>(&mut self, payment: impl FnOnce(&mut Budget) -> Result<(), Limit>) -> Result<(), E> {
        payment(&mut self.budget).map_err(|limit| self.refuse(limit))
    }

    /// Keeps the key that was just read as one that stands twice.
    pub(super) fn note_duplicate(&mut self) {
        if self.duplicates.len() < MOST_DUPLICATES {
            self.duplicates.push(self.pointer());
        }
    }

    fn refuse<E: Error>(&mut self, limit: Limit) -> E {
        self.exceeded = Some(limit);
        E::custom(limit)
    }

    /// Checks that an object or an array may begin here.
    pub(super) fn check_depth<E: Error>(&mut self) -> Result<(), E> {
        if self.path.len() < DEPTH {
            Ok(())
        } else {
            Err(self.refuse(Limit::Depth))
        }
    }
}

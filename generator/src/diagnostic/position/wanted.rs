//! The pointers that are looked for, as a tree, so that a walk over the text compares each key once.

use std::ops::Range;

use foldhash::HashMap;

use crate::source::Pointer;

/// Names a node of [`Wanted`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Id(usize);

/// Whether one object of a text may say a key twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keys {
    /// Each stands once, so that nothing has to be read behind the last node that is looked for.
    Unique,
    /// One may stand twice, and all of its places are looked for.
    MayRepeat,
}

/// The nodes looked for and those on the way to them, with the places found so far.
pub(super) struct Wanted {
    nodes: Vec<Node>,
    keys: Keys,
    /// How many of the nodes have no place yet.
    missing: usize,
}

#[derive(Default)]
struct Node {
    children: HashMap<String, Id>,
    found: Vec<Range<usize>>,
}

impl Wanted {
    /// The root of the document.
    pub(super) const ROOT: Id = Id(0);

    pub(super) fn new<'p>(pointers: impl IntoIterator<Item = &'p Pointer>, keys: Keys) -> Self {
        let mut wanted = Self {
            nodes: vec![Node::default()],
            keys,
            missing: 0,
        };
        for pointer in pointers {
            pointer
                .tokens()
                .into_iter()
                .fold(Self::ROOT, |node, token| wanted.child_or_new(node, token));
        }
        wanted.missing = wanted.nodes.len();
        wanted
    }

    fn child_or_new(&mut self, parent: Id, token: String) -> Id {
        let next = Id(self.nodes.len());
        let child = *self.nodes[parent.0].children.entry(token).or_insert(next);
        if child == next {
            self.nodes.push(Node::default());
        }
        child
    }

    /// The member or element of a node, if it or something below it is looked for.
    pub(super) fn child(&self, parent: Id, token: &str) -> Option<Id> {
        self.nodes[parent.0].children.get(token).copied()
    }

    /// Whether elements of the node are looked for.
    pub(super) fn has_children(&self, node: Id) -> bool {
        !self.nodes[node.0].children.is_empty()
    }

    /// Keeps a place of a node.
    pub(super) fn record(&mut self, node: Id, place: Range<usize>) {
        let found = &mut self.nodes[node.0].found;
        self.missing -= usize::from(found.is_empty());
        found.push(place);
    }

    /// Whether there is nothing more to find.
    pub(super) fn is_complete(&self) -> bool {
        self.missing == 0 && self.keys == Keys::Unique
    }

    /// Makes every place unknown again.
    pub(super) fn forget_places(&mut self) {
        for node in &mut self.nodes {
            node.found.clear();
        }
        self.missing = self.nodes.len();
    }

    /// Every place found.
    pub(super) fn ranges_mut(&mut self) -> impl Iterator<Item = &mut Range<usize>> {
        self.nodes.iter_mut().flat_map(|node| node.found.iter_mut())
    }

    /// The places of one node.
    pub(super) fn exactly(&self, pointer: &Pointer) -> &[Range<usize>] {
        let tokens = pointer.tokens();
        let node = tokens
            .iter()
            .try_fold(Self::ROOT, |node, token| self.child(node, token));
        node.map_or(&[], |node| &self.nodes[node.0].found)
    }

    /// The last place of the node, or of the nearest one around it that was found.
    pub(super) fn nearest(&self, pointer: &Pointer) -> Option<Range<usize>> {
        let mut node = Self::ROOT;
        let mut nearest = self.nodes[node.0].found.last();
        for token in pointer.tokens() {
            let Some(child) = self.child(node, &token) else { break };
            node = child;
            nearest = self.nodes[node.0].found.last().or(nearest);
        }
        nearest.cloned()
    }
}

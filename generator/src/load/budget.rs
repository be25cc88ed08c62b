//! How much a description may be, all its files together, so that none can exhaust the machine.

use std::fmt;

/// The most bytes of text.
const BYTES: u64 = 256 << 20;

/// The most levels of objects and arrays. The deepest of thirty real descriptions has 21. The number stays below the 128
/// at which `serde_json` and the YAML parser give up, so that both formats end at the same depth and with our own words; it
/// also bounds the recursion of everything that walks the tree.
pub(crate) const DEPTH: usize = 120;

/// The most nodes.
const NODES: usize = 20_000_000;

/// The bytes of the pointers to all nodes. A key of megabytes around thousands of nodes would be in the place of each; Microsoft
/// Graph, with 46 MB, has 185 MB of them.
const POINTERS: usize = 1 << 30;

/// The nodes and bytes of text that aliases may add to what stands in the text.
const NODES_BY_ALIAS: usize = 250_000;
const TEXT_BY_ALIAS: usize = 32 << 20;

/// A limit that was passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Limit {
    Bytes,
    Depth,
    Nodes,
    Pointers,
    Aliases,
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bytes => write!(f, "a description, with all its files, may be {} MiB large", BYTES >> 20),
            Self::Depth => write!(f, "objects and arrays nest deeper than {DEPTH} levels"),
            Self::Nodes => write!(f, "a description, with all its files, may have {NODES} nodes"),
            Self::Pointers => f.write_str("the keys around too many nodes are too long"),
            Self::Aliases => f.write_str("aliases repeat too much of the document"),
        }
    }
}

/// What is left to spend on one description. Every file that it consists of takes its part.
#[derive(Clone, Debug)]
pub(crate) struct Allowance {
    bytes: u64,
    nodes: usize,
    pointers: usize,
    nodes_by_alias: usize,
    text_by_alias: usize,
}

impl Default for Allowance {
    fn default() -> Self {
        Self {
            bytes: BYTES,
            nodes: NODES,
            pointers: POINTERS,
            nodes_by_alias: NODES_BY_ALIAS,
            text_by_alias: TEXT_BY_ALIAS,
        }
    }
}

impl Allowance {
    /// The most bytes that the next file may have.
    pub(super) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// The budget of a document that is written in `bytes` bytes.
    ///
    /// Without aliases a text has fewer nodes than bytes, and strings that together are at most half as long again (the
    /// escape `\L` stands for three bytes). What goes beyond is the work of aliases.
    pub(super) fn budget(&self, bytes: usize) -> Budget {
        let nodes = bytes.saturating_add(self.nodes_by_alias);
        Budget {
            nodes: nodes.min(self.nodes),
            of_aliases: nodes < self.nodes,
            pointers: self.pointers,
            text: longest_text(bytes).saturating_add(self.text_by_alias),
        }
    }

    /// Takes off what a document of `bytes` bytes has cost, of whose budget this is left.
    pub(super) fn spend(&mut self, bytes: usize, left: &Budget) {
        let whole = self.budget(bytes);
        let (nodes, text) = (whole.nodes - left.nodes, whole.text - left.text);
        self.bytes = self.bytes.saturating_sub(bytes as u64);
        self.nodes -= nodes;
        self.pointers = left.pointers;
        self.nodes_by_alias -= nodes.saturating_sub(bytes);
        self.text_by_alias -= text.saturating_sub(longest_text(bytes));
    }
}

/// The most bytes that the strings of a text have together, aliases left aside.
fn longest_text(bytes: usize) -> usize {
    bytes.saturating_add(bytes / 2)
}

/// What is left to spend on one document.
#[derive(Clone, Debug)]
pub(super) struct Budget {
    nodes: usize,
    of_aliases: bool,
    pointers: usize,
    text: usize,
}

impl Budget {
    /// Pays for one node, to which a pointer of so many bytes leads.
    pub(super) fn node(&mut self, pointer: usize) -> Result<(), Limit> {
        let limit = if self.of_aliases { Limit::Aliases } else { Limit::Nodes };
        self.nodes = self.nodes.checked_sub(1).ok_or(limit)?;
        self.pointers = self.pointers.checked_sub(pointer).ok_or(Limit::Pointers)?;
        Ok(())
    }

    /// Pays for the text of a string or a key.
    pub(super) fn text(&mut self, text: &str) -> Result<(), Limit> {
        self.text = self.text.checked_sub(text.len()).ok_or(Limit::Aliases)?;
        Ok(())
    }
}

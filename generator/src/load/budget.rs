//! How much a document may be, so that none can exhaust the machine.

use std::fmt;

/// The most bytes of one file.
pub(super) const BYTES: u64 = 256 << 20;

/// The most levels of objects and arrays. The deepest of thirty real descriptions has 21. The number stays below the 128
/// at which `serde_json` and the YAML parser give up, so that both formats end at the same depth and with our own words; it
/// also bounds the recursion of everything that walks the tree.
pub(crate) const DEPTH: usize = 120;

/// The most nodes of one document.
const NODES: usize = 20_000_000;

/// The nodes and bytes of text that aliases may add to what stands in the text.
const NODES_BY_ALIAS: usize = 250_000;
const TEXT_BY_ALIAS: usize = 32 << 20;

/// A limit that was passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Limit {
    Bytes,
    Depth,
    Nodes,
    Aliases,
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bytes => write!(f, "the file is larger than {} MiB", BYTES >> 20),
            Self::Depth => write!(f, "objects and arrays nest deeper than {DEPTH} levels"),
            Self::Nodes => write!(f, "the document has more than {NODES} nodes"),
            Self::Aliases => f.write_str("aliases repeat too much of the document"),
        }
    }
}

/// What is left to spend on one document.
#[derive(Clone, Debug)]
pub(super) struct Budget {
    nodes: usize,
    of_aliases: bool,
    text: usize,
}

impl Budget {
    /// The budget of a document that is written in `bytes` bytes.
    ///
    /// Without aliases a text has fewer nodes than bytes, and strings that together are at most half as long again (the
    /// escape `\L` stands for three bytes). What goes beyond is the work of aliases.
    pub(super) fn for_text_of(bytes: usize) -> Self {
        let nodes = bytes.saturating_add(NODES_BY_ALIAS);
        Self {
            nodes: nodes.min(NODES),
            of_aliases: nodes < NODES,
            text: (bytes * 3 / 2).saturating_add(TEXT_BY_ALIAS),
        }
    }

    /// Pays for one node.
    pub(super) fn node(&mut self) -> Result<(), Limit> {
        let limit = if self.of_aliases { Limit::Aliases } else { Limit::Nodes };
        self.nodes = self.nodes.checked_sub(1).ok_or(limit)?;
        Ok(())
    }

    /// Pays for the text of a string or a key.
    pub(super) fn text(&mut self, text: &str) -> Result<(), Limit> {
        self.text = self.text.checked_sub(text.len()).ok_or(Limit::Aliases)?;
        Ok(())
    }
}

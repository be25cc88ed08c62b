//! What stands before the text on a line: the marks of the quotes and list items that it is in.

/// The quotes and list items around the current block, outermost first.
#[derive(Default)]
pub(super) struct Margin {
    levels: Vec<Level>,
    /// Whether a quote or list item has ended since the last line.
    has_left: bool,
}

struct Level {
    /// `>`, `-`, `12.`
    mark: String,
    /// Whether its first line is written.
    has_begun: bool,
}

impl Margin {
    /// Enters a quote. Nothing if that is too deep.
    pub(super) fn quote(&mut self) -> Option<()> {
        self.push(">".to_owned())
    }

    /// Enters a list item, whose source begins with its mark, perhaps indented. Nothing if that is too deep.
    pub(super) fn item(&mut self, source: &str) -> Option<()> {
        let source = source.trim_start();
        let digits = source.len() - source.trim_start_matches(|first: char| first.is_ascii_digit()).len();
        self.push(source.get(..=digits)?.to_owned())
    }

    fn push(&mut self, mark: String) -> Option<()> {
        self.levels.push(Level { mark, has_begun: false });
        (self.levels.len() <= DEEPEST).then_some(())
    }

    /// Leaves the innermost quote or list item.
    pub(super) fn pop(&mut self) {
        self.levels.pop();
        self.has_left = true;
    }

    /// Whether the next block comes after a quote or list item and begins none. Without an empty line it would be read, or
    /// at least look, as if it went on with it.
    pub(super) fn is_after(&self) -> bool {
        self.has_left && !self.is_fresh()
    }

    /// Whether the innermost quote or list item has no line yet.
    pub(super) fn is_fresh(&self) -> bool {
        self.levels.last().is_some_and(|level| !level.has_begun)
    }

    /// The margin of the next line. The mark of a list item is on its first line only.
    pub(super) fn next(&mut self) -> String {
        self.has_left = false;
        let margin = self.levels.iter().map(Level::margin).collect();
        self.levels.iter_mut().for_each(|level| level.has_begun = true);
        margin
    }

    /// The margin of an empty line between the former block and the next.
    pub(super) fn blank(&self) -> String {
        self.levels
            .iter()
            .take_while(|level| level.has_begun)
            .map(Level::margin)
            .collect()
    }
}

impl Level {
    fn margin(&self) -> String {
        if self.mark == ">" || !self.has_begun {
            format!("{} ", self.mark)
        } else {
            " ".repeat(self.mark.len() + 1)
        }
    }
}

/// Each line repeats its margin, so that without a limit a short text could become a very long one.
const DEEPEST: usize = 32;

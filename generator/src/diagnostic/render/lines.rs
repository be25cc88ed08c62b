//! Bytes of a text to lines and columns.

/// The lines of a text.
pub(super) struct Lines<'s> {
    text: &'s str,
    /// Where each line begins.
    starts: Vec<usize>,
}

impl<'s> Lines<'s> {
    pub(super) fn of(text: &'s str) -> Self {
        let starts = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(end, _)| end + 1))
            .collect();
        Self { text, starts }
    }

    /// The line that holds the byte, counted from one.
    pub(super) fn line(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at)
    }

    /// The character of its line that the byte begins, counted from one.
    pub(super) fn column(&self, at: usize) -> usize {
        self.text[self.start(self.line(at))..at].chars().count() + 1
    }

    /// Where a line begins.
    pub(super) fn start(&self, line: usize) -> usize {
        self.starts.get(line - 1).copied().unwrap_or(self.text.len())
    }

    /// Where a line ends, before its line break.
    pub(super) fn end(&self, line: usize) -> usize {
        let end = self.start(line + 1);
        self.text[..end]
            .trim_end_matches(['\r', '\n'])
            .len()
            .max(self.start(line))
    }
}

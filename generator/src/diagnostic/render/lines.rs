//! Bytes of a text to lines and columns.

/// The lines of a text.
pub(super) struct Lines<'s> {
    text: &'s str,
    /// Where each line begins.
    starts: Vec<usize>,
    /// The characters before each multiple of [`STRIDE`], since all of a description can be one line.
    counts: Vec<usize>,
}

/// In bytes.
const STRIDE: usize = 4 << 10;

impl<'s> Lines<'s> {
    pub(super) fn of(text: &'s str) -> Self {
        let starts = std::iter::once(0)
            .chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|end| end + 1))
            .collect();
        let mut counts = vec![0];
        for chunk in text.as_bytes().chunks(STRIDE) {
            counts.push(counts.last().copied().unwrap_or_default() + characters(chunk));
        }
        Self { text, starts, counts }
    }

    /// The line that holds the byte, counted from one.
    pub(super) fn line(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at)
    }

    /// The character of its line that the byte begins, counted from one.
    pub(super) fn column(&self, at: usize) -> usize {
        self.characters_before(at) - self.characters_before(self.start(self.line(at))) + 1
    }

    fn characters_before(&self, at: usize) -> usize {
        let known = at / STRIDE;
        self.counts[known] + characters(&self.text.as_bytes()[known * STRIDE..at])
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

/// The characters that begin in some bytes of UTF-8.
fn characters(bytes: &[u8]) -> usize {
    if bytes.is_ascii() {
        return bytes.len();
    }
    let begins = |byte: &&u8| !matches!(byte, 0x80..=0xBF);
    bytes.iter().filter(begins).count()
}

#[cfg(test)]
mod tests {
    use super::{Lines, STRIDE};

    #[test]
    fn columns_count_characters_in_lines_of_any_length() {
        let text = format!("a\n{}\nz", "ä€".repeat(STRIDE));
        let lines = Lines::of(&text);
        let columns: Vec<usize> = text.char_indices().map(|(at, _)| lines.column(at)).collect();
        let expected = [1..=2, 1..=2 * STRIDE + 1, 1..=1];
        assert_eq!(columns, expected.into_iter().flatten().collect::<Vec<_>>());
        assert_eq!(lines.column(text.len()), 2);
    }
}

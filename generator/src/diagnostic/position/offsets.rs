//! Characters to bytes.

use std::ops::Range;

/// Turns ranges that count characters of `text` into ranges of bytes, each cut at the end of its first line. However
/// many ranges there are, the text is walked once.
pub(super) fn characters_to_bytes<'r>(text: &str, ranges: impl Iterator<Item = &'r mut Range<usize>>) {
    let mut ranges: Vec<_> = ranges.collect();
    let mut offsets: Vec<&mut usize> = ranges
        .iter_mut()
        .flat_map(|range| [&mut range.start, &mut range.end])
        .collect();
    offsets.sort_by_key(|offset| **offset);
    let ends = std::iter::once(text.len());
    let mut bytes = text
        .char_indices()
        .map(|(byte, _)| byte)
        .chain(ends)
        .enumerate()
        .peekable();
    for offset in offsets {
        while bytes.next_if(|(character, _)| *character < *offset).is_some() {}
        *offset = bytes.peek().map_or(text.len(), |(_, byte)| *byte);
    }
    cut_at_line_ends(text, ranges.into_iter());
}

/// Cuts ranges of bytes at the end of their first line.
pub(super) fn cut_at_line_ends<'r>(text: &str, ranges: impl Iterator<Item = &'r mut Range<usize>>) {
    for range in ranges {
        let line = text[range.clone()].lines().next().unwrap_or_default();
        range.end = range.start + line.trim_end().len();
    }
}

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
    let (mut character, mut byte) = (0, 0);
    for offset in offsets {
        byte = advance(text, byte, *offset - character);
        character = *offset;
        *offset = byte;
    }
    cut_at_line_ends(text, ranges.into_iter());
}

/// The byte that is so many characters behind another, or the end of the text.
fn advance(text: &str, mut byte: usize, mut characters: usize) -> usize {
    /// In bytes. Of so many in ASCII each is a character, which is seen without looking at each.
    const STRIDE: usize = 64;
    while characters >= STRIDE
        && let Some(stride) = text.as_bytes().get(byte..byte + STRIDE)
    {
        if stride.is_ascii() {
            byte += STRIDE;
            characters -= STRIDE;
        } else {
            let step = text[byte..].chars().next().map_or(0, char::len_utf8);
            byte += step;
            characters -= 1;
        }
    }
    let rest = &text[byte..];
    byte + rest.char_indices().nth(characters).map_or(rest.len(), |(byte, _)| byte)
}

/// Cuts ranges of bytes at the end of their first line.
pub(super) fn cut_at_line_ends<'r>(text: &str, ranges: impl Iterator<Item = &'r mut Range<usize>>) {
    for range in ranges {
        let line = text[range.clone()].lines().next().unwrap_or_default();
        range.end = range.start + line.trim_end().len();
    }
}

#[cfg(test)]
mod tests {
    use super::characters_to_bytes;

    #[test]
    fn characters_are_counted_in_text_of_any_script() {
        let text = format!("{}é\n{}€{}", "a".repeat(200), "ä".repeat(70), "b".repeat(130));
        let starts: Vec<usize> = text.char_indices().map(|(byte, _)| byte).collect();
        let mut ranges: Vec<_> = (0..starts.len()).map(|character| character..character).collect();
        ranges.push(starts.len()..starts.len() + 5);
        characters_to_bytes(&text, ranges.iter_mut());
        let bytes: Vec<usize> = ranges.iter().map(|range| range.start).collect();
        assert_eq!(bytes, [starts, vec![text.len()]].concat());
    }
}

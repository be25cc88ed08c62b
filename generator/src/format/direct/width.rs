//! What fits on a line.

/// What `prettyplease` takes for the width of a page.
const PAGE: usize = 89;

/// What a line holds at least, however far it is indented.
const LEAST: usize = 60;

/// By how much what is in a group is indented.
pub(super) const INDENT: usize = 4;

/// The column that a line of an indentation must not go beyond.
pub(super) fn limit(indent: usize) -> usize {
    PAGE.max(indent + LEAST)
}

/// Begins a line.
pub(super) fn begin(text: &mut String, indent: usize) {
    text.extend(std::iter::repeat_n(' ', indent));
}

/// Where the last line of a text ends.
pub(super) fn column(text: &str) -> usize {
    text.len() - text.rfind('\n').map_or(0, |end| end + 1)
}

//! Which Markdown readers of the output speak.

use pulldown_cmark::Options;

/// What rustdoc and clippy read doc comments with (`main_body_opts` in rustdoc), apart from the look of quotation marks.
pub(super) const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS);

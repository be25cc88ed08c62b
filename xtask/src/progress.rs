//! What is shown while it goes on.

use indicatif::{ProgressBar, ProgressStyle};

/// A bar for a known number of things; shown on a terminal only.
pub fn bar(what: &'static str, length: usize) -> ProgressBar {
    let bar = ProgressBar::new(length as u64).with_prefix(what);
    if let Ok(style) = ProgressStyle::with_template("{prefix:>12} {bar:30} {pos}/{len} {elapsed} {wide_msg}") {
        bar.set_style(style);
    }
    bar
}

/// A sign of life for a number that nobody knows.
pub fn spinner(what: &'static str) -> ProgressBar {
    let spinner = ProgressBar::new_spinner().with_prefix(what);
    if let Ok(style) = ProgressStyle::with_template("{prefix:>12} {spinner} {pos} {elapsed} {wide_msg}") {
        spinner.set_style(style);
    }
    spinner
}

/// Prints a result.
pub fn say(text: &str) {
    use std::io::Write as _;
    // Nobody may be listening, and that is no failure.
    let _ = writeln!(std::io::stdout(), "{text}");
}

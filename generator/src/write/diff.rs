//! How two texts differ.

use std::fmt::Write as _;
use std::time::Duration;

use similar::TextDiff;

use crate::diagnostic::visible;

/// The most lines of one diff.
const LONGEST: usize = 200;

/// Texts that take longer to compare are compared coarsely.
const PATIENCE: Duration = Duration::from_millis(500);

/// A unified diff that is cut where it is long, and harmless to a terminal.
pub(super) fn diff(path: &str, old: &str, new: &str) -> String {
    let diff = TextDiff::configure().timeout(PATIENCE).diff_lines(old, new);
    let whole = diff
        .unified_diff()
        .header(&format!("a/{path}"), &format!("b/{path}"))
        .to_string();
    let mut lines = whole.split_inclusive('\n');
    let mut cut: String = lines.by_ref().take(LONGEST).map(visible::source).collect();
    let rest = lines.count();
    if rest > 0 {
        // Writing to a string cannot fail.
        let _ = writeln!(cut, "... and {rest} more lines");
    }
    cut
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_diff_is_unified() {
        let expected = "--- a/x.rs\n+++ b/x.rs\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n";
        assert_eq!(diff("x.rs", "a\nb\nc\n", "a\nB\nc\n"), expected);
    }

    #[test]
    fn a_long_diff_is_cut() {
        let new = "line\n".repeat(1000);
        let diff = diff("x.rs", "", &new);
        assert_eq!(diff.lines().count(), LONGEST + 1);
        assert!(diff.ends_with("... and 803 more lines\n"), "{diff}");
    }
}

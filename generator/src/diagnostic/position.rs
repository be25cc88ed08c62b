//! Where in a text a JSON pointer leads.
//!
//! A tree does not remember where its nodes stood. When there is something to say, the text is read again, once for all
//! pointers: JSON by skipping what is not looked for, and everything else with a parser of YAML that gives positions.

mod json;
mod offsets;
mod walk;
mod wanted;

use std::ops::Range;

use saphyr_parser::{Event, Parser};

use crate::source::Pointer;
use walk::Walk;
pub(crate) use wanted::Keys;
use wanted::Wanted;

/// Finds the nodes that `pointers` lead to. Where the text cannot be parsed to its end, what stands before is found.
pub(crate) fn find<'p>(text: &str, pointers: impl IntoIterator<Item = &'p Pointer>, keys: Keys) -> Positions {
    let mut wanted = Wanted::new(pointers, keys);
    if json::walk(text, &mut wanted).is_ok() {
        offsets::cut_at_line_ends(text, wanted.ranges_mut());
        return Positions(wanted);
    }
    wanted.forget_places();
    let mut walk = Walk::new(wanted);
    for event in Parser::new_from_str(text) {
        match event {
            Ok((Event::DocumentEnd, _)) | Err(_) => break,
            Ok((event, span)) => walk.take(&event, span.start.index()..span.end.index()),
        }
        if walk.is_complete() {
            break;
        }
    }
    let mut wanted = walk.finish();
    offsets::characters_to_bytes(text, wanted.ranges_mut());
    Positions(wanted)
}

/// Where some nodes stand in a text, in bytes. A member is marked at its key, an element at its value, and never more
/// than one line of it.
pub(crate) struct Positions(Wanted);

impl Positions {
    /// Each place to which the pointer leads: several when a key stands twice in one object.
    pub(crate) fn all(&self, pointer: &Pointer) -> &[Range<usize>] {
        self.0.exactly(pointer)
    }

    /// The node, or the nearest one around it that can be found. Of equal keys it is the last, as when reading.
    pub(crate) fn nearest(&self, pointer: &Pointer) -> Option<Range<usize>> {
        self.0.nearest(pointer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text that is marked for a pointer.
    fn marked<'t>(text: &'t str, pointer: &str) -> &'t str {
        let pointer = Pointer::parse(pointer);
        &text[find(text, [&pointer], Keys::MayRepeat).nearest(&pointer).unwrap()]
    }

    const YAML: &str = "# é\npaths:\n  /pets/{id}:\n    get:\n      tags: [a, 'b c']\n      list:\n        - x: 1\n          y: 2\n        - |\n          text\n          more\n      \"200\": ok\n";

    #[test]
    fn members_are_marked_at_their_key() {
        assert_eq!(marked(YAML, "/paths/~1pets~1{id}/get"), "get");
        assert_eq!(marked(YAML, "/paths/~1pets~1{id}/get/200"), "\"200\"");
        assert_eq!(marked(YAML, "/paths/~1pets~1{id}/get/list/0/y"), "y");
    }

    #[test]
    fn elements_are_marked_at_their_value() {
        assert_eq!(marked(YAML, "/paths/~1pets~1{id}/get/tags/1"), "'b c'");
        assert_eq!(marked(YAML, "/paths/~1pets~1{id}/get/list/0"), "x");
        assert_eq!(marked(YAML, "/paths/~1pets~1{id}/get/list/1"), "text");
        assert_eq!(marked("[{\"a\": 1}, [2]]", "/0"), "{");
    }

    #[test]
    fn the_nearest_parent_stands_in() {
        assert_eq!(marked(YAML, "/paths/~1pets~1{id}/get/missing/0/x"), "get");
        assert_eq!(marked(YAML, "/nothing"), "paths");
        assert_eq!(marked("{\"é\": {\"a\": 1}}", "/é/b"), "\"é\"");
    }

    #[test]
    fn equal_keys_are_all_found_and_the_last_counts() {
        let (text, pointer) = ("a: 1\r\nb: 2\r\na: 3\r\n", Pointer::parse("/a"));
        let positions = find(text, [&pointer], Keys::MayRepeat);
        assert_eq!(positions.all(&pointer), [0..1, 12..13]);
        assert_eq!(positions.nearest(&pointer), Some(12..13));
    }

    #[test]
    fn nothing_is_read_behind_the_last_node_where_keys_are_unique() {
        let pointers = ["/a/b", "/a/c/0"].map(Pointer::parse);
        for broken in ["a:\n  b: 1\n  c: [x]\nb: [\n", "{\"a\": {\"b\": 1, \"c\": [\"x\"]}, "] {
            let positions = find(broken, &pointers, Keys::Unique);
            let marked = pointers
                .each_ref()
                .map(|pointer| &broken[positions.nearest(pointer).unwrap()]);
            assert_eq!(marked.map(|text| text.trim_matches('"')), ["b", "x"]);
        }
    }

    #[test]
    fn a_text_with_an_error_is_read_up_to_it() {
        assert_eq!(marked("a:\n  b: 1\n  c: [\n", "/a/b"), "b");
        assert!(
            find("\t@", [&Pointer::root()], Keys::Unique)
                .nearest(&Pointer::root())
                .is_none()
        );
    }
}

//! Nodes by their places, one after the other.

use serde_json::Value;

use super::documents::{Documents, step};
use crate::source::{FileId, Place, token, written_tokens};

/// The way to the node that was asked for last. The way to the next one begins where the two part: who asks for a node asks
/// for what is in it, and beside it.
#[derive(Debug, Default)]
pub(crate) struct Walk<'d> {
    file: Option<FileId>,
    pointer: String,
    /// The nodes on the way, from the root on, each with the length of its pointer.
    nodes: Vec<(usize, &'d Value)>,
}

impl<'d> Walk<'d> {
    /// The node at a place, as [`Documents::node`] gives it.
    pub(crate) fn node(&mut self, documents: &'d Documents, place: &Place) -> Option<&'d Value> {
        if self.file != Some(place.file) {
            let root = documents.tree(place.file)?;
            self.file = Some(place.file);
            self.nodes.clear();
            self.nodes.push((0, root));
        }
        let pointer = place.pointer.as_str();
        self.turn_back(pointer);
        self.go_on(pointer)
    }

    /// The same where a step may be a reference to what holds the next, with the place where the node stands.
    pub(crate) fn node_through_references(
        &mut self,
        documents: &'d Documents,
        place: &Place,
    ) -> Option<(Place, &'d Value)> {
        if let Some(node) = self.node(documents, place) {
            return Some((place.clone(), node));
        }
        // The way goes on elsewhere only where it ends at a reference, as it seldom does.
        let (_, end) = self.nodes.last()?;
        end.get("$ref")?;
        documents.through_references(place)
    }

    /// Goes back to the last node that is on the way to another, too.
    fn turn_back(&mut self, pointer: &str) {
        let (former, next) = (self.pointer.as_bytes(), pointer.as_bytes());
        let is_on_the_way = |end: usize| next.starts_with(&former[..end]) && matches!(next.get(end), None | Some(b'/'));
        while self.nodes.len() > 1 && self.nodes.last().is_some_and(|(end, _)| !is_on_the_way(*end)) {
            self.nodes.pop();
        }
        let end = self.nodes.last().map_or(0, |(end, _)| *end);
        self.pointer.truncate(end);
    }

    fn go_on(&mut self, pointer: &str) -> Option<&'d Value> {
        let (mut end, mut node) = *self.nodes.last()?;
        let rest = &pointer[end..];
        if !rest.is_empty() && !rest.starts_with('/') {
            return None;
        }
        for written in written_tokens(rest) {
            node = step(node, &token(written))?;
            end += 1 + written.len();
            self.nodes.push((end, node));
            self.pointer.push('/');
            self.pointer.push_str(written);
        }
        Some(node)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::diagnostic::Report;
    use crate::load::{Allowance, Document, gather};
    use crate::source::{Pointer, Sources};

    #[test]
    fn a_walk_leads_where_the_way_from_the_root_leads() {
        let mut sources = Sources::default();
        let root = json!({"a": {"b": [{"c": 1}, 2], "bb": {"": 3}, "x/y": {"~": 4}}, "": 5});
        let file = sources.add("a.json", String::new());
        let document = Document {
            file,
            root,
            allowance: Allowance::default(),
        };
        let documents = gather(&mut sources, document, &[], &mut Report::default());
        let pointers = [
            "",
            "/a/b/0/c",
            "/a/b/0",
            "/a/b/1",
            "/a/bb/",
            "/a/bb",
            "/a/b",
            "/a/b/0/c/d",
            "/a/b/00",
            "/",
            "/a/x~1y/~0",
            "/a/x",
            "a",
            "/a/bbb",
            "/a",
        ];
        let mut walk = Walk::default();
        for from in pointers {
            for to in pointers {
                for pointer in [from, to] {
                    let place = Place {
                        file,
                        pointer: Pointer::parse(pointer),
                    };
                    assert_eq!(walk.node(&documents, &place), documents.node(&place), "{from} {to}");
                }
            }
        }
    }
}

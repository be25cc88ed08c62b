//! A description in all its files.

use std::borrow::Cow;
use std::path::{Component, PathBuf};

use foldhash::{HashMap, HashSet};
use serde_json::Value;

use super::reference::{Reference, percent_decoded};
use crate::source::{FileId, Place, Pointer};

/// A description with every file that it refers to.
#[derive(Clone, Debug)]
pub struct Documents {
    /// The file with the OpenAPI object.
    pub root: FileId,
    pub(super) trees: HashMap<FileId, Value>,
    /// For a file and the document part of a reference in it: what that leads to.
    pub(super) links: HashMap<FileId, HashMap<String, Result<Place, Unread>>>,
    /// Parts of a file that have a URI of their own, so that fragments below them start there.
    pub(super) resources: HashSet<Place>,
    /// Parts of a file by the name of their anchor.
    pub(super) anchors: HashMap<FileId, HashMap<String, Pointer>>,
    /// The places in other files than the root that references lead to.
    pub(super) targets: HashSet<Place>,
    /// The paths of the files, as a person would write them.
    pub(super) paths: HashMap<FileId, PathBuf>,
}

/// Why the file that a reference leads to was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// There is no such file.
    Missing,
    /// It is not a file, or not one that can be read as YAML or JSON.
    Unreadable,
    /// It is outside of the folder of the root document and of those that are allowed.
    Outside,
    /// It is named by a URL.
    Remote,
}

/// What a reference leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// A node.
    Found(Place),
    /// A document that was read has nothing there.
    Nothing,
    /// The document was not read.
    Unread(Unread),
}

/// References inside of a pointer are followed no more often than this.
const LONGEST_CHAIN: usize = 64;

impl Documents {
    /// The node at a place, as it stands in the file.
    #[must_use]
    pub fn node(&self, place: &Place) -> Option<&Value> {
        let root = self.trees.get(&place.file)?;
        let pointer = place.pointer.as_str();
        if !pointer.is_empty() && !pointer.starts_with('/') {
            return None;
        }
        place
            .pointer
            .each_token()
            .try_fold(root, |node, token| step(node, &token))
    }

    /// The tree of a file.
    pub(super) fn tree(&self, file: FileId) -> Option<&Value> {
        self.trees.get(&file)
    }

    /// The tree of the root document.
    #[must_use]
    pub fn root_tree(&self) -> &Value {
        self.trees.get(&self.root).unwrap_or(&Value::Null)
    }

    /// The places in other files than the root that references lead to.
    pub(crate) fn targets(&self) -> impl Iterator<Item = &Place> {
        self.targets.iter()
    }

    /// The name of a file.
    pub(crate) fn file_name(&self, file: FileId) -> &str {
        let name = self.paths.get(&file).and_then(|path| path.file_name()?.to_str());
        name.unwrap_or_default()
    }

    /// The name of a file without what follows the first dot.
    pub(crate) fn stem(&self, file: FileId) -> &str {
        let parts = self.file_name(file).split('.');
        parts.into_iter().find(|part| !part.is_empty()).unwrap_or_default()
    }

    /// The folders that a file stands in, below the folder of the root; above it those of the whole path.
    pub(crate) fn folders(&self, file: FileId) -> Vec<String> {
        let folder = |file| self.paths.get(&file).and_then(|path| path.parent());
        let (Some(own), Some(root)) = (folder(file), folder(self.root)) else {
            return Vec::new();
        };
        let below = own.strip_prefix(root).unwrap_or(own);
        let names = below.components().filter_map(|component| match component {
            Component::Normal(name) => name.to_str(),
            _ => None,
        });
        names.map(str::to_owned).collect()
    }

    /// Whether a reference leads to a place in another file than the root.
    #[must_use]
    pub fn is_target(&self, place: &Place) -> bool {
        self.targets.contains(place)
    }

    /// What the reference `text` at a place leads to.
    pub(crate) fn target(&self, at: &Place, text: &str) -> Target {
        self.target_after(at, text, &mut 0)
    }

    fn target_after(&self, at: &Place, text: &str, followed: &mut usize) -> Target {
        let reference = Reference::parse(text);
        let base = if reference.document.is_empty() {
            self.resource_around(at)
        } else {
            match self.links.get(&at.file).and_then(|links| links.get(reference.document)) {
                Some(Ok(base)) => base.clone(),
                Some(Err(reason)) => return Target::Unread(*reason),
                None => return Target::Nothing,
            }
        };
        // A pointer in a URI fragment is percent-encoded (RFC 6901, section 6), but many descriptions write it plainly.
        let decoded = percent_decoded(reference.fragment);
        let fragments = [reference.fragment, &decoded];
        let found = fragments
            .into_iter()
            .find_map(|fragment| self.locate(&base, fragment, followed));
        found.map_or(Target::Nothing, Target::Found)
    }

    /// The part of a document with a URI of its own that a place belongs to (JSON Schema 2020-12, section 8.2.1).
    fn resource_around(&self, at: &Place) -> Place {
        if self.resources.is_empty() {
            return Place::root(at.file);
        }
        let mut around = at.with_all_around();
        around
            .find(|place| self.resources.contains(place))
            .unwrap_or_else(|| Place::root(at.file))
    }

    fn locate(&self, base: &Place, fragment: &str, followed: &mut usize) -> Option<Place> {
        if !fragment.is_empty() && !fragment.starts_with('/') {
            let pointer = self.anchors.get(&base.file)?.get(fragment)?;
            return Some(Place {
                file: base.file,
                pointer: pointer.clone(),
            });
        }
        let below = |start: &Pointer| Place {
            file: base.file,
            pointer: Pointer::parse(format!("{start}{fragment}")),
        };
        // Many descriptions give a schema an `$id` and still count from the root of the file.
        [below(&base.pointer), below(&Pointer::root())]
            .into_iter()
            .find(|place| self.node(place).is_some())
            .or_else(|| {
                let found = self.locate_through_references(&below(&base.pointer), followed);
                found.map(|(place, _)| place)
            })
    }

    /// The node that a pointer names where one of its steps may be a reference to what holds the next, and its place.
    pub(crate) fn through_references(&self, place: &Place) -> Option<(Place, &Value)> {
        self.locate_through_references(place, &mut 0)
    }

    /// Most places that are asked for have no reference on the way, so no token is copied until there is one.
    fn locate_through_references(&self, place: &Place, followed: &mut usize) -> Option<(Place, &Value)> {
        let tokens = |from: usize| place.pointer.each_token().skip(from);
        let (mut base, mut walked) = (Place::root(place.file), 0);
        let mut node = self.node(&base)?;
        for (index, token) in tokens(0).enumerate() {
            while step(node, &token).is_none() {
                let reference = node.get("$ref")?.as_str()?;
                *followed += 1;
                if *followed > LONGEST_CHAIN {
                    return None;
                }
                let at = below(base, tokens(walked).take(index - walked));
                let Target::Found(next) = self.target_after(&at, reference, followed) else {
                    return None;
                };
                node = self.node(&next)?;
                (base, walked) = (next, index);
            }
            node = step(node, &token)?;
        }
        let is_direct = walked == 0 && base.pointer == Pointer::root();
        let place = if is_direct {
            place.clone()
        } else {
            below(base, tokens(walked))
        };
        Some((place, node))
    }
}

/// The member or the element of a node that a token of a pointer names (RFC 6901, section 4).
pub(super) fn step<'v>(node: &'v Value, token: &str) -> Option<&'v Value> {
    match node {
        Value::Object(members) => members.get(token),
        Value::Array(elements) => {
            let is_index = token == "0" || !token.starts_with(['0', '+']);
            elements.get(token.parse::<usize>().ok().filter(|_| is_index)?)
        }
        _ => None,
    }
}

/// The place that some tokens lead to from another.
fn below<'t>(base: Place, tokens: impl Iterator<Item = Cow<'t, str>>) -> Place {
    tokens.fold(base, |place, token| place.child(token))
}

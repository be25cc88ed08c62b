//! From the root document to every file that it refers to, directly or through others.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use foldhash::{HashMap, HashSet};
use serde_json::Value;

use super::documents::{Documents, Target, Unread};
use super::folders::{Folders, folder_of, tidy};
use super::mentions::{self, Mention};
use super::read::read_at_most;
use super::reference::{Reference, percent_decoded};
use super::{Allowance, Document, Input, syntax};
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::source::{FileId, Place, Sources};

/// Reads every file that a description refers to, from its own folder and from those that are `allowed` besides.
///
/// A file that cannot be had is no error here: whoever follows the reference says what that means.
pub fn gather(sources: &mut Sources, root: Document, allowed: &[PathBuf], report: &mut Report) -> Documents {
    let folders = Folders::new(&Input::from(sources.file(root.file).path.clone()), allowed);
    let mut gathering = Gathering::new(sources, folders, &root, report);
    gathering.take_in(root.file, root.root);
    while !gathering.waiting.is_empty() {
        // Sorted, so that the order of the references does not matter.
        for (file, document) in std::mem::take(&mut gathering.waiting) {
            gathering.link(file, &document);
        }
    }
    gathering.warn_of_unread_references();
    gathering.finish()
}

struct Gathering<'a> {
    sources: &'a mut Sources,
    folders: Folders,
    report: &'a mut Report,
    documents: Documents,
    /// What the files that are not read yet may cost.
    allowance: Allowance,
    /// The files that were read, and those that could not be, by their real paths.
    files: HashMap<PathBuf, Result<FileId, Unread>>,
    /// URIs that documents, or parts of them, have of their own.
    ids: HashMap<String, Place>,
    /// References whose document is not known yet: the file that they stand in, and the document that they name.
    waiting: BTreeSet<(FileId, String)>,
    /// Each reference that may lead out of the root document.
    references: Vec<(Place, String)>,
    /// References in extensions, which nobody follows.
    unread: Vec<(Place, String)>,
}

impl<'a> Gathering<'a> {
    fn new(sources: &'a mut Sources, folders: Folders, root: &Document, report: &'a mut Report) -> Self {
        let documents = Documents {
            root: root.file,
            trees: HashMap::default(),
            links: HashMap::default(),
            resources: HashSet::default(),
            anchors: HashMap::default(),
            targets: HashSet::default(),
            paths: HashMap::default(),
        };
        let real = real_path(&sources.file(root.file).path);
        Self {
            sources,
            folders,
            report,
            documents,
            allowance: root.allowance.clone(),
            files: HashMap::from_iter([(real, Ok(root.file))]),
            ids: HashMap::default(),
            waiting: BTreeSet::new(),
            references: Vec::new(),
            unread: Vec::new(),
        }
    }

    /// Notes what a tree says about documents, and keeps it.
    fn take_in(&mut self, file: FileId, tree: Value) {
        let is_root = file == self.documents.root;
        mentions::each(&tree, &mut |mention, pointer| match mention {
            Mention::Reference(text) => {
                let document = Reference::parse(text).document;
                if !document.is_empty() {
                    self.waiting.insert((file, document.to_owned()));
                }
                if !document.is_empty() || !is_root {
                    self.references.push((Place { file, pointer }, text.to_owned()));
                }
            }
            Mention::Unread(text) => self.unread.push((Place { file, pointer }, text.to_owned())),
            Mention::Id(text) => {
                let place = Place { file, pointer };
                self.documents.resources.insert(place.clone());
                self.ids.entry(text.trim_end_matches('#').to_owned()).or_insert(place);
            }
            Mention::Anchor(name) => {
                let anchors = self.documents.anchors.entry(file).or_default();
                anchors.entry(name.to_owned()).or_insert(pointer);
            }
        });
        let path = self.sources.file(file).path.clone();
        self.documents.paths.insert(file, path);
        self.documents.trees.insert(file, tree);
    }

    /// Finds out what the document part of a reference in a file leads to, and reads it where that is a new file.
    fn link(&mut self, file: FileId, document: &str) {
        let link = match self.ids.get(document) {
            Some(place) => Ok(place.clone()),
            None if Reference::parse(document).is_url() => Err(Unread::Remote),
            None => self.file(file, document).map(Place::root),
        };
        let links = self.documents.links.entry(file).or_default();
        links.insert(document.to_owned(), link);
    }

    fn file(&mut self, from: FileId, document: &str) -> Result<FileId, Unread> {
        let path = self.path(from, document);
        // Text that was handed to us in memory was meant for us.
        let real = match self.sources.find(&path) {
            Some(_) => real_path(&path),
            None => self.folders.admit(&path)?,
        };
        if let Some(known) = self.files.get(&real) {
            return *known;
        }
        let read = self.read(path);
        self.files.insert(real, read);
        read
    }

    /// The path that a document is named by in a file, as a person would write it.
    fn path(&self, from: FileId, document: &str) -> PathBuf {
        let folder = folder_of(&self.sources.file(from).path);
        let path = folder.join(percent_decoded(document));
        let plain = folder.join(document);
        tidy(if plain.exists() { &plain } else { &path })
    }

    fn read(&mut self, path: PathBuf) -> Result<FileId, Unread> {
        let mut found = Report::default();
        let most = self.allowance.bytes();
        let file = read_at_most(most, self.sources, &Input::File(path), &mut found);
        let tree = file.and_then(|file| {
            let text = &self.sources.file(file).text;
            Some((file, syntax::parse(file, text, &mut self.allowance, &mut found)?))
        });
        for diagnostic in found.into_diagnostics() {
            self.report.push(as_warning(diagnostic));
        }
        let (file, tree) = tree.ok_or(Unread::Unreadable)?;
        self.take_in(file, tree);
        Ok(file)
    }

    /// What an extension refers to is not read, but it should be there.
    fn warn_of_unread_references(&mut self) {
        for (place, text) in &self.unread {
            let reference = Reference::parse(text);
            if reference.document.is_empty() || reference.is_url() {
                continue;
            }
            let path = self.path(place.file, reference.document);
            if self.folders.admit(&path) == Err(Unread::Missing) {
                let message = format!("`{text}` points at nothing; it stands in an extension, so the SDK does without");
                self.report.push(
                    Diagnostic::new(Code::DANGLING_REFERENCE, message)
                        .at(place.clone())
                        .label("there is no such file"),
                );
            }
        }
    }

    fn finish(mut self) -> Documents {
        let root = self.documents.root;
        for (at, text) in &self.references {
            if let Target::Found(target) = self.documents.target(at, text)
                && target.file != root
            {
                self.documents.targets.insert(target);
            }
        }
        self.documents
    }
}

/// The path with every link followed, or as it is where there is no such file.
fn real_path(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// Of a file that only a part of the description needs, nothing is bad enough to give up the whole.
fn as_warning(mut diagnostic: Diagnostic) -> Diagnostic {
    if diagnostic.severity() == crate::diagnostic::Severity::Error {
        diagnostic.code = Code::UNREADABLE_REFERENCE;
    }
    diagnostic
}

#[cfg(test)]
mod tests;

//! A description as it stands in its files, without oasmith's understanding of it: what oasmith made of it is measured
//! against this.

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use anyhow::{Context, Result};
use oasmith::{Report, Sources};
use serde_json::Value;

/// How many references may lead to one another.
const LONGEST_CHAIN: usize = 50;

/// The files of a description.
pub struct Raw {
    root: PathBuf,
    documents: RefCell<HashMap<PathBuf, Option<Rc<Value>>>>,
}

/// A node of a file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct At {
    pub path: PathBuf,
    pub pointer: String,
}

impl At {
    pub fn child(&self, token: impl std::fmt::Display) -> Self {
        let token = token.to_string().replace('~', "~0").replace('/', "~1");
        Self {
            path: self.path.clone(),
            pointer: format!("{}/{token}", self.pointer),
        }
    }
}

impl Raw {
    pub fn of(root: &Path) -> Result<Self> {
        let raw = Self {
            root: root.to_owned(),
            documents: RefCell::default(),
        };
        raw.document(root)
            .with_context(|| format!("{} cannot be read", root.display()))?;
        Ok(raw)
    }

    /// A description of one value.
    #[cfg(test)]
    pub fn of_value(value: Value) -> Self {
        let root = PathBuf::from("description");
        Self {
            documents: RefCell::new(HashMap::from([(root.clone(), Some(Rc::new(value)))])),
            root,
        }
    }

    /// The root of the description.
    pub fn root(&self) -> At {
        At {
            path: self.root.clone(),
            pointer: String::new(),
        }
    }

    /// A whole file; `None` where it cannot be read.
    pub fn document(&self, path: &Path) -> Option<Rc<Value>> {
        if let Some(known) = self.documents.borrow().get(path) {
            return known.clone();
        }
        let document = oasmith::load::load_file(&mut Sources::default(), path, &mut Report::default());
        let document = document.map(|document| Rc::new(document.root));
        self.documents.borrow_mut().insert(path.to_owned(), document.clone());
        document
    }

    /// Looks at a node.
    pub fn look<T>(&self, at: &At, look: impl FnOnce(&Value) -> T) -> Option<T> {
        let document = self.document(&at.path)?;
        document.pointer(&at.pointer).map(look)
    }

    /// Whether there is a node.
    pub fn has(&self, at: &At) -> bool {
        self.look(at, |_| ()).is_some()
    }

    /// The keys of the object at a node.
    pub fn keys(&self, at: &At) -> Vec<String> {
        let keys = self.look(at, |node| Some(node.as_object()?.keys().cloned().collect()));
        keys.flatten().unwrap_or_default()
    }

    /// How many elements the array at a node has.
    pub fn length(&self, at: &At) -> usize {
        self.look(at, |node| node.as_array().map_or(0, Vec::len))
            .unwrap_or_default()
    }

    /// Where the reference at a node leads, through any number of references; where there is none, the node itself.
    pub fn follow(&self, at: &At) -> Option<At> {
        let mut current = at.clone();
        for _ in 0..LONGEST_CHAIN {
            let reference = self.look(&current, |node| {
                node.get("$ref").and_then(Value::as_str).map(str::to_owned)
            })?;
            let Some(reference) = reference else {
                return Some(current);
            };
            current = target(&current, &reference)?;
        }
        None
    }
}

/// Where a reference leads that stands in the file of a node.
fn target(at: &At, reference: &str) -> Option<At> {
    let (file, pointer) = reference.split_once('#').unwrap_or((reference, ""));
    let path = if file.is_empty() {
        at.path.clone()
    } else {
        normal(&at.path.parent()?.join(file))
    };
    Some(At {
        path,
        pointer: pointer.replace("%7B", "{").replace("%7D", "}").replace("%20", " "),
    })
}

/// A path without `..`.
fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for part in path.components() {
        match part {
            std::path::Component::ParentDir if normal.file_name().is_some_and(|name| name != "..") => {
                normal.pop();
            }
            std::path::Component::CurDir => {}
            part => normal.push(part),
        }
    }
    normal
}

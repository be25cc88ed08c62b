//! Actions, one after the other, each on what the one before has left.

use serde_json::Value;
use serde_json_path::JsonPath;

use super::change::{Action, Change};
use super::merge::{self, Misfit};
use super::origins::{Origins, Source};
use super::query::select;
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::load::{DEPTH, Document};
use crate::source::{Place, Pointer};

/// The most nodes that one overlay may add: copies of copies would fill any memory.
const MOST_ADDED: usize = 1_000_000;

/// Applies the actions of an overlay; whether all of them fit.
pub(super) fn actions(document: &mut Document, actions: &[Action], origins: &mut Origins, report: &mut Report) -> bool {
    let mut added = 0;
    for action in actions {
        let targets = select(&document.root, &action.target);
        if targets.is_empty() {
            report.push(no_target(action));
            continue;
        }
        let done = match &action.change {
            Change::Remove => remove(document, targets, origins, action),
            Change::Update(value) => {
                let source = Source::Overlay(action.place.child("update"));
                update(document, &targets, value, &source, origins, action, &mut added)
            }
            Change::Copy(from) => copied(document, from, action).and_then(|(pointer, value)| {
                let source = Source::Tree(pointer);
                update(document, &targets, &value, &source, origins, action, &mut added)
            }),
        };
        if let Err(error) = done {
            report.push(*error);
            return false;
        }
    }
    true
}

/// The error is boxed since it is large and rare; so are those below.
fn update(
    document: &mut Document,
    targets: &[Pointer],
    value: &Value,
    source: &Source,
    origins: &mut Origins,
    action: &Action,
    added: &mut usize,
) -> Result<(), Box<Diagnostic>> {
    let (nodes, depth) = size(value);
    *added += nodes * targets.len();
    let is_too_deep = |pointer: &Pointer| pointer.tokens().len() + depth >= DEPTH;
    if *added > MOST_ADDED || targets.iter().any(is_too_deep) {
        let message = "the action makes the description larger or deeper than what is read";
        return Err(Box::new(
            Diagnostic::new(Code::OVER_BUDGET, message).at(action.place.clone()),
        ));
    }
    let root = &document.root;
    let mut kinds = targets
        .iter()
        .filter_map(|pointer| root.pointer(pointer.as_str()))
        .map(merge::kind);
    let first = kinds.next();
    if let Some(other) = kinds.find(|kind| Some(*kind) != first) {
        let reason = format!("one target is {}, another is {other}", first.unwrap_or_default());
        return Err(Box::new(misfit(action, &reason)));
    }
    for pointer in targets {
        if let Some(target) = document.root.pointer_mut(pointer.as_str()) {
            merge::update(target, pointer, value, source, origins).map_err(|Misfit { at, reason }| {
                let at = origins.place(&Place {
                    file: document.file,
                    pointer: at,
                });
                Box::new(misfit(action, &reason).related(at, "the target"))
            })?;
        }
    }
    Ok(())
}

/// Removes nodes, the deeper first and of one array the last first, so that the pointers of the others stay true.
fn remove(
    document: &mut Document,
    targets: Vec<Pointer>,
    origins: &mut Origins,
    action: &Action,
) -> Result<(), Box<Diagnostic>> {
    let mut targets: Vec<(Pointer, Vec<String>)> = targets
        .into_iter()
        .map(|pointer| (pointer.clone(), pointer.tokens()))
        .collect();
    let index = |tokens: &[String]| tokens.last().and_then(|token| token.parse::<usize>().ok());
    targets.sort_by_key(|(_, tokens)| std::cmp::Reverse((tokens.len(), index(tokens))));
    for (pointer, tokens) in &targets {
        let (Some(parent), Some(token)) = (pointer.parent(), tokens.last()) else {
            return Err(Box::new(misfit(action, "the whole description cannot be removed")));
        };
        match document.root.pointer_mut(parent.as_str()) {
            Some(Value::Object(members)) => {
                members.shift_remove(token);
                origins.forget(pointer);
            }
            Some(Value::Array(elements)) => {
                if let Some(index) = index(tokens).filter(|index| *index < elements.len()) {
                    origins.close_gap(&parent, index, elements.len());
                    elements.remove(index);
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// The one node that a copy is made of.
fn copied(document: &Document, from: &JsonPath, action: &Action) -> Result<(Pointer, Value), Box<Diagnostic>> {
    let sources = select(&document.root, from);
    let [pointer] = sources.as_slice() else {
        let reason = format!("`copy` selects {} nodes, and it has to be one", sources.len());
        return Err(Box::new(misfit(action, &reason)));
    };
    let value = document.root.pointer(pointer.as_str()).cloned().unwrap_or_default();
    Ok((pointer.clone(), value))
}

/// How many nodes a value has, and how many levels.
fn size(value: &Value) -> (usize, usize) {
    let children: Vec<&Value> = match value {
        Value::Object(members) => members.values().collect(),
        Value::Array(elements) => elements.iter().collect(),
        _ => Vec::new(),
    };
    children
        .into_iter()
        .map(size)
        .fold((1, 1), |(nodes, depth), (more, below)| {
            (nodes + more, depth.max(below + 1))
        })
}

fn no_target(action: &Action) -> Diagnostic {
    Diagnostic::new(
        Code::NO_TARGET,
        format!("nothing is at `{}`, so the action does nothing", action.target),
    )
    .at(action.place.child("target"))
    .help("look whether the description has changed; where nothing is left to mend, remove the action")
}

fn misfit(action: &Action, reason: &str) -> Diagnostic {
    Diagnostic::new(Code::UNFIT_ACTION, format!("the action cannot be applied: {reason}")).at(action.place.clone())
}

//! From an overlay document to its actions.

use serde_json::Value;
use serde_json_path::JsonPath;

use super::change::{Action, Change};
use super::query;
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::load::{Input, load};
use crate::source::{Place, Sources};

/// Reads the actions of an overlay; `None` where it is none, and then the report says why.
pub(super) fn read(input: &Input, sources: &mut Sources, report: &mut Report) -> Option<Vec<Action>> {
    let document = load(sources, input, report)?;
    let root = Place::root(document.file);
    if let Err(error) = check_version(&root, &document.root) {
        report.push(*error);
        return None;
    }
    let Some(actions) = document.root.get("actions").and_then(Value::as_array) else {
        report.push(
            malformed(&root, "the overlay has no list of actions").help("write `actions:` and below it the changes"),
        );
        return None;
    };
    let actions = actions.iter().enumerate();
    let actions: Vec<Option<Action>> = actions
        .map(|(index, node)| {
            let action = action(root.child("actions").child(index), node);
            action.map_err(|error| report.push(*error)).ok()
        })
        .collect();
    actions.into_iter().collect()
}

/// The error is boxed since it is large and rare.
fn check_version(root: &Place, node: &Value) -> Result<(), Box<Diagnostic>> {
    let Some(version) = node.get("overlay") else {
        let diagnostic = malformed(root, "this is not an overlay: it has no `overlay` field");
        return Err(Box::new(
            diagnostic.help("an overlay begins with a line such as `overlay: 1.0.0`"),
        ));
    };
    // `overlay: 1.0` without quotes is a number in YAML.
    let version = version.as_str().map_or_else(|| version.to_string(), str::to_owned);
    let is = |minor: &str| version == minor || version.starts_with(&format!("{minor}."));
    if is("1.0") || is("1.1") {
        return Ok(());
    }
    let diagnostic = malformed(&root.child("overlay"), format!("Overlay {version} is not known"));
    Err(Box::new(diagnostic.help("the versions 1.0 and 1.1 are read")))
}

fn action(place: Place, node: &Value) -> Result<Action, Box<Diagnostic>> {
    let target = path(&place, node, "target")?;
    let Some(target) = target else {
        return Err(Box::new(malformed(&place, "the action has no `target`")));
    };
    let change = if node.get("remove") == Some(&Value::Bool(true)) {
        Change::Remove
    } else {
        match (node.get("update"), path(&place, node, "copy")?) {
            (Some(update), None) => Change::Update(update.clone()),
            (None, Some(copy)) => Change::Copy(copy),
            (Some(_), Some(_)) => return Err(Box::new(malformed(&place, "the action has both `update` and `copy`"))),
            (None, None) => {
                return Err(Box::new(malformed(
                    &place,
                    "the action has none of `update`, `copy` and `remove: true`",
                )));
            }
        }
    };
    Ok(Action { place, target, change })
}

/// The query under a key, where there is one.
fn path(place: &Place, node: &Value, key: &str) -> Result<Option<JsonPath>, Box<Diagnostic>> {
    let Some(value) = node.get(key) else { return Ok(None) };
    let place = place.child(key);
    let Some(text) = value.as_str() else {
        return Err(Box::new(malformed(&place, format!("`{key}` is not text"))));
    };
    let query = query::parse(text).map_err(|reason| {
        let diagnostic = Diagnostic::new(Code::OVERLAY_QUERY, format!("`{text}` is not a JSONPath query"));
        Box::new(
            diagnostic
                .at(place)
                .label(reason)
                .help("write it as RFC 9535 says, such as `$.paths['/pets'].get`"),
        )
    });
    query.map(Some)
}

fn malformed(place: &Place, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(Code::NOT_OVERLAY, message).at(place.clone())
}

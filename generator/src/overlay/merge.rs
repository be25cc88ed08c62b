//! The rules by which an update becomes part of a node (Overlay Specification 1.1, "Action Object").

use serde_json::Value;

use super::origins::{Origins, Source};
use crate::source::Pointer;

/// Where an update does not fit.
pub(super) struct Misfit {
    pub(super) at: Pointer,
    pub(super) reason: String,
}

/// Joins an update with a target: an object is merged, an array grows by the elements of an array or by one other value,
/// any other value is replaced.
///
/// To append an array as one element has no use in a description, so an array is taken for its elements in 1.0, too.
pub(super) fn update(
    target: &mut Value,
    at: &Pointer,
    value: &Value,
    source: &Source,
    origins: &mut Origins,
) -> Result<(), Misfit> {
    match (target, value) {
        (Value::Array(elements), Value::Object(_) | Value::String(_) | Value::Number(_) | Value::Bool(_)) => {
            origins.put(&at.child(elements.len()), source);
            elements.push(value.clone());
            Ok(())
        }
        (target, value) => merge(target, at, value, source, origins),
    }
}

/// Objects and arrays are no deeper than what `load` reads, which bounds the recursion.
fn merge(
    target: &mut Value,
    at: &Pointer,
    value: &Value,
    source: &Source,
    origins: &mut Origins,
) -> Result<(), Misfit> {
    match (target, value) {
        (Value::Object(members), Value::Object(new)) => {
            for (key, value) in new {
                let (at, source) = (at.child(key), source.child(key));
                if let Some(member) = members.get_mut(key) {
                    merge(member, &at, value, &source, origins)?;
                } else {
                    origins.put(&at, &source);
                    members.insert(key.clone(), value.clone());
                }
            }
            Ok(())
        }
        (Value::Array(elements), Value::Array(new)) => {
            for (index, value) in new.iter().enumerate() {
                origins.put(&at.child(elements.len()), &source.child(index));
                elements.push(value.clone());
            }
            Ok(())
        }
        // A key of YAML with nothing behind it says nothing; the specification's own example has it.
        (Value::Object(_) | Value::Array(_), Value::Null) => Ok(()),
        (target @ (Value::Object(_) | Value::Array(_)), value) => Err(misfit(at, target, value)),
        (target, value) if is_primitive(value) || target.is_null() => {
            origins.put(at, source);
            *target = value.clone();
            Ok(())
        }
        (target, value) => Err(misfit(at, target, value)),
    }
}

pub(super) fn is_primitive(value: &Value) -> bool {
    !value.is_object() && !value.is_array()
}

pub(super) fn kind(value: &Value) -> &'static str {
    match value {
        Value::Object(_) => "an object",
        Value::Array(_) => "an array",
        _ => "a primitive value",
    }
}

fn misfit(at: &Pointer, target: &Value, value: &Value) -> Misfit {
    Misfit {
        at: at.clone(),
        reason: format!("{} cannot become part of {}", kind(value), kind(target)),
    }
}

//! How values are restricted, in a few words.

use serde_json::Number;

use super::context::Context;
use super::docs::code;
use crate::model::{Bound, Constraints, Kind, SchemaId, StringFormat};

/// A pattern that is longer is no remark in passing.
const LONGEST_PATTERN: usize = 80;

/// Bounds from here on are those of a type, and say no more than it does.
const FAR: f64 = 2_147_483_647.0;

impl Context<'_> {
    /// How the values of a schema are restricted, in a sentence; `None` where they are not, or where nobody sends them.
    pub(super) fn constraints(&self, id: SchemaId) -> Option<String> {
        let schemas = &self.api.schemas;
        let target = &schemas[schemas.unaliased(id)];
        let text = sentence(&schemas.constraints(id), &target.kind);
        text.filter(|_| schemas[id].direction.sent)
    }
}

/// What the constraints say of values of a kind.
fn sentence(of: &Constraints, kind: &Kind) -> Option<String> {
    let parts = match kind {
        Kind::Integer(_) | Kind::Number { .. } => [
            numbers(of.minimum.as_ref(), of.maximum.as_ref()),
            of.multiple_of
                .as_ref()
                .filter(|step| is_telling(step))
                .map(|step| format!("a multiple of {step}")),
        ],
        Kind::String(StringFormat::Plain) => [counted(of.min_length, of.max_length, "character"), pattern(of)],
        Kind::Array(_) => [
            counted(of.min_items, of.max_items, "item"),
            of.unique_items.then(|| "no item twice".to_owned()),
        ],
        _ => return None,
    };
    let text = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let first = text.chars().next()?;
    Some(format!("{}{}.", first.to_uppercase(), &text[first.len_utf8()..]))
}

/// Every whole number is a multiple of one.
fn is_telling(step: &Number) -> bool {
    *step != Number::from(1) && step.as_f64().is_some_and(|step| step > 0.0)
}

fn numbers(minimum: Option<&Bound>, maximum: Option<&Bound>) -> Option<String> {
    let is_near = |bound: &&Bound| bound.value.as_f64().is_some_and(|value| value.abs() < FAR);
    let (minimum, maximum) = (minimum.filter(is_near), maximum.filter(is_near));
    if let (Some(minimum), Some(maximum)) = (minimum, maximum)
        && !minimum.is_excluded
        && !maximum.is_excluded
    {
        return Some(format!("from {} to {}", minimum.value, maximum.value));
    }
    let minimum = minimum.map(|bound| worded(bound, "at least", "more than"));
    let maximum = maximum.map(|bound| worded(bound, "at most", "less than"));
    let both: Vec<String> = minimum.into_iter().chain(maximum).collect();
    (!both.is_empty()).then(|| both.join(" and "))
}

fn worded(bound: &Bound, included: &str, excluded: &str) -> String {
    let words = if bound.is_excluded { excluded } else { included };
    format!("{words} {}", bound.value)
}

/// None at least goes without saying.
fn counted(least: Option<usize>, most: Option<usize>, what: &str) -> Option<String> {
    let plural = |count: usize| if count == 1 { "" } else { "s" };
    match (least.filter(|least| *least > 0), most) {
        (Some(least), Some(most)) if least == most => Some(format!("{most} {what}{}", plural(most))),
        (Some(least), Some(most)) => Some(format!("from {least} to {most} {what}{}", plural(most))),
        (Some(least), None) => Some(format!("at least {least} {what}{}", plural(least))),
        (None, Some(most)) => Some(format!("at most {most} {what}{}", plural(most))),
        (None, None) => None,
    }
}

fn pattern(constraints: &Constraints) -> Option<String> {
    let pattern = constraints.pattern.as_deref()?;
    let is_short = !pattern.is_empty() && pattern.chars().count() <= LONGEST_PATTERN;
    is_short.then(|| format!("matches {}", code(pattern)))
}

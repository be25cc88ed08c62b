use serde_json::Number;

use super::{Kind, SchemaId, Schemas};

/// How values are restricted further than their type says (JSON Schema Validation 2020-12, section 6). A client checks none
/// of it; the documentation of what is sent tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Constraints {
    /// `minimum` or `exclusiveMinimum`
    pub minimum: Option<Bound>,
    /// `maximum` or `exclusiveMaximum`
    pub maximum: Option<Bound>,
    /// `multipleOf`
    pub multiple_of: Option<Number>,
    /// `minLength`
    pub min_length: Option<usize>,
    /// `maxLength`
    pub max_length: Option<usize>,
    /// `pattern`
    pub pattern: Option<String>,
    /// `minItems`
    pub min_items: Option<usize>,
    /// `maxItems`
    pub max_items: Option<usize>,
    /// `uniqueItems`
    pub unique_items: bool,
}

/// An end of a range of numbers.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Bound {
    /// Where it is.
    pub value: Number,
    /// Whether the value itself is not allowed.
    pub is_excluded: bool,
}

impl Constraints {
    /// What two schemas say together: what leaves fewer values. Of two patterns, or two steps, the second is told.
    #[must_use]
    pub fn and(self, other: &Self) -> Self {
        let other = other.clone();
        Self {
            minimum: tighter(self.minimum, other.minimum, |one, other| one > other),
            maximum: tighter(self.maximum, other.maximum, |one, other| one < other),
            multiple_of: other.multiple_of.or(self.multiple_of),
            min_length: self.min_length.max(other.min_length),
            max_length: least(self.max_length, other.max_length),
            pattern: other.pattern.or(self.pattern),
            min_items: self.min_items.max(other.min_items),
            max_items: least(self.max_items, other.max_items),
            unique_items: self.unique_items || other.unique_items,
        }
    }
}

fn tighter(one: Option<Bound>, other: Option<Bound>, is_tighter: fn(f64, f64) -> bool) -> Option<Bound> {
    let (Some(first), Some(second)) = (&one, &other) else {
        return one.or(other);
    };
    let value = |bound: &Bound| bound.value.as_f64().unwrap_or_default();
    let first_is = is_tighter(value(first), value(second)) || (first.value == second.value && first.is_excluded);
    if first_is { one } else { other }
}

fn least(one: Option<usize>, other: Option<usize>) -> Option<usize> {
    one.into_iter().chain(other).min()
}

impl Schemas {
    /// How the values of a schema are restricted: by itself, and by what it is an alias of.
    #[must_use]
    pub fn constraints(&self, id: SchemaId) -> Constraints {
        let mut current = id;
        let mut chain = Vec::new();
        for _ in 0..=self.all.len() {
            chain.push(current);
            match self[current].kind {
                Kind::Alias(target) => current = target,
                _ => break,
            }
        }
        // Who refers says most, so it is added last.
        let chain = chain.into_iter().rev();
        chain.fold(Constraints::default(), |all, id| all.and(&self[id].constraints))
    }
}

//! How values are restricted, from one schema or from several that hold at once.

use openapiv3::AnySchema;
use serde_json::Number;

use crate::model::{Bound, Constraints};

/// What one schema says.
pub(super) fn constraints(schema: &mut AnySchema) -> Constraints {
    Constraints {
        minimum: bound(schema.minimum, schema.exclusive_minimum),
        maximum: bound(schema.maximum, schema.exclusive_maximum),
        multiple_of: schema.multiple_of.and_then(number),
        min_length: schema.min_length,
        max_length: schema.max_length,
        pattern: schema.pattern.take(),
        min_items: schema.min_items,
        max_items: schema.max_items,
        unique_items: schema.unique_items == Some(true),
    }
}

/// What two schemas say together: what leaves fewer values. Of two patterns the second is told.
pub(super) fn and(one: Constraints, other: Constraints) -> Constraints {
    Constraints {
        minimum: tighter(one.minimum, other.minimum, |one, other| one > other),
        maximum: tighter(one.maximum, other.maximum, |one, other| one < other),
        multiple_of: other.multiple_of.or(one.multiple_of),
        min_length: one.min_length.max(other.min_length),
        max_length: least(one.max_length, other.max_length),
        pattern: other.pattern.or(one.pattern),
        min_items: one.min_items.max(other.min_items),
        max_items: least(one.max_items, other.max_items),
        unique_items: one.unique_items || other.unique_items,
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

fn bound(value: Option<f64>, is_excluded: Option<bool>) -> Option<Bound> {
    Some(Bound {
        value: number(value?)?,
        is_excluded: is_excluded == Some(true),
    })
}

/// A number as a person writes it: whole ones without a fraction. Beyond this, floats skip whole numbers.
fn number(value: f64) -> Option<Number> {
    #[expect(clippy::cast_possible_truncation, reason = "it is whole and small enough")]
    if value.fract() == 0.0 && value.abs() < 9e15 {
        return Some(Number::from(value as i64));
    }
    Number::from_f64(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tighter_of_two_bounds_holds() {
        let of = |minimum: f64, is_excluded: bool, max_length: usize| {
            constraints(&mut AnySchema {
                minimum: Some(minimum),
                exclusive_minimum: Some(is_excluded),
                max_length: Some(max_length),
                ..AnySchema::default()
            })
        };
        let loose = of(1.0, false, 9);
        let tight = of(1.0, true, 8);
        assert_eq!(and(loose.clone(), tight.clone()), tight);
        assert_eq!(and(tight.clone(), loose.clone()), tight);
        assert_eq!(and(loose.clone(), Constraints::default()), loose);
        assert_eq!(and(tight, of(1.5, false, 8)), of(1.5, false, 8));
    }
}

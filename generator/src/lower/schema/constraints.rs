//! How values are restricted.

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
        assert_eq!(loose.clone().and(&tight), tight);
        assert_eq!(tight.clone().and(&loose), tight);
        assert_eq!(loose.clone().and(&Constraints::default()), loose);
        assert_eq!(tight.and(&of(1.5, false, 8)), of(1.5, false, 8));
    }
}

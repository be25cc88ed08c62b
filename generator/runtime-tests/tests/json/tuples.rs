//! Arrays of a known length.

use oasmith_runtime::runtime::{Alternative, Json, ReadError, Value, Writer, first_match};

use super::{problem, read, write};

#[test]
fn each_element_has_its_type() {
    let point: (f64, String) = read(r#"[1.5,"a"]"#);
    assert_eq!(point, (1.5, "a".to_owned()));
    assert_eq!(write(&point), r#"[1.5,"a"]"#);
    let one: (Option<i64>,) = read("[null]");
    assert_eq!(write(&one), "[null]");
}

#[test]
fn what_is_missing_is_told_with_its_place() {
    assert_eq!(problem::<(i64, String)>("[1]"), "[1]: missing");
    assert_eq!(
        problem::<(i64, String)>("[1,2]"),
        "[1]: expected a string, found a number"
    );
    assert_eq!(problem::<(i64, i64)>("{}"), "expected an array, found an object");
    assert_eq!(read::<(i64, Option<i64>)>("[1]"), (1, None));
}

#[test]
fn further_elements_are_ignored_but_tell_alternatives_apart() {
    assert_eq!(read::<(i64, i64)>("[1,2,3]"), (1, 2));
    assert_eq!(read::<Points>("[1,2]"), Points(2));
    assert_eq!(read::<Points>("[1,2,3]"), Points(3));
}

/// A union of tuples of different lengths, by its length.
#[derive(Debug, PartialEq)]
struct Points(usize);

impl Json for Points {
    fn read(value: &Value<'_>) -> Result<Self, ReadError> {
        first_match(
            value,
            [
                Alternative::new(
                    "Two",
                    |_: (i64, i64)| Self(2),
                    |value| <(i64, i64)>::read(value).map(|_| Self(2)),
                ),
                Alternative::new(
                    "Three",
                    |_: (i64, i64, i64)| Self(3),
                    |value| <(i64, i64, i64)>::read(value).map(|_| Self(3)),
                ),
            ],
        )
    }

    fn write(&self, writer: &mut Writer) {
        writer.scalar(&self.0);
    }
}

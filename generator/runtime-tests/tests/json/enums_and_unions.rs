//! Types that stay open for what their description does not know.

use oasmith_runtime::runtime::{Json, ReadError, Value, Writer, first_match, from_slice, variants};
use oasmith_runtime::{Map, runtime};

use super::{problem, read, write};
use crate::support::pets::{Kind, Level, Login, Page, Problem, Shape, Size, Tagged};
use Either::{First, Second};

#[test]
fn an_unknown_text_is_kept() {
    for (text, kind) in [
        ("cat", Kind::Cat),
        ("dog", Kind::Dog),
        ("Cat", Kind::Unknown("Cat".to_owned())),
    ] {
        assert_eq!(read::<Kind>(&format!("{text:?}")), kind);
        assert_eq!(write(&kind), format!("{text:?}"));
        assert_eq!((kind.as_str(), &*kind.to_string()), (text, text));
        assert_eq!(Kind::from(text), kind);
        assert_eq!(Kind::from(text.to_owned()), kind);
        assert_eq!(text.parse(), Ok(kind));
    }
    assert_eq!(problem::<Kind>("1"), "expected a string, found a number");
}

#[test]
fn an_unknown_integer_is_kept() {
    for (integer, level) in [(1, Level::Low), (2, Level::High), (-7, Level::Unknown(-7))] {
        assert_eq!(read::<Level>(&integer.to_string()), level);
        assert_eq!(write(&level), integer.to_string());
        assert_eq!((level.as_integer(), level.to_string()), (integer, integer.to_string()));
        assert_eq!(Level::from(integer), level);
    }
}

#[test]
fn an_unknown_value_is_kept() {
    for (text, size) in [
        (r#""auto""#, Size::Auto),
        ("0", Size::Zero),
        ("1.5", Size::Unknown(1.5.into())),
        (r#""0""#, Size::Unknown("0".into())),
    ] {
        assert_eq!(read::<Size>(text), size);
        assert_eq!(write(&size), text);
        assert_eq!(Size::from(size.to_value()), size);
    }
}

#[test]
fn a_tag_chooses_the_variant() {
    let login = Tagged::Login(Login {
        user: "ann".to_owned(),
        password: None,
    });
    assert_eq!(read::<Tagged>(r#"{"user":"ann","type":"login"}"#), login);
    assert_eq!(write(&login), r#"{"type":"login","user":"ann"}"#);
    let text = r#"{"type":"problem","detail":"x"}"#;
    assert_eq!(write(&read::<Tagged>(text)), text);
}

#[test]
fn an_unknown_tag_keeps_its_value() {
    for text in [r#"{"type":"bird","wings":2}"#, r#"{"wings":2}"#, r#"{"type":5}"#, "5"] {
        let value: Tagged = read(text);
        assert!(matches!(value, Tagged::Unknown(_)));
        assert_eq!(write(&value), text);
    }
}

#[test]
fn a_broken_variant_is_not_an_unknown_one() {
    assert_eq!(problem::<Tagged>(r#"{"type":"login"}"#), "user: missing");
}

#[test]
fn a_tag_is_written_once() {
    let mut writer = Writer::new();
    writer.object(|object| {
        object.tag("type", "login");
        object.field("type", &"other".to_owned());
        object.field("user", &"ann".to_owned());
    });
    assert_eq!(writer.finish().unwrap(), br#"{"type":"login","user":"ann"}"#);
}

#[test]
fn without_a_tag_the_first_match_counts() {
    assert_eq!(
        read::<Shape>(r#"{"detail":"x"}"#),
        Shape::Problem(Problem { detail: "x".to_owned() })
    );
    assert_eq!(read::<Shape>(r#""x""#), Shape::Text("x".to_owned()));
    assert_eq!(read::<Shape>("[1,2]"), Shape::Numbers(vec![1, 2]));
}

#[test]
fn no_match_says_why_for_each_variant() {
    assert_eq!(
        problem::<Shape>(r#"[1,"x"]"#),
        "no variant matches: not Problem (expected an object, found an array), not Text (expected a string, found an array), \
         not Numbers ([1]: expected an integer, found a string)",
    );
}

/// A union of two types in the order given.
#[derive(Debug, PartialEq)]
enum Either<A, B> {
    First(A),
    Second(B),
}

impl<A: Json, B: Json> Json for Either<A, B> {
    fn read(value: &Value<'_>) -> Result<Self, ReadError> {
        first_match(value, variants!(Self { First, Second }))
    }

    fn write(&self, writer: &mut Writer) {
        match self {
            Self::First(value) => value.write(writer),
            Self::Second(value) => value.write(writer),
        }
    }
}

#[test]
fn a_string_of_digits_is_a_string_where_one_is_allowed() {
    let text = || "42".to_owned();
    assert_eq!(read::<Either<i64, String>>(r#""42""#), Second(text()));
    assert_eq!(read::<Either<String, i64>>(r#""42""#), First(text()));
    assert_eq!(read::<Either<u64, String>>(r#""42""#), Second(text()));
    assert_eq!(read::<Either<f64, String>>(r#""42""#), Second(text()));
    assert_eq!(read::<Either<Level, String>>(r#""2""#), Second("2".to_owned()));
    assert_eq!(read::<Either<i64, String>>("42"), First(42));
}

#[test]
fn of_an_object_the_variant_that_knows_most_of_its_members_is_tried_first() {
    let value = r#"{"first":"a","next":"b"}"#;
    let both = || Links {
        first: Some("a".to_owned()),
        next: Some("b".to_owned()),
    };
    let first = || Start {
        first: Some("a".to_owned()),
    };
    assert_eq!(read::<Either<Start, Links>>(value), Second(both()));
    assert_eq!(read::<Either<Links, Start>>(value), First(both()));
    assert_eq!(read::<Either<Start, Box<Links>>>(value), Second(Box::new(both())));
    assert_eq!(
        read::<Either<Map<String>, Start>>(r#"{"first":"a","other":"b"}"#),
        Second(first())
    );
    // Of two that know as much, the order counts; and who knows most may not be able to read it.
    assert_eq!(read::<Either<Start, Links>>(r#"{"first":"a"}"#), First(first()));
    assert_eq!(
        read::<Either<Start, Links>>(r#"{"first":"a","next":1}"#),
        First(first())
    );
}

/// Requires nothing.
#[derive(Debug, PartialEq)]
struct Start {
    first: Option<String>,
}

runtime::object!(Start { first: "first" });

/// Requires nothing, and has all that the other one has.
#[derive(Debug, PartialEq)]
struct Links {
    first: Option<String>,
    next: Option<String>,
}

runtime::object!(Links {
    first: "first",
    next: "next"
});

#[test]
fn also_inside_of_something_else() {
    let text = || "42".to_owned();
    assert_eq!(read::<Either<Vec<i64>, Vec<String>>>(r#"["42"]"#), Second(vec![text()]));
    assert_eq!(read::<Either<Vec<i64>, Vec<String>>>("[42]"), First(vec![42]));
    assert_eq!(
        read::<Either<Map<i64>, Map<String>>>(r#"{"a":"42"}"#),
        Second(Map::from([("a".to_owned(), text())]))
    );
    assert_eq!(
        read::<Either<Vec<Option<Box<i64>>>, Vec<Option<String>>>>(r#"[null,"42"]"#),
        Second(vec![None, Some(text())])
    );
    // `total` of a page is an integer of 64 bits.
    let page = r#"{"data":[],"total":"42"}"#;
    assert!(matches!(read::<Either<Page, Map<serde_json::Value>>>(page), Second(_)));
    assert_eq!(read::<Either<Either<i64, bool>, String>>(r#""42""#), Second(text()));
}

#[test]
fn what_is_nothing_strictly_is_read_leniently() {
    assert_eq!(read::<Either<bool, i64>>(r#""42""#), Second(42));
    assert_eq!(read::<Either<Either<bool, i64>, bool>>(r#""42""#), First(Second(42)));
    assert!(matches!(
        read::<Either<Login, Page>>(r#"{"data":[],"total":"42"}"#),
        Second(Page { total: 42, .. })
    ));
    assert!(from_slice::<Either<bool, i64>>(br#""x""#).is_err());
}

/// An object of which nothing is required.
#[derive(Clone, Debug, PartialEq)]
struct Target {
    refs: Option<String>,
}

runtime::object!(Target { refs: "refs" });

/// The same, and more.
#[derive(Clone, Debug, PartialEq)]
struct NamedTarget {
    refs: Option<String>,
    name: String,
}

runtime::object!(NamedTarget {
    refs: "refs",
    name: required "name",
});

#[derive(Clone, Debug, PartialEq)]
enum Inner {
    Named(NamedTarget),
    Level(i64),
    Unknown(serde_json::Value),
}

runtime::union!(Inner {
    Named,
    Level,
    ..Unknown
});

#[derive(Clone, Debug, PartialEq)]
enum Outer {
    Target(Target),
    Inner(Box<Inner>),
    Unknown(serde_json::Value),
}

runtime::union!(Outer {
    Target,
    Inner,
    ..Unknown
});

#[test]
fn a_union_in_a_union_knows_the_members_of_its_variants() {
    let refs = Some("main".to_owned());
    let name = "a".to_owned();
    let named = NamedTarget {
        refs: refs.clone(),
        name,
    };
    assert_eq!(
        read::<Outer>(r#"{"refs":"main","name":"a"}"#),
        Outer::Inner(Box::new(Inner::Named(named)))
    );
    assert_eq!(read::<Outer>(r#"{"refs":"main"}"#), Outer::Target(Target { refs }));
}

#[test]
fn what_a_union_in_a_union_does_not_understand_is_kept_once() {
    assert_eq!(read::<Outer>("1"), Outer::Inner(Box::new(Inner::Level(1))));
    assert_eq!(read::<Outer>("true"), Outer::Unknown(true.into()));
    assert_eq!(read::<Inner>("true"), Inner::Unknown(true.into()));
    // No name: it is not the target with a name, whatever else it knows.
    let without_name = Target { refs: None };
    assert_eq!(read::<Outer>(r#"{"name":null}"#), Outer::Target(without_name));
}

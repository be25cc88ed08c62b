//! Types that stay open for what their description does not know.

use super::{problem, read, write};
use crate::support::pets::{Kind, Level, Login, Problem, Shape, Tagged};

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
    for text in [r#"{"type":"bird","wings":2}"#, r#"{"wings":2}"#, r#"{"type":5}"#] {
        let value: Tagged = read(text);
        assert!(matches!(value, Tagged::Unknown(_)));
        assert_eq!(write(&value), text);
    }
    assert_eq!(problem::<Tagged>("5"), "expected an object, found a number");
}

#[test]
fn a_broken_variant_is_not_an_unknown_one() {
    assert_eq!(problem::<Tagged>(r#"{"type":"login"}"#), "user: missing");
}

#[test]
fn a_tag_is_written_once() {
    use oasmith_runtime::runtime::Writer;

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

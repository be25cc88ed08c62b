//! Objects.

use oasmith_runtime::runtime::{ObjectReader, ObjectWriter, Tree};
use oasmith_runtime::{Map, Nullable, runtime};

use super::{problem, read, write};
use crate::support::pets::{Kind, Order, Page, Pet};

#[test]
fn a_model_is_read_and_written_back() {
    let text = r#"{"id":1,"name":"Tom","kind":"cat","born":"2020-05-01","owner":"Ann","mood":{"now":"good"}}"#;
    let pet: Pet = read(text);
    assert_eq!(pet.name, "Tom");
    assert_eq!(pet.kind, Some(Kind::Cat));
    assert_eq!(pet.owner.as_deref(), Some("Ann"));
    assert_eq!(pet.additional_properties["mood"]["now"], "good");
    assert_eq!(write(&pet), text);
}

#[test]
fn members_can_come_in_any_order() {
    let pet: Pet = read(r#"{"x":1,"name":"Tom","owner":null,"y":[2],"id":1}"#);
    assert_eq!((pet.id, &*pet.name), (1, "Tom"));
    assert_eq!(pet.additional_properties.keys().collect::<Vec<_>>(), ["x", "y"]);
}

#[test]
fn of_members_with_the_same_name_the_last_one_counts() {
    let pet: Pet = read(r#"{"id":1,"name":"Tom","id":2,"x":1,"name":"Kit","x":3}"#);
    assert_eq!((pet.id, &*pet.name), (2, "Kit"));
    assert_eq!(pet.additional_properties["x"], 3);

    let many: Vec<String> = (0..100).map(|n| format!(r#""k{n}":0"#)).collect();
    let map: Map<i32> = read(&format!(r#"{{{},"k7":1,"k7":2}}"#, many.join(",")));
    assert_eq!((map.len(), map["k7"]), (100, 2));
}

#[test]
fn additional_properties_of_a_large_object_are_all_there() {
    let many: Vec<String> = (0..200).map(|n| format!(r#""k{n}":{n}"#)).collect();
    let pet: Pet = read(&format!(r#"{{{},"id":1,"name":"Tom"}}"#, many.join(",")));
    assert_eq!(pet.additional_properties.len(), 200);
    assert!(!pet.additional_properties.contains_key("id"));
}

#[test]
fn missing_and_null_are_told_apart_where_it_matters() {
    assert_eq!(read::<Order>("{}").note, Nullable::Absent);
    assert_eq!(read::<Order>(r#"{"note":null}"#).note, Nullable::Null);
    assert_eq!(read::<Order>(r#"{"note":"x"}"#).note, Nullable::Value("x".to_owned()));

    let order = |note| write(&Order { note, weight: None });
    assert_eq!(order(Nullable::Absent), "{}");
    assert_eq!(order(Nullable::Null), r#"{"note":null}"#);
    assert_eq!(order("x".to_owned().into()), r#"{"note":"x"}"#);
    assert_eq!(order("x".into()), r#"{"note":"x"}"#);
    assert_eq!(order(None.into()), r#"{"note":null}"#);
}

#[test]
fn a_required_member_that_may_be_null_is_written() {
    assert_eq!(write(&Pet::new(1, "Tom")), r#"{"id":1,"name":"Tom","owner":null}"#);
}

#[test]
fn an_additional_property_does_not_repeat_a_field() {
    let mut pet = Pet::new(1, "Tom");
    pet.additional_properties.insert("id".to_owned(), 2.into());
    pet.additional_properties.insert("kind".to_owned(), "dog".into());
    assert_eq!(write(&pet), r#"{"id":1,"name":"Tom","owner":null,"kind":"dog"}"#);
}

/// The names of an inner object are its own.
#[derive(Debug)]
struct Outer;

impl runtime::Object for Outer {
    fn read(_: &mut ObjectReader<'_, '_>) -> Result<Self, runtime::ReadError> {
        Ok(Self)
    }

    fn fields(&self, object: &mut ObjectWriter<'_>) {
        object.field("id", &1);
        object.field("inner", &Pet::new(2, "Tom"));
        object.entries(&Map::from([
            ("inner".to_owned(), 0),
            ("name".to_owned(), 3),
            ("id".to_owned(), 4),
        ]));
    }
}

runtime::object!(Outer);

#[test]
fn nested_objects_do_not_share_names() {
    assert_eq!(
        write(&Outer),
        r#"{"id":1,"inner":{"id":2,"name":"Tom","owner":null},"name":3}"#
    );
}

#[test]
fn an_error_says_where() {
    let cases = [
        (r#"{"total":1}"#, "data: missing"),
        (r#"{"data":[],"total":null}"#, "total: expected an integer, found null"),
        (
            r#"{"data":[{"id":1,"name":"a"},{"id":"x","name":"b"}],"total":2}"#,
            "data[1].id: expected an integer, found a string",
        ),
        (r#"{"data":[{"id":1}],"total":2}"#, "data[0].name: missing"),
        (
            r#"{"data":[{"id":1,"name":"a","seen":"yesterday"}],"total":2}"#,
            "data[0].seen: expected an RFC 3339 date and time, found \"yesterday\"",
        ),
        ("[]", "expected an object, found an array"),
    ];
    for (text, expected) in cases {
        assert_eq!(problem::<Page>(text), expected);
    }
    assert_eq!(
        problem::<Map<Map<i32>>>(r#"{"a b":{"c.d":"x"}}"#),
        r#"["a b"]["c.d"]: expected an integer, found a string"#
    );
}

#[test]
fn an_error_does_not_repeat_the_value() {
    assert!(!problem::<Page>(r#"{"data":[{"id":"CANARY","name":"CANARY"}],"total":"CANARY"}"#).contains("CANARY"));
}

#[test]
fn strings_are_borrowed_where_they_can_be() {
    use std::borrow::Cow;

    let text = r#"{"plain":"abc","escaped":"a\nb"}"#;
    let value: Tree<'_> = serde_json::from_str(text).unwrap();
    assert!(matches!(
        value.member("plain").unwrap(),
        Tree::String(Cow::Borrowed("abc"))
    ));
    assert!(matches!(value.member("escaped").unwrap(), Tree::String(Cow::Owned(_))));
}

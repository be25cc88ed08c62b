//! Bodies of XML: the examples of the OpenAPI specification (3.0.4, section 4.7.26.2), and what no server should send.

use std::cell::Cell;

use oasmith_runtime::runtime::xml::{Member, Shape, Xml};
use oasmith_runtime::runtime::{Api, Call, ClientBuilder, Operation, Server, blocking};
use oasmith_runtime::{ErrorKind, Mock, Reply, Response};
use serde_json::{Value, json};

static API: Api = Api {
    name: "Test",
    servers: &[Server {
        url: "https://x.example",
        variables: &[],
    }],
    user_agent: "test/1",
};
static SEND: Operation = Operation {
    id: "send",
    method: "POST",
    path: "/x",
    ..Operation::DEFAULT
};

const DECLARATION: &str = r#"<?xml version="1.0" encoding="UTF-8"?>"#;

thread_local! {
    /// What is read next. A call takes a function that knows its table, as emitted code has one for each.
    static TABLE: Cell<Option<&'static Xml>> = const { Cell::new(None) };
}

/// What is sent, or why nothing is.
fn written(value: &Value, table: &'static Xml) -> Result<String, String> {
    let client = ClientBuilder::new(&API).build().unwrap();
    let request = Call::new(&client, &SEND).xml("text/xml", value, table).build();
    let request = request.map_err(|error| {
        assert_eq!(error.kind(), ErrorKind::Build);
        error.to_string()
    })?;
    assert_eq!(request.headers()["content-type"], "text/xml");
    let text = String::from_utf8(request.body().to_vec()).unwrap();
    Ok(text.strip_prefix(DECLARATION).unwrap().to_owned())
}

/// What is read, or why nothing is.
fn read(text: &str, table: &'static Xml) -> Result<Value, String> {
    read_bytes(text.as_bytes().to_vec(), table)
}

fn read_bytes(body: Vec<u8>, table: &'static Xml) -> Result<Value, String> {
    let mock = Mock::new().on("POST", "/x", Reply::bytes(200, body));
    let client = ClientBuilder::new(&API).transport(mock).build().unwrap();
    TABLE.set(Some(table));
    let answer = blocking(Call::new(&client, &SEND).send(|answer| answer.xml(TABLE.get().unwrap())));
    answer.map(Response::into_value).map_err(|error| error.to_string())
}

/// The value is written as that text, and read from it.
fn both_ways(value: &Value, table: &'static Xml, text: &str) {
    assert_eq!(written(value, table).unwrap(), text);
    assert_eq!(read(text, table).unwrap(), *value, "{text}");
}

#[test]
fn names_attributes_and_namespaces() {
    static PERSON: Xml = Xml::new(
        "Person",
        Shape::object(&[
            Member::attribute("id", "id", Shape::Number),
            Member::element("name", "sample:name", Shape::Text).namespace("https://example.com/schema/sample"),
            Member::element("active", "is-active", Shape::Boolean),
        ]),
    );
    both_ways(
        &json!({ "active": true, "id": 123, "name": "A & \"<B>\"" }),
        &PERSON,
        "<Person id=\"123\"><is-active>true</is-active><sample:name xmlns:sample=\"https://example.com/schema/sample\">\
         A &amp; &quot;&lt;B&gt;&quot;</sample:name></Person>",
    );
    let other_prefix =
        "<o:Person o:id='1' xmlns:o='u'><o:more><o:name>no</o:name></o:more><o:name>yes</o:name></o:Person>";
    assert_eq!(read(other_prefix, &PERSON).unwrap(), json!({ "id": 1, "name": "yes" }));
}

#[test]
fn a_namespace_is_declared_once() {
    static INNER: Xml = Xml::new("x:b", Shape::Text).namespace("u");
    static OUTER: Xml = Xml::new("x:a", Shape::List(&INNER)).namespace("u");
    let text = "<x:a xmlns:x=\"u\"><x:b>1</x:b><x:b>2</x:b></x:a>";
    both_ways(&json!(["1", "2"]), &OUTER, text);
}

#[test]
fn lists_with_and_without_an_element_around_them() {
    static ANIMAL: Xml = Xml::new("animal", Shape::Text);
    static ANIMALS: Xml = Xml::new("animals", Shape::Text);
    static PLAIN: Xml = Xml::new(
        "root",
        Shape::object(&[Member::items("animals", "animal", Shape::Text)]),
    );
    static WRAPPED: Xml = Xml::new(
        "root",
        Shape::object(&[Member::element("animals", "aliens", Shape::List(&ANIMAL))]),
    );
    static SAME: Xml = Xml::new(
        "root",
        Shape::object(&[Member::element("animals", "animals", Shape::List(&ANIMALS))]),
    );
    static REQUIRED: Xml = Xml::new(
        "root",
        Shape::object(&[Member::required_items("a", "a", Shape::Number)]),
    );
    let value = json!({ "animals": ["cat", ""] });
    both_ways(&value, &PLAIN, "<root><animal>cat</animal><animal/></root>");
    both_ways(
        &value,
        &WRAPPED,
        "<root><aliens><animal>cat</animal><animal/></aliens></root>",
    );
    both_ways(
        &value,
        &SAME,
        "<root><animals><animals>cat</animals><animals/></animals></root>",
    );
    both_ways(&json!({ "animals": [] }), &WRAPPED, "<root><aliens/></root>");
    assert_eq!(read("<root/>", &PLAIN).unwrap(), json!({}));
    both_ways(&json!({ "a": [] }), &REQUIRED, "<root/>");
    both_ways(&json!({ "a": [1.5] }), &REQUIRED, "<root><a>1.5</a></root>");
}

#[test]
fn types_that_hold_themselves_and_keys_that_are_not_known_before() {
    static NODE: Xml = Xml::new(
        "node",
        Shape::open(
            &[
                Member::items("nodes", "node", Shape::Of(&NODE)),
                Member::text("text", Shape::Text),
            ],
            &Member::element("", "", Shape::Number),
        ),
    );
    let value = json!({ "nodes": [{ "text": "a" }, { "text": "b" }], "text": "c", "size": 1, "age": 2 });
    let text = "<node><node>a</node><node>b</node>c<size>1</size><age>2</age></node>";
    assert_eq!(read(text, &NODE).unwrap(), value);
    assert_eq!(
        written(&json!({ "nodes": [{}], "size": 1 }), &NODE).unwrap(),
        "<node><node/><size>1</size></node>"
    );
}

#[test]
fn values_of_which_nothing_is_known() {
    static ANY: Xml = Xml::new("any", Shape::Any);
    both_ways(
        &json!({ "a": ["1", "2"], "b": { "c": "x" } }),
        &ANY,
        "<any><a>1</a><a>2</a><b><c>x</c></b></any>",
    );
}

#[test]
fn nothing_and_the_empty_text_are_two_things() {
    static TABLE: Xml = Xml::new(
        "t",
        Shape::object(&[
            Member::element("none", "none", Shape::Text),
            Member::element("empty", "empty", Shape::Text),
            Member::attribute("gone", "gone", Shape::Text),
        ]),
    );
    let xsi = "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"";
    both_ways(
        &json!({ "empty": "", "none": null }),
        &TABLE,
        &format!("<t><empty/><none {xsi}/></t>"),
    );
    assert_eq!(written(&json!({ "gone": null }), &TABLE).unwrap(), "<t/>");
}

#[test]
fn white_space_travels_unharmed() {
    static TABLE: Xml = Xml::new(
        "t",
        Shape::object(&[
            Member::attribute("a", "a", Shape::Text),
            Member::element("e", "e", Shape::Text),
        ]),
    );
    both_ways(
        &json!({ "a": " \t\r\n", "e": " \r\n" }),
        &TABLE,
        "<t a=\" &#9;&#13;&#10;\"><e> &#13;&#10;</e></t>",
    );
}

#[test]
fn what_xml_cannot_hold_is_told() {
    static TABLE: Xml = Xml::new(
        "t",
        Shape::open(
            &[Member::attribute("a", "a", Shape::Text)],
            &Member::element("", "", Shape::Text),
        ),
    );
    for (value, expected) in [
        (
            json!({ "a": "\u{1}" }),
            "a text has a character that XML does not allow",
        ),
        (
            json!({ "b": "\u{FFFE}" }),
            "a text has a character that XML does not allow",
        ),
        (json!({ "a b": "" }), "a name that XML does not allow"),
        (json!({ "x><y": "" }), "a name that XML does not allow"),
        (json!({ "a": [1] }), "an attribute of XML holds a single value"),
    ] {
        let error = written(&value, &TABLE).unwrap_err();
        assert!(error.contains(expected), "{error}");
    }
}

#[test]
fn references_comments_and_raw_text_are_read() {
    static TEXT: Xml = Xml::new("t", Shape::Text);
    for (text, expected) in [
        ("<t>a&lt;b&#x41;&#66;</t>", "a<bAB"),
        (
            "\u{FEFF}<?xml version='1.0'?><!-- c --><t>a<!-- b --><![CDATA[<&>]]>c</t>\n",
            "a<&>c",
        ),
        ("<t>\n  <![CDATA[ <p> ]]><![CDATA[x]]>\n</t>", " <p> x"),
        ("<!DOCTYPE t SYSTEM 'http://x.example/t.dtd'><t>a\r\nb</t>", "a\nb"),
    ] {
        assert_eq!(read(text, &TEXT).unwrap(), json!(expected), "{text}");
    }
}

#[test]
fn numbers_and_booleans_are_what_they_look_like() {
    static TABLE: Xml = Xml::new(
        "t",
        Shape::object(&[
            Member::element("n", "n", Shape::Number),
            Member::element("b", "b", Shape::Boolean),
        ]),
    );
    for (text, expected) in [
        ("<t><n> -7 </n><b> 1 </b></t>", json!({ "n": -7, "b": true })),
        ("<t><n>inf</n><b>yes</b></t>", json!({ "n": "inf", "b": "yes" })),
        ("<t><n/><b></b></t>", json!({ "n": null, "b": null })),
    ] {
        assert_eq!(read(text, &TABLE).unwrap(), expected, "{text}");
    }
}

#[test]
fn what_is_no_xml_is_told() {
    static TEXT: Xml = Xml::new("t", Shape::Text);
    let laughs = "<!DOCTYPE t [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><t>&b;</t>";
    let attribute = "<!DOCTYPE t [<!ENTITY a 'ha'>]><t x='&a;'/>";
    let outside = "<!DOCTYPE t [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><t>&a;</t>";
    let deep = format!("{}{}", "<t>".repeat(10_000), "</t>".repeat(10_000));
    for (text, expected) in [
        ("", "not XML: it ends before its root element does"),
        ("{}", "not XML: text outside of the root element"),
        ("<t><a></t>", "not XML: a mistake after"),
        ("<t>a", "not XML: it ends before its root element does"),
        ("<t>a</t", "not XML: a mistake after"),
        ("<t/><t/>", "not XML: an element after the root element"),
        ("<t a=b/>", "not XML: a mistake in an attribute"),
        ("<t>&#0;</t>", "not XML: a reference to a character that there is not"),
        (laughs, "not XML: an entity that XML does not define"),
        (attribute, "not XML: a mistake in the value of an attribute"),
        (outside, "not XML: an entity that XML does not define"),
        (deep.as_str(), "not XML: elements are nested more than 128 deep"),
    ] {
        let error = read(text, &TEXT).unwrap_err();
        assert!(error.contains(expected), "{error}");
    }
    let error = read_bytes(b"<t>\xE9</t>".to_vec(), &TEXT).unwrap_err();
    assert!(error.contains("the body is not UTF-8"), "{error}");
}

#[test]
fn many_attributes_and_many_names_take_no_more_than_their_length() {
    static ANY: Xml = Xml::new("t", Shape::Any);
    let attributes: Vec<String> = (0..50_000).map(|index| format!(" a{index}=''")).collect();
    let elements: Vec<String> = (0..50_000).map(|index| format!("<e{index}/>")).collect();
    let value = read(&format!("<t{}>{}</t>", attributes.concat(), elements.concat()), &ANY).unwrap();
    assert_eq!(value.as_object().map(serde_json::Map::len), Some(100_000));
}

#[test]
fn a_union_has_the_members_of_its_alternatives() {
    static PAPER: Xml = Xml::new(
        "paper",
        Shape::object(&[
            Member::attribute("kind", "type", Shape::Text),
            Member::required_items("pages", "page", Shape::Number),
        ]),
    );
    static SOUND: Xml = Xml::new(
        "sound",
        Shape::object(&[Member::element("minutes", "length", Shape::Number)]),
    );
    static EITHER: Xml = Xml::new("either", Shape::one_of(&[&PAPER, &SOUND]));
    static MEDIUM: Xml = Xml::new(
        "medium",
        Shape::tagged(&Member::element("kind", "kind", Shape::Text), &[&EITHER]),
    );
    static TAGGED: Xml = Xml::new(
        "medium",
        Shape::tagged(&Member::element("kind", "kind", Shape::Text), &[&SOUND]),
    );
    let paper = json!({"kind": "paper", "pages": [1, 2]});
    let text = r#"<medium type="paper"><page>1</page><page>2</page></medium>"#;
    both_ways(&paper, &MEDIUM, text);
    // No page says that it is no paper.
    both_ways(&json!({"minutes": 3}), &EITHER, "<either><length>3</length></either>");
    let sound = json!({"kind": "sound", "minutes": 3});
    both_ways(&sound, &TAGGED, "<medium><kind>sound</kind><length>3</length></medium>");
}

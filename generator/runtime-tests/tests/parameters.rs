//! Parameter styles, against the table of the specification.

use oasmith_runtime::Map;
use oasmith_runtime::runtime::parameter::{Escape, Style, inline, pairs};
use oasmith_runtime::runtime::{Json, Tree};

use crate::support::scripted::Scripted;

/// The values of the section "Style Examples" (OAS 3.1.1, section 4.8.12.4): an empty string, a string, an array and an
/// object.
fn values() -> [Tree<'static>; 4] {
    let text = |text: &'static str| Tree::String(text.into());
    let number = |number: i64| Tree::Number(number.into());
    [
        text(""),
        text("blue"),
        Tree::Array(vec![text("blue"), text("black"), text("brown")]),
        Tree::Object(vec![
            ("R".into(), number(100)),
            ("G".into(), number(200)),
            ("B".into(), number(150)),
        ]),
    ]
}

/// The rows for paths and headers.
#[test]
fn inline_styles_are_as_in_the_specification() {
    let rows = [
        (
            Style::Matrix,
            [
                ";color",
                ";color=blue",
                ";color=blue,black,brown",
                ";color=R,100,G,200,B,150",
            ],
        ),
        (
            Style::MatrixExplode,
            [
                ";color",
                ";color=blue",
                ";color=blue;color=black;color=brown",
                ";R=100;G=200;B=150",
            ],
        ),
        (Style::Label, [".", ".blue", ".blue,black,brown", ".R,100,G,200,B,150"]),
        (
            Style::LabelExplode,
            [".", ".blue", ".blue.black.brown", ".R=100.G=200.B=150"],
        ),
        (Style::Simple, ["", "blue", "blue,black,brown", "R,100,G,200,B,150"]),
        (
            Style::SimpleExplode,
            ["", "blue", "blue,black,brown", "R=100,G=200,B=150"],
        ),
    ];
    for (style, row) in rows {
        for (value, expected) in values().iter().zip(row) {
            assert_eq!(
                inline("color", style, value, Escape::Reserved),
                expected,
                "{style:?} {value:?}"
            );
        }
    }
}

/// The rows for queries and cookies. What the table leaves out ("n/a") is filled with what reads best.
#[test]
fn styles_of_pairs_are_as_in_the_specification() {
    let rows = [
        (
            Style::Form,
            [
                "color=",
                "color=blue",
                "color=blue,black,brown",
                "color=R,100,G,200,B,150",
            ],
        ),
        (
            Style::FormExplode,
            [
                "color=",
                "color=blue",
                "color=blue&color=black&color=brown",
                "R=100&G=200&B=150",
            ],
        ),
        (
            Style::SpaceDelimited,
            [
                "color=",
                "color=blue",
                "color=blue%20black%20brown",
                "color=R%20100%20G%20200%20B%20150",
            ],
        ),
        (
            Style::PipeDelimited,
            [
                "color=",
                "color=blue",
                "color=blue%7Cblack%7Cbrown",
                "color=R%7C100%7CG%7C200%7CB%7C150",
            ],
        ),
        (
            Style::DeepObject,
            [
                "color=",
                "color=blue",
                "color%5B0%5D=blue&color%5B1%5D=black&color%5B2%5D=brown",
                "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
            ],
        ),
    ];
    for (style, row) in rows {
        for (value, expected) in values().iter().zip(row) {
            assert_eq!(
                pairs("color", style, value, Escape::Reserved).join("&"),
                expected,
                "{style:?} {value:?}"
            );
        }
    }
}

fn with_value<T>(text: &str, then: impl FnOnce(&Tree<'_>) -> T) -> T {
    then(&serde_json::from_str(text).unwrap())
}

#[track_caller]
fn query(style: Style, json: &str, expected: &str) {
    let found = with_value(json, |value| pairs("q", style, value, Escape::Reserved).join("&"));
    assert_eq!(found, expected, "{style:?} {json}");
}

#[test]
fn what_the_specification_leaves_open() {
    query(Style::FormExplode, "[]", "");
    query(Style::Form, "[]", "");
    query(Style::Form, "{}", "");
    query(Style::DeepObject, "{}", "");
    query(Style::FormExplode, "true", "q=true");
    query(Style::FormExplode, "-1.5", "q=-1.5");
    query(Style::FormExplode, "18446744073709551615", "q=18446744073709551615");
    query(Style::FormExplode, r#"["a",null,"b"]"#, "q=a&q=b");
    query(Style::FormExplode, r#"{"a":1,"b":null}"#, "a=1");
    query(Style::FormExplode, r#"[{"a":[1]}]"#, "q=%7B%22a%22%3A%5B1%5D%7D");
    query(
        Style::DeepObject,
        r#"{"a":{"b":1,"c":[2,3]},"d":null}"#,
        "q%5Ba%5D%5Bb%5D=1&q%5Ba%5D%5Bc%5D%5B0%5D=2&q%5Ba%5D%5Bc%5D%5B1%5D=3",
    );
    query(Style::Json, r#"{"a":"x y"}"#, "q=%7B%22a%22%3A%22x%20y%22%7D");
    query(Style::Json, r#""x""#, "q=%22x%22");
}

/// An empty list or object is as good as none (RFC 6570, section 2.3), whatever stands before it in the path.
#[test]
fn nothing_is_written_of_nothing() {
    for style in [
        Style::Simple,
        Style::Label,
        Style::LabelExplode,
        Style::Matrix,
        Style::MatrixExplode,
    ] {
        for json in ["[]", "[null]", "{}", r#"{"a":null}"#] {
            let found = with_value(json, |value| inline("p", style, value, Escape::Reserved));
            assert_eq!(found, "", "{style:?} {json}");
        }
    }
}

/// A delimiter inside a value is not one.
#[test]
fn delimiters_in_values_are_encoded() {
    query(Style::Form, r#"["a,b","c"]"#, "q=a%2Cb,c");
    query(Style::FormExplode, r#"["a&b=c"]"#, "q=a%26b%3Dc");
    query(Style::PipeDelimited, r#"["a|b"]"#, "q=a%7Cb");
    let path = |style, json: &str| with_value(json, |value| inline("p", style, value, Escape::Reserved));
    assert_eq!(path(Style::Simple, r#"["a,b","c/d"]"#), "a%2Cb,c%2Fd");
    assert_eq!(path(Style::MatrixExplode, r#"[";",""]"#), ";p=%3B;p");
    assert_eq!(path(Style::SimpleExplode, r#"{"a=b":"c"}"#), "a%3Db=c");
    assert_eq!(
        path(Style::Json, r#"{"b":1,"a":[2]}"#),
        "%7B%22b%22%3A1%2C%22a%22%3A%5B2%5D%7D"
    );
}

#[test]
fn percent_encoding() {
    let cases = [
        ("AZaz09-._~", "AZaz09-._~", "AZaz09-._~"),
        (" ", "%20", "%20"),
        ("ü€😀", "%C3%BC%E2%82%AC%F0%9F%98%80", "%C3%BC%E2%82%AC%F0%9F%98%80"),
        (
            ":/?@!$'()*,;=",
            "%3A%2F%3F%40%21%24%27%28%29%2A%2C%3B%3D",
            ":/?@!$'()*,;=",
        ),
        ("#[]&+", "%23%5B%5D%26%2B", "%23%5B%5D%26%2B"),
        (
            "\"<>\\^`{|}",
            "%22%3C%3E%5C%5E%60%7B%7C%7D",
            "%22%3C%3E%5C%5E%60%7B%7C%7D",
        ),
        ("100%", "100%25", "100%25"),
        ("%2F%zz%4", "%252F%25zz%254", "%2F%25zz%254"),
        ("%€", "%25%E2%82%AC", "%25%E2%82%AC"),
        ("\r\n\0", "%0D%0A%00", "%0D%0A%00"),
    ];
    for (text, reserved, allow_reserved) in cases {
        assert_eq!(Escape::Reserved.apply(text), reserved);
        assert_eq!(Escape::AllowReserved.apply(text), allow_reserved);
        assert_eq!(Escape::Nothing.apply(text), text);
    }
}

#[test]
fn setting_again_replaces_and_none_removes() {
    let pets = Scripted::new([]).client().pets();
    let url = |request: crate::support::pets::ListRequest| request.build().unwrap().url().to_owned();
    let base = "https://api.pets.example/v1/pets";
    assert_eq!(url(pets.list().limit(1).limit(2)), format!("{base}?limit=2"));
    assert_eq!(url(pets.list().limit(1).maybe_limit(None::<i64>)), base);
    assert_eq!(
        url(pets.list().tags(["a", "b"]).limit(1).tags(["c d"])),
        format!("{base}?limit=1&tags=c%20d")
    );
    let filter = Map::from([("a b".to_owned(), "c&d".to_owned())]);
    assert_eq!(
        url(pets.list().filter(filter)),
        format!("{base}?filter%5Ba%20b%5D=c%26d")
    );
    assert_eq!(
        url(pets.list().query_param("limit", 1).query_param("limit", "ü").limit(3)),
        format!("{base}?limit=1&limit=%C3%BC&limit=3"),
    );
}

#[test]
fn headers_and_cookies() {
    let pets = Scripted::new([]).client().pets();
    let request = pets
        .list()
        .trace("a")
        .trace("b")
        .header("X-Trace", "c")
        .maybe_theme(Some("dark, warm"))
        .build()
        .unwrap();
    let traces: Vec<_> = request.headers().get_all("x-trace").iter().collect();
    assert_eq!(traces, ["b", "c"]);
    assert_eq!(request.headers()["cookie"], "theme=dark%2C%20warm");

    let request = pets
        .list()
        .maybe_theme(Some("dark"))
        .maybe_theme(None::<String>)
        .build()
        .unwrap();
    assert!(!request.headers().contains_key("cookie"));

    let request = pets
        .list()
        .header("cookie", "a=1")
        .maybe_theme(Some("dark"))
        .build()
        .unwrap();
    assert_eq!(request.headers()["cookie"], "a=1; theme=dark");
}

#[test]
fn a_wrong_input_is_told_when_the_request_is_built() {
    let pets = Scripted::new([]).client().pets();
    let cases = [
        (
            pets.list().trace("a\r\nX-Evil: 1"),
            "the header `X-Trace`: it has a character that a header cannot have",
        ),
        (pets.list().header("X Evil", "1"), "\"X Evil\" is not a header name"),
        (
            pets.list().header("X-Fine", "a\0"),
            "the header `X-Fine`: it has a character that a header cannot have",
        ),
        (
            pets.list().weight(f64::NAN),
            "the parameter `weight`: a number that is not finite cannot be written as JSON",
        ),
    ];
    for (request, expected) in cases {
        let error = request.build().unwrap_err();
        assert_eq!(error.kind(), oasmith_runtime::ErrorKind::Build);
        assert_eq!(error.operation(), Some("list_pets"));
        assert_eq!(error.attempts(), 0);
        assert_eq!(
            error.to_string(),
            format!("list_pets (GET /pets): the request cannot be built: {expected}")
        );
    }
}

/// The trait in scope, to show that a parameter is anything with a JSON form.
#[test]
fn a_parameter_is_anything_with_a_json_form() {
    fn is_json<T: Json>() {}
    is_json::<Option<Vec<oasmith_runtime::DateTime>>>();
    is_json::<crate::support::pets::Kind>();
}

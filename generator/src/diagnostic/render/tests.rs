use super::*;
use crate::diagnostic::{Code, Location};
use crate::source::{Place, Pointer};

fn text(diagnostic: Diagnostic, sources: &Sources) -> String {
    let mut report = Report::default();
    report.push(diagnostic);
    render(&report, sources, Format::Text, false, true)
}

#[test]
fn a_finding_is_drawn_with_its_lines() {
    let mut sources = Sources::default();
    let file = sources.add("spec.yaml", "paths:\n  /pets:\n    get: {}\n".to_owned());
    let other = sources.add("other.yaml", "x: 1\n".to_owned());
    let place = Place::root(file).child("paths").child("/pets").child("get");
    let diagnostic = Diagnostic::new(Code::DUPLICATE_KEY, "a message")
        .at(place)
        .label("this one")
        .related(Location::Span(file, 0..5), "below this")
        .related(Place::root(other).child("x"), "and this")
        .operation("GET /pets")
        .help("do\nthis");
    let expected = "\
warning[OA0103]: a message
 --> spec.yaml:3:5
  |
1 | paths:
  | ----- below this
2 |   /pets:
3 |     get: {}
  |     ^^^ this one
  |
 ::: other.yaml:1:1
  |
1 | x: 1
  | - and this
  |
  = pointer: #/paths/~1pets/get
  = operation: GET /pets
  = help: do
          this

1 warning
";
    assert_eq!(text(diagnostic, &sources), expected);
}

#[test]
fn a_long_line_is_cut_around_the_mark() {
    let mut sources = Sources::default();
    let long = format!(
        "{{{}\"é\": {{\"here\": 1}}, {}}}",
        "\"a\": 1, ".repeat(9_000),
        "\"b\": 1, ".repeat(9_000)
    );
    let file = sources.add("spec.json", long);
    let place = Place::root(file).child("é").child("here");
    let drawn = text(
        Diagnostic::new(Code::DUPLICATE_KEY, "a message")
            .at(place)
            .label("this one"),
        &sources,
    );
    assert!(drawn.contains("--> spec.json:1:72008\n"), "{drawn}");
    assert!(drawn.contains("^^^^^^ this one"), "{drawn}");
    assert!(drawn.len() < 1_000, "{drawn}");
}

#[test]
fn a_place_that_cannot_be_found_is_told_by_pointer() {
    let mut sources = Sources::default();
    let file = sources.add("spec.yaml", "\t@".to_owned());
    let place = Place {
        file,
        pointer: Pointer::parse("/a\u{1b}"),
    };
    let drawn = text(
        Diagnostic::new(Code::UNREADABLE, "a \u{202e}message").at(place),
        &sources,
    );
    let expected = "\
error[OA0101]: a \\u{202e}message
--> spec.yaml
 = pointer: #/a\\u{1b}

1 error
";
    assert_eq!(drawn, expected);
}

#[test]
fn hostile_lines_keep_their_marks() {
    let mut sources = Sources::default();
    let file = sources.add("spec.yaml", "\u{9b}31m\u{202e}: 1\r\n".to_owned());
    let drawn = text(
        Diagnostic::new(Code::UNREADABLE, "m").at(Location::Span(file, 0..5)),
        &sources,
    );
    assert!(drawn.contains("1 | \u{FFFD}31m\u{FFFD}: 1\n  | ^^^^\n"), "{drawn}");
}

#[test]
fn a_span_behind_the_end_is_drawn_at_the_end() {
    let mut sources = Sources::default();
    let file = sources.add("spec.yaml", "abc\n".to_owned());
    let drawn = text(
        Diagnostic::new(Code::UNREADABLE, "m").at(Location::Span(file, 7..9)),
        &sources,
    );
    assert!(drawn.contains("--> spec.yaml:"), "{drawn}");
    let file = sources.add("empty.yaml", String::new());
    let drawn = text(
        Diagnostic::new(Code::UNREADABLE, "m").at(Location::Span(file, 0..0)),
        &sources,
    );
    assert!(drawn.contains("--> empty.yaml:1:1"), "{drawn}");
}

#[test]
fn machines_get_one_object_for_each_finding() {
    let mut sources = Sources::default();
    let file = sources.add("spec.yaml", "a:\n  b: 1\n".to_owned());
    let place = Place::root(file).child("a").child("b");
    let mut report = Report::default();
    report.push(
        Diagnostic::new(Code::DUPLICATE_KEY, "a\u{202e}")
            .at(place.clone())
            .related(place, "r")
            .help("h"),
    );
    report.push(Diagnostic::new(Code::UNREADABLE, "b"));
    let drawn = render(&report, &sources, Format::Json, true, false);
    let expected = concat!(
        r#"{"code":"OA0103","severity":"warning","message":"a\u202e","file":"spec.yaml","line":2,"column":3,"#,
        r##""pointer":"/a/b","label":null,"operation":null,"help":"h","##,
        r#""related":[{"message":"r","file":"spec.yaml","line":2,"column":3,"pointer":"/a/b"}]}"#,
        "\n",
        r#"{"code":"OA0101","severity":"error","message":"b","file":null,"line":null,"column":null,"#,
        r#""pointer":null,"label":null,"operation":null,"help":null,"related":[]}"#,
        "\n",
    );
    assert_eq!(drawn, expected);
}

#[test]
fn notes_are_counted_but_not_drawn() {
    let mut report = Report::default();
    assert_eq!(render(&report, &Sources::default(), Format::Text, false, false), "");
    report.push(Diagnostic::new(Code::DUPLICATE_KEY, "one"));
    report.push(Diagnostic::new(Code::DUPLICATE_KEY, "two"));
    let drawn = render(&report, &Sources::default(), Format::Text, false, false);
    assert_eq!(drawn, "warning[OA0103]: one\n\nwarning[OA0103]: two\n\n2 warnings\n");
}

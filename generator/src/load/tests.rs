use serde_json::json;

use super::*;
use crate::diagnostic::Code;

/// What comes of a text, and the codes of what there is to say about it.
fn load_text(text: &str) -> (Option<Value>, Vec<Code>) {
    let mut sources = Sources::default();
    sources.add("spec.yaml", text.to_owned());
    let mut report = Report::default();
    let document = load_file(&mut sources, Path::new("spec.yaml"), &mut report);
    let codes = report.diagnostics().iter().map(|diagnostic| diagnostic.code).collect();
    (document.map(|document| document.root), codes)
}

#[track_caller]
fn check(text: &str, expected: Value) {
    assert_eq!(load_text(text), (Some(expected), vec![]), "{text}");
}

#[track_caller]
fn check_warning(text: &str, expected: Value, code: Code) {
    assert_eq!(load_text(text), (Some(expected), vec![code]), "{text}");
}

#[track_caller]
fn check_error(text: &str, code: Code) {
    assert_eq!(load_text(text), (None, vec![code]), "{}", &text[..text.len().min(100)]);
}

#[test]
fn yaml_and_json_are_read_alike() {
    let expected = json!({"b": [1, -2, 1.5, true, null, "x"], "a": {"é": "é"}});
    check("b: [1, -2, 1.5, true, null, x]\na:\n  é: é\n", expected.clone());
    check(
        " \n{\"b\": [1, -2, 1.5, true, null, \"x\"], \"a\": {\"\\u00e9\": \"é\"}}",
        expected.clone(),
    );
    check(
        "{b: [1, -2, 1.5, true, null, x,], a: {é: é}} # YAML that looks like JSON",
        expected,
    );
}

#[test]
fn members_keep_their_order() {
    let (root, _) = load_text("z: 1\na: 2\nm: 3\n");
    assert_eq!(root.unwrap().to_string(), r#"{"z":1,"a":2,"m":3}"#);
}

#[test]
fn keys_are_text_as_written() {
    check(
        "200: a\ntrue: b\nnull: c\n3.10: d\n~: e\n",
        json!({"200": "a", "true": "b", "null": "c", "3.10": "d", "~": "e"}),
    );
    check("on: yes\nversion: 1.0\n", json!({"on": "yes", "version": 1.0}));
    check_error("? [a, b]\n: c\n", Code::SYNTAX);
}

#[test]
fn numbers_beyond_64_bits_become_the_nearest() {
    let expected = json!([
        u64::MAX,
        i64::MIN,
        18_446_744_073_709_551_616_f64,
        -9_223_372_036_854_775_809_f64,
        1e40
    ]);
    let digits = "18446744073709551615, -9223372036854775808, 18446744073709551616, -9223372036854775809";
    let large = format!("1{}", "0".repeat(40));
    check(&format!("[{digits}, {large}]"), expected.clone());
    check(&format!("---\n[{digits}, {large}]"), expected);
    check("[.inf, -.inf, .nan, 1e999]", json!([".inf", "-.inf", ".nan", "1e999"]));
}

#[test]
fn merge_keys_give_way_to_own_keys_and_to_earlier_bases() {
    let base = "base: &base {a: 1, b: 2}\nother: &other {b: 3, c: 4}\n";
    let bases = json!({"base": {"a": 1, "b": 2}, "other": {"b": 3, "c": 4}});
    let with = |key: &str, value: Value| {
        let mut all = bases.clone();
        all[key] = value;
        all
    };
    check(
        &format!("{base}x:\n  <<: *base\n  b: 5\n"),
        with("x", json!({"a": 1, "b": 5})),
    );
    check(
        &format!("{base}x:\n  b: 5\n  <<: *base\n"),
        with("x", json!({"b": 5, "a": 1})),
    );
    check(
        &format!("{base}x:\n  <<: [*base, *other]\n"),
        with("x", json!({"a": 1, "b": 2, "c": 4})),
    );
    check("x: {<<: text}\n", json!({"x": {"<<": "text"}}));
}

#[test]
fn the_last_of_equal_keys_wins_with_a_warning() {
    check_warning("a: 1\nb: 2\na: 3\n", json!({"a": 3, "b": 2}), Code::DUPLICATE_KEY);
    check_warning(
        r#"{"x": {"a": 1, "a": {}}}"#,
        json!({"x": {"a": {}}}),
        Code::DUPLICATE_KEY,
    );
    check_warning("200: a\n'200': b\n", json!({"200": "b"}), Code::DUPLICATE_KEY);
}

#[test]
fn the_first_of_several_documents_counts() {
    check_warning("a: 1\n---\na: 2\n", json!({"a": 1}), Code::SEVERAL_DOCUMENTS);
    check_warning(
        "# x\n---\na: |\n  ---\n---\n[",
        json!({"a": "---\n"}),
        Code::SEVERAL_DOCUMENTS,
    );
    check("---\na: 1\n...\n", json!({"a": 1}));
}

#[test]
fn tags_say_nothing_but_the_core_ones() {
    check(
        "a: !thing {x: !other 1}\nb: !!str 1\n",
        json!({"a": {"x": 1}, "b": "1"}),
    );
}

#[test]
fn nothing_is_null() {
    check("", Value::Null);
    check("# only a comment\n", Value::Null);
}

#[test]
fn what_is_neither_yaml_nor_json_is_an_error() {
    check_error("a: [1, 2\nb: 3\n", Code::SYNTAX);
    check_error("{\"a\": 1", Code::SYNTAX);
    check_error("a:\n\tb: 1\n", Code::SYNTAX);
    check_error("a: *missing\n", Code::SYNTAX);
    check_error("a: \0\n", Code::SYNTAX);
}

#[test]
fn documents_nest_up_to_the_budget_and_no_deeper() {
    for (open, close) in [("[", "]"), ("{\"a\": ", "}"), ("{a: ", "}")] {
        let nested = |depth: usize| format!("{}1{}", open.repeat(depth), close.repeat(depth));
        assert!(load_text(&nested(budget::DEPTH)).0.is_some());
        check_error(&nested(budget::DEPTH + 1), Code::OVER_BUDGET);
        check_error(&nested(10_000), Code::OVER_BUDGET);
        check_error(&nested(300_000), Code::OVER_BUDGET);
        check_error(&open.repeat(300_000), Code::OVER_BUDGET);
    }
    check_error(&format!("a: {}", "[".repeat(300_000)), Code::OVER_BUDGET);
    check_error(&"- ".repeat(10_000), Code::OVER_BUDGET);
    check_error(&"? ".repeat(100_000), Code::OVER_BUDGET);
}

#[test]
fn aliases_cannot_multiply_without_end() {
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..12 {
        let below = format!("*a{}, ", level - 1).repeat(10);
        bomb = format!("{bomb}a{level}: &a{level} [{below}]\n");
    }
    check_error(&bomb, Code::OVER_BUDGET);
    let wide = format!("a: &a [{}]\nb: [{}]\n", "x, ".repeat(10_000), "*a, ".repeat(10_000));
    check_error(&wide, Code::OVER_BUDGET);
    let long = format!("a: &a {}\nb: [{}]\n", "x".repeat(1_000_000), "*a, ".repeat(10_000));
    check_error(&long, Code::OVER_BUDGET);
    check("a: &a [x]\nb: [*a, *a]\n", json!({"a": ["x"], "b": [["x"], ["x"]]}));
}

#[test]
fn an_alias_cannot_hold_itself() {
    check_error("a: &a [*a]\n", Code::OVER_BUDGET);
}

use std::path::{Path, PathBuf};

use super::spacing::Line;
use super::{direct, header, items, macros, printer, rust, tree};
use crate::emit::{self, Content, Emitted};
use crate::{Config, Input, Report, Sources};

/// Source on one line or in any other shape, and how it is printed.
const TABLE: &[(&str, &str)] = &[
    ("", ""),
    (
        "use a::B; use c::D; struct E; struct F;",
        "use a::B;\nuse c::D;\n\nstruct E;\n\nstruct F;\n",
    ),
    (
        "//! Docs.\n//!\n//! More.\nuse a::B;",
        "//! Docs.\n//!\n//! More.\n\nuse a::B;\n",
    ),
    (
        "#![doc = \" A\"] #![doc = \"\"] #![allow(b)] fn c() {}",
        "//! A\n//!\n#![allow(b)]\n\nfn c() {}\n",
    ),
    (
        "#[doc = \" A\"] #[doc = \"\"] #[doc = \" b\"] struct C;",
        "/// A\n///\n/// b\nstruct C;\n",
    ),
    (
        "mod a; pub mod b; #[cfg(c)] mod d; use e::F;",
        "mod a;\npub mod b;\n#[cfg(c)]\nmod d;\n\nuse e::F;\n",
    ),
    (
        "mod a; pub use a::{B, C}; mod d; pub use self::d::E;",
        "mod a;\npub use a::{B, C};\nmod d;\npub use self::d::E;\n",
    ),
    (
        "mod a; mod b; pub use a::C; pub use b::D;",
        "mod a;\nmod b;\n\npub use a::C;\npub use b::D;\n",
    ),
    ("/// A.\nmod a;\n/// B.\nmod b;", "/// A.\nmod a;\n\n/// B.\nmod b;\n"),
    (
        "const A: u8 = 1; const B: u8 = 2; static C: u8 = 3; type D = u8; type E = u8;",
        "const A: u8 = 1;\nconst B: u8 = 2;\n\nstatic C: u8 = 3;\n\ntype D = u8;\ntype E = u8;\n",
    ),
    (
        "const A: u8 = 1;\n/// B.\nconst B: u8 = 2;",
        "const A: u8 = 1;\n\n/// B.\nconst B: u8 = 2;\n",
    ),
    (
        "/// A.\n#[derive(Debug)]\nstruct A { /// B.\nb: u8, c: u8 }\n/// E.\n#[b] enum E { A, /// B.\nB(u8) }",
        "/// A.\n#[derive(Debug)]\nstruct A {\n    /// B.\n    b: u8,\n    c: u8,\n}\n\n/// E.\n#[b]\nenum E {\n    A,\n    /// B.\n    B(u8),\n}\n",
    ),
    (
        "impl A { const B: u8 = 1; const C: u8 = 2; type D = u8; fn e() {} /// F.\nfn f() {} g! {} }",
        "impl A {\n    const B: u8 = 1;\n    const C: u8 = 2;\n\n    type D = u8;\n\n    fn e() {}\n\n    /// F.\n    fn f() {}\n\n    g! {}\n}\n",
    ),
    (
        "trait A { type B; type C; fn d(&self); fn e(&self) {} }",
        "trait A {\n    type B;\n    type C;\n\n    fn d(&self);\n\n    fn e(&self) {}\n}\n",
    ),
    (
        "mod a { use b::C; fn d() {} fn e() {} }",
        "mod a {\n    use b::C;\n\n    fn d() {}\n\n    fn e() {}\n}\n",
    ),
    (
        "impl A { fn new(b: u8) -> Self { Self { b, c: None } } }",
        "impl A {\n    fn new(b: u8) -> Self {\n        Self {\n            b,\n            c: None,\n        }\n    }\n}\n",
    ),
    (
        "impl A { fn read() -> R<Self> { Ok(Self { b: o.get(\"b\")? }) } }",
        "impl A {\n    fn read() -> R<Self> {\n        Ok(Self {\n            b: o.get(\"b\")?,\n        })\n    }\n}\n",
    ),
    (
        "fn from_b(b: B) -> A { let B { c, .. } = b; A { c, ..x } }",
        "fn from_b(b: B) -> A {\n    let B {\n        c,\n        ..\n    } = b;\n    A {\n        c,\n        ..x\n    }\n}\n",
    ),
    (
        "fn new() { fn inner() -> A { A { b } } A {} }",
        "fn new() {\n    fn inner() -> A {\n        A { b }\n    }\n    A {}\n}\n",
    ),
    (
        "fn new() { m!(A { b, c }); \"A { b }\\n\\n// x\" }",
        "fn new() {\n    m!(A { b, c });\n    \"A { b }\\n\\n// x\"\n}\n",
    ),
];

#[test]
fn code_is_printed_as_people_write_it() {
    for (source, expected) in TABLE {
        let printed = rust(source.parse().unwrap()).unwrap();
        assert_eq!(printed, *expected, "{source}");
    }
}

#[test]
fn printed_code_is_printed_the_same_again() {
    for (source, expected) in TABLE {
        assert_eq!(rust(expected.parse().unwrap()).unwrap(), *expected, "{source}");
    }
}

/// What is emitted for a description.
fn emitted(spec: PathBuf) -> Vec<Emitted> {
    let (mut sources, mut report) = (Sources::default(), Report::default());
    let config = Config::for_spec(Input::File(spec), PathBuf::new(), Some("sdk".to_owned()), &mut sources);
    let apis: Vec<_> = config
        .apis
        .iter()
        .filter_map(|settings| crate::understand(settings, &mut sources, &mut report))
        .collect();
    emit::on_this_thread(&config.package, &apis)
}

#[test]
fn what_is_written_directly_is_what_the_printer_prints() {
    let (mut direct, mut items) = (0, 0);
    let fixtures = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures")).unwrap();
    for file in fixtures.flat_map(|fixture| emitted(fixture.unwrap().path().join("spec.yaml"))) {
        let Content::Rust(tokens) = file.content else { continue };
        let trees = tree::trees(tokens);
        // `prettyplease` does not know our macros.
        for item in items::split(&trees).1.filter(|item| macros::call(item.body).is_none()) {
            items += 1;
            let (mut text, mut printed) = (String::new(), String::new());
            if let Some(line) = direct::push(&mut text, item, &Line::Other) {
                direct += 1;
                let printed_line = printer::push(&mut printed, item.whole, &Line::Other).unwrap();
                assert_eq!(text, printed);
                assert!(line == printed_line, "{text}");
            }
        }
    }
    assert!(direct * 4 > items * 3, "{direct} of {items} items are written directly");
}

#[test]
fn what_is_too_long_for_a_line_is_broken_as_the_printer_breaks_it() {
    let word = |length: usize| "x".repeat(length);
    let mut examples = vec![
        "use sdk::{Client, models};".to_owned(),
        format!("use sdk::{{Client, {}}};", word(80)),
        "use sdk::{self, models};".to_owned(),
    ];
    // Every length around those at which something is broken.
    for length in 1..110 {
        for statement in [
            "let answer = client.pets().list(WORD).send().await?;",
            "client.pets().list(\"owner\", WORD).limit(1).send().await?;",
            "let answer = client.pets().list(1).body(models::Body::new(WORD)).send().await?;",
            "let answer = client.pets().list(models::Body::new([WORD])).send().await?;",
            "let answer = client.pets().list([WORD, 2]).items::<T>();",
            "let client = Client::builder().bearer(WORD).build()?;",
            "client.pets().WORD().send().await?;",
            "let answer = client.pets().WORD(1, 2).send().await?;",
            "let answer = client.WORD::<T>().send(WORD)?;",
            "let WORD = 1;",
            "let mut items = client.pets().list(WORD).items();",
            "println!(\"WORD\");",
            "WORD.iter().map(|pet| pet.id).next();",
            "while let Some(item) = items.next().await { let item = item?; println!(\"WORD\"); }",
            "while let Some(item) = items.next().await { client.pets().add(item, WORD).send().await?; }",
            "while let Some(item) = WORD.next().await {}",
            "while let Some(item) = WORD.next().await { item }",
        ] {
            examples.push(format!(
                "async fn example() -> Result<(), Box<dyn std::error::Error>> {{ {} Ok(()) }}",
                statement.replace("WORD", &word(length)),
            ));
        }
        for item in [
            "pub fn WORD(body: impl AsRef<[u8]>) -> crate::Result<models::Webhook> { runtime::webhook(\"a\", body.as_ref()) }",
            "pub fn body(body: impl AsRef<[u8]>) -> crate::Result<models::WORD> { runtime::webhook(\"a\", body.as_ref()) }",
            "pub fn list(a: A, WORD: B) -> WORD { a }",
            "pub fn list(a: Vec<WORD>) -> Result<Vec<WORD>, Box<dyn Error>> { a }",
            "pub fn list(a: A, b: B) -> Option<(WORD, A)> { a }",
            "pub fn list(a: A, b: B) -> &[Option<WORD>] { a }",
            "pub fn list(a: A, b: B) -> impl Iterator<Item = WORD> { a }",
            "impl Pets { pub fn list(&self, id: i64) -> List { List(runtime::Call::new(&self.client, &WORD).path(\"id\", id)) } }",
            "impl Pets { pub fn list(&self, id: i64) -> List { List(runtime::Call::new(&self.client).path(\"WORD\", id)) } }",
        ] {
            examples.push(item.replace("WORD", &word(length)));
        }
    }
    let mut direct = 0;
    for example in &examples {
        let trees = tree::trees(example.parse().unwrap());
        let item = items::split(&trees).1.next().unwrap();
        let (mut text, mut printed) = (String::new(), String::new());
        if direct::push(&mut text, item, &Line::Other).is_some() {
            direct += 1;
            printer::push(&mut printed, item.whole, &Line::Other).unwrap();
            assert_eq!(text, printed);
        }
    }
    assert!(
        direct * 2 > examples.len(),
        "{direct} of {} are written directly",
        examples.len()
    );
}

#[test]
fn strings_over_several_lines_are_left_alone() {
    let source = "const A: &str = r#\"\n\n//\u{1}\n   // \\u{1}empty line\\u{1}\n\"#;\n";
    assert_eq!(rust(source.parse().unwrap()).unwrap(), source);
}

#[test]
fn what_is_not_a_file_is_an_error() {
    assert!(rust("struct".parse().unwrap()).is_err());
}

#[test]
fn many_items_are_all_there() {
    let item = "/// A.\nimpl A { fn new(b: u8) -> Self { Self { b, c: None } } fn d() {} }";
    let printed = rust(item.repeat(5_000).parse().unwrap()).unwrap();
    assert_eq!(printed.lines().count(), 5_000 * 12 - 1);
}

#[test]
fn headers_are_comments() {
    for (path, expected) in [
        ("src/lib.rs", "// @generated by oasmith. Do not edit."),
        ("Cargo.toml", "# @generated by oasmith. Do not edit."),
        ("docs/pets.md", "<!-- @generated by oasmith. Do not edit. -->"),
        (".gitattributes", "# @generated by oasmith. Do not edit."),
    ] {
        assert_eq!(header(Path::new(path)), expected);
    }
}

use super::*;
use crate::config::{Habit, Pages};

fn read_text(text: &str) -> Result<Config, Vec<String>> {
    let mut sources = Sources::default();
    sources.add("some/oasmith.toml", text.to_owned());
    let mut report = Report::default();
    let config = Config::from_file("some/oasmith.toml", &mut sources, &mut report);
    config.ok_or_else(|| {
        report
            .diagnostics()
            .iter()
            .map(|finding| finding.message.clone())
            .collect()
    })
}

const PACKAGE: &str = "[package]\nname = 'x-sdk'\nversion = '1.2.3'\noutput = 'out'\n";

#[test]
fn every_key_is_read_and_paths_are_taken_from_the_folder_of_the_file() {
    let text = format!(
        "{PACKAGE}description = 'd'\nlicense = 'MIT'\nrepository = 'r'\n\
         [[api]]\nspec = '../a.yaml'\nmodule = 'a'\noverlays = ['o.yaml']\n\
         titles = true\nmedia_types = ['a/b', 'c/d']\n\
         [api.operations.'GET /x']\nname = 'get'\nresource = 'things'\nskip = true\npages = false\n\
         media_types = ['text/xml']\n\
         [api.schemas.S]\nname = 'T'\nsecret = ['p']\n\
         [[api]]\nspec = 'b.yaml'\nmodule = 'b'\n\
         [options]\nstrict = true\n"
    );
    let config = read_text(&text).unwrap();
    assert_eq!(config.package.output, Path::new("some/out"));
    assert_eq!(config.apis[0].spec, Input::File("some/../a.yaml".into()));
    assert_eq!(config.apis[0].overlays, [Input::File("some/o.yaml".into())]);
    assert_eq!(config.apis[1].module.as_deref(), Some("b"));
    assert!(config.apis[0].titles && !config.apis[1].titles);
    let operation = config.apis[0].operation(None, "GET /x").unwrap();
    assert_eq!((operation.name.as_deref(), operation.skip), (Some("get"), true));
    assert_eq!(operation.pages, Some(Pages::Without));
    assert_eq!(config.apis[0].media_types(None, "GET /x"), ["text/xml"]);
    assert_eq!(config.apis[0].media_types(None, "GET /y"), ["a/b", "c/d"]);
    assert_eq!(config.apis[0].schema_name("S"), Some("T"));
    assert_eq!(config.apis[0].schemas["S"].secret, ["p"]);
    assert!(config.options.strict);
}

#[test]
fn one_api_needs_no_module_and_several_need_one_each() {
    assert!(read_text(&format!("{PACKAGE}[[api]]\nspec = 'a'")).is_ok());
    let two = format!("{PACKAGE}[[api]]\nspec = 'a'\nmodule = 'm'\n[[api]]\nspec = 'b'\n");
    assert_eq!(
        read_text(&two).unwrap_err(),
        ["[[api]] has no `module`, and there is more than one"]
    );
    let twice = read_text(&format!("{two}module = 'm'")).unwrap_err();
    assert_eq!(twice, ["this cannot be the value of `module`"]);
}

#[test]
fn all_mistakes_are_told_at_once() {
    let text = "[package]\nname = 'a b'\nversion = 1\nverison = ''\n[[api]]\nmodule = 'type'\n[option]\n";
    let expected = [
        "this cannot be the value of `name`",
        "this cannot be the value of `version`",
        "[package] has no `output`",
        "[package] knows no `verison`",
        "[[api]] has no `spec`",
        "this cannot be the value of `module`",
        "the file knows no `option`",
    ];
    assert_eq!(read_text(text).unwrap_err(), expected);
}

#[test]
fn tables_must_be_tables() {
    let text = format!("options = 1\napi = 2\n{PACKAGE}");
    let expected = [
        "this cannot be the value of `api`",
        "the file names no description",
        "this cannot be the value of `options`",
    ];
    assert_eq!(read_text(&text).unwrap_err(), expected);
}

#[test]
fn what_is_no_toml_is_an_error() {
    assert_eq!(read_text("[package\n").unwrap_err(), ["this is not TOML"]);
}

#[test]
fn pages_are_had_in_one_way() {
    let read = |pages: &str| {
        let text = format!("{PACKAGE}[[api]]\nspec = 'a'\n[api.operations.list]\npages = {pages}\n");
        read_text(&text).map(|config| config.apis[0].operations["list"].pages.clone().unwrap())
    };
    let Ok(Pages::By(table)) = read("{ page = 'p', first = 0, items = 'a.b', total_pages = 't' }") else {
        panic!("that is a table")
    };
    assert_eq!(table.habit, Habit::Page("p".to_owned(), Some(0)));
    assert_eq!(
        (table.items.as_deref(), table.has_more, table.total_pages.as_deref()),
        (Some("a.b"), None, Some("t"))
    );
    for wrong in [
        "true",
        "'page'",
        "{}",
        "{ cursor = 'c' }",
        "{ cursor = 'c', next_cursor = 'n', page = 'p' }",
        "{ link = true, next_url = 'u' }",
    ] {
        assert_eq!(
            read(wrong).unwrap_err(),
            ["this cannot be the value of `pages`"],
            "{wrong}"
        );
    }
    assert_eq!(read("{ pgae = 'p' }").unwrap_err()[0], "`pages` knows no `pgae`");
}

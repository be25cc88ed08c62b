//! `docs/KEYWORDS.md` speaks of every keyword there is, and of fixtures that show it.

#![allow(clippy::unwrap_used, reason = "a test may fail anywhere")]

use std::collections::BTreeMap;
use std::path::Path;

/// JSON Schema 2020-12: core, sections 8, 10 and 11; validation, sections 6, 7, 8 and 9.
const JSON_SCHEMA: &[&str] = &[
    "$schema",
    "$vocabulary",
    "$id",
    "$anchor",
    "$dynamicAnchor",
    "$ref",
    "$dynamicRef",
    "$defs",
    "$comment",
    "prefixItems",
    "items",
    "contains",
    "additionalProperties",
    "properties",
    "patternProperties",
    "dependentSchemas",
    "propertyNames",
    "if",
    "then",
    "else",
    "allOf",
    "anyOf",
    "oneOf",
    "not",
    "unevaluatedItems",
    "unevaluatedProperties",
    "type",
    "const",
    "enum",
    "multipleOf",
    "maximum",
    "exclusiveMaximum",
    "minimum",
    "exclusiveMinimum",
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "uniqueItems",
    "maxContains",
    "minContains",
    "maxProperties",
    "minProperties",
    "required",
    "dependentRequired",
    "title",
    "description",
    "default",
    "deprecated",
    "readOnly",
    "writeOnly",
    "examples",
    "format",
    "contentEncoding",
    "contentMediaType",
    "contentSchema",
];

/// OpenAPI 3.0.4, section 4.7.24, beside those of the same name above.
const OPENAPI: &[&str] = &["nullable", "discriminator", "xml", "externalDocs", "example"];

#[test]
fn every_keyword_has_a_row() {
    let rows = rows();
    let missing: Vec<_> = JSON_SCHEMA
        .iter()
        .chain(OPENAPI)
        .filter(|keyword| !rows.contains_key(**keyword))
        .collect();
    assert!(missing.is_empty(), "no row of docs/KEYWORDS.md speaks of {missing:?}");
}

#[test]
fn the_fixtures_of_a_row_use_its_keyword() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    for (keyword, fixtures) in rows() {
        assert!(!fixtures.is_empty(), "no fixture shows `{keyword}`");
        for fixture in fixtures {
            let mut folders = ["fixtures", "diagnostics"]
                .into_iter()
                .map(|kind| tests.join(kind).join(&fixture));
            let folder = folders.find(|folder| folder.is_dir());
            let spec = folder.and_then(|folder| std::fs::read_to_string(folder.join("spec.yaml")).ok());
            let spec = spec.unwrap_or_else(|| panic!("`{keyword}`: there is no fixture `{fixture}`"));
            assert!(
                spec.contains(&format!("{keyword}:")),
                "`{fixture}` does not use `{keyword}`"
            );
        }
    }
}

/// The keyword of each row with the fixtures that it names.
fn rows() -> BTreeMap<String, Vec<String>> {
    let table = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/KEYWORDS.md");
    let text = std::fs::read_to_string(table).unwrap();
    let mut rows = BTreeMap::new();
    for line in text.lines().take_while(|line| *line != "## Formats") {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        let [keyword, _, fixtures] = cells.as_slice() else {
            continue;
        };
        if let Some(keyword) = keyword.strip_prefix('`').and_then(|keyword| keyword.strip_suffix('`')) {
            let fixtures = fixtures.split(", ").map(|fixture| fixture.trim_matches('`').to_owned());
            let former = rows.insert(keyword.to_owned(), fixtures.collect());
            assert!(former.is_none(), "`{keyword}` has two rows");
        }
    }
    rows
}

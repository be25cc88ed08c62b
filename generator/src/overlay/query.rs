//! Queries (`JSONPath`, RFC 9535).

use serde_json::Value;
use serde_json_path::JsonPath;

use crate::source::Pointer;

/// The most characters of a query, and the most brackets that are open at once: the parser recurses.
const LONGEST: usize = 4_000;
const DEEPEST: usize = 32;

/// Reads a query; the error says what is wrong with it.
pub(super) fn parse(text: &str) -> Result<JsonPath, String> {
    if text.len() > LONGEST || nesting(text) > DEEPEST {
        return Err("it is too long or its brackets nest too deep".to_owned());
    }
    JsonPath::parse(text).map_err(|error| format!("at its character {}: {}", error.position(), error.message()))
}

fn nesting(text: &str) -> usize {
    let mut open = 0_usize;
    let mut most = 0;
    for character in text.chars() {
        match character {
            '[' | '(' | '!' => open += 1,
            ']' | ')' => open = open.saturating_sub(1),
            _ => {}
        }
        most = most.max(open);
    }
    most
}

/// The nodes that a query selects, each once.
pub(super) fn select(root: &Value, query: &JsonPath) -> Vec<Pointer> {
    let mut seen = foldhash::HashSet::default();
    let nodes = query.query_located(root);
    let pointers = nodes
        .locations()
        .map(|location| Pointer::parse(location.to_json_pointer()));
    pointers.filter(|pointer| seen.insert(pointer.clone())).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{parse, select};

    /// Each kind of selector of RFC 9535, section 2.3, and its functions.
    #[test]
    fn queries_select_as_the_rfc_says() {
        let root = json!({
            "paths": {
                "/a": {"get": {"tags": ["x", "y"], "parameters": [{"name": "limit"}, {"name": "page~/"}]}},
                "/b": {"post": {"tags": []}},
            },
        });
        for (query, expected) in [
            ("$", &[""][..]),
            ("$.paths['/a'].get", &["/paths/~1a/get"]),
            ("$.paths.*.*.tags[0]", &["/paths/~1a/get/tags/0"]),
            ("$..tags[-1]", &["/paths/~1a/get/tags/1"]),
            ("$..tags[0:2]", &["/paths/~1a/get/tags/0", "/paths/~1a/get/tags/1"]),
            ("$..parameters[?@.name == 'limit']", &["/paths/~1a/get/parameters/0"]),
            ("$..parameters[?match(@.name, 'p.*')]", &["/paths/~1a/get/parameters/1"]),
            ("$.paths[?count(@.*.tags[*]) == 0]", &["/paths/~1b"]),
            ("$.paths['/a','/a']", &["/paths/~1a"]),
            ("$.nothing", &[]),
        ] {
            let query = parse(query).unwrap();
            let pointers = select(&root, &query);
            let pointers: Vec<&str> = pointers.iter().map(crate::source::Pointer::as_str).collect();
            assert_eq!(pointers, expected, "{query}");
        }
    }

    #[test]
    fn what_is_no_query_is_an_error() {
        for text in ["", "paths", "$.", "$[", "$.paths[?@.name = 'x']", "$ ", "#/paths"] {
            assert!(parse(text).is_err(), "{text}");
        }
        assert!(parse(&format!("$[?{}@.a{}]", "(".repeat(100_000), ")".repeat(100_000))).is_err());
        assert!(parse(&format!("$[?{}@.a]", "!".repeat(3_000))).is_err());
        assert!(parse(&format!("${}", "[0]".repeat(5_000))).is_err());
    }
}

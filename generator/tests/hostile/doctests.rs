//! Text becomes a test: rustdoc compiles and runs the code blocks of documentation, so none may come from a description.

use serde_json::{Value, json};

use crate::support::{cargo, outcome, with_schemas, workspace};

/// Markdown in which code would run, each way of writing it that CommonMark or rustdoc knows.
const BLOCKS: &[&str] = &[
    "```\npanic!();\n```",
    "```rust\npanic!();\n```",
    "```rust,should_panic\nfn main() {}\n```",
    "~~~\npanic!();\n~~~",
    "````text\n```\n````\n```\npanic!();\n```",
    "Text:\n\n    panic!();\n",
    "\tpanic!();",
    "- item\n\n      panic!();\n\n- item\n\n  ```\n  panic!();\n  ```",
    "1. item\n\n   ```\n   panic!();\n   ```",
    "> ```\n> panic!();\n> ```",
    "> quoted\n>\n>     panic!();\n",
    "<div>\n\n```\npanic!();\n```\n\n</div>",
    "<pre>\npanic!();\n</pre>",
    "<details><summary>x</summary>\n\n    panic!();\n\n</details>",
    "| a |\n|---|\n\n```\npanic!();\n```",
    "[^1]: note\n\n        panic!();\n\n[^1]",
    "a\n***\n    panic!();",
    "```\r\npanic!();\r\n```",
    "\u{2028}```\u{2028}panic!();\u{2028}```",
    "```text\n```\n\n```\npanic!();",
    "<!-- -->\n```\npanic!();\n```",
    "```{.rust}\npanic!();\n```",
];

/// Links and markup that rustdoc would follow, or warn of.
const MARKUP: &[&str] = &[
    "[`Vec`] [Vec] [crate::nowhere] [x](crate::nowhere) [y][nowhere] ![z](nowhere)",
    "[x]: crate::nowhere\n\n[x]",
    "<Vec> <script>alert(1)</script> <b onclick=\"x\">y</b> <img src=x onerror=y>",
    "https://example.com/a_b_c <javascript:alert(1)> [x](javascript:alert(1))",
    "`unclosed [Vec] *bold _under `` ``` <!-- ",
    "[^note] and [a]: b",
];

#[test]
fn no_code_of_a_description_is_run() {
    let texts: Vec<String> = BLOCKS.iter().chain(MARKUP).map(|text| (*text).to_owned()).collect();
    let files = outcome(&description(&texts)).files();
    let workspace = workspace("hostile-docs", &[("hostile-sdk", &files)]);
    let output = cargo(&workspace, &["test", "--doc"]);
    let output = String::from_utf8_lossy(&output.stdout);
    // What runs is our own: the first call, the pages and the README. The example at the root stands alone.
    let run: Vec<&str> = output
        .lines()
        .filter(|line| line.starts_with("test "))
        .filter(|line| !line.contains("result"))
        .collect();
    let is_ours = |line: &&str| {
        ["/README.md - ", "/docs/x.md - ", "src/lib.rs - "]
            .iter()
            .any(|file| line.contains(file))
    };
    assert!(run.iter().all(is_ours), "{output}");
    assert_eq!(
        run.iter().filter(|line| line.contains("src/lib.rs - ")).count(),
        1,
        "{output}"
    );
    assert!(output.contains(" 0 failed"), "{output}");
    cargo(&workspace, &["doc", "--no-deps", "--quiet"]);
}

/// Every place of a description that is documented, with each of the texts.
fn description(texts: &[String]) -> Value {
    let all = texts.join("\n\n");
    let first = &texts[0];
    let properties = texts.iter().enumerate().map(|(index, text)| {
        let property = json!({"type": "string", "title": text, "description": text, "default": text, "example": text});
        (format!("p{index}"), property)
    });
    let properties: Value = properties.collect::<serde_json::Map<_, _>>().into();
    let values: Vec<String> = (0..texts.len()).map(|index| format!("v{index}")).collect();
    let mut description = with_schemas(json!({
        "Texts": {"type": "object", "description": all, "properties": properties},
        "Choice": {"type": "string", "enum": values, "x-enum-descriptions": texts, "description": first},
        "List": {"type": "array", "items": {"type": "string"}, "description": first},
    }));
    description["info"] = json!({"title": first, "version": first, "description": all});
    description["tags"] = json!([{"name": "x", "description": all}]);
    description["servers"] = json!([
        {"url": "https://{a}.example.com", "description": first, "variables": {"a": {"default": "a", "description": all}}},
        {"url": "https://b.example.com", "description": all},
    ]);
    let operation = &mut description["paths"]["/x"]["post"];
    operation["tags"] = json!(["x"]);
    operation["summary"] = json!(first);
    operation["description"] = json!(all);
    operation["requestBody"]["description"] = json!(all);
    operation["responses"]["200"]["description"] = json!(all);
    operation["responses"]["404"] = json!({"description": all, "content": {"application/json": {"schema": {"type": "object", "description": all}}}});
    let parameters = texts.iter().enumerate().map(|(index, text)| {
        json!({"name": format!("q{index}"), "in": "query", "description": text, "example": text, "schema": {"type": "string"}})
    });
    operation["parameters"] = parameters.collect();
    description
}

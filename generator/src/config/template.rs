//! A first `oasmith.toml`.

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

/// The text of a first `oasmith.toml` for one description, with a word on every choice.
///
/// `spec` and `output` are paths as they shall stand in the file.
#[must_use]
pub fn template(spec: &str, output: &str, name: &str) -> String {
    let mut document = DocumentMut::new();
    document.insert("package", Item::Table(package(output, name)));
    let mut apis = ArrayOfTables::new();
    apis.push(api(spec));
    document.insert("api", Item::ArrayOfTables(apis));
    let mut text = document.to_string();
    text.push_str(OTHER_CHOICES);
    text
}

fn package(output: &str, name: &str) -> Table {
    let mut table = Table::new();
    table.decor_mut().set_prefix("# What oasmith makes of which OpenAPI descriptions. Run `oasmith generate` after a change.\n\n# The crate that is written.\n");
    table.insert("name", value(name));
    table.insert("version", value("0.1.0"));
    table.insert("output", value(output));
    comment(
        &mut table,
        "output",
        "# The folder it is written to, seen from this file.\n",
    );
    table
}

fn api(spec: &str) -> Table {
    let mut table = Table::new();
    table
        .decor_mut()
        .set_prefix("\n# One such table for each description.\n");
    table.insert("spec", value(spec));
    table
}

fn comment(table: &mut Table, key: &str, comment: &str) {
    if let Some(mut key) = table.key_mut(key) {
        key.leaf_decor_mut().set_prefix(comment);
    }
}

/// Choices that most files do without.
const OTHER_CHOICES: &str = r#"# The module of its client, needed once there is more than one description:
# module = "my_api"

# Overlays (OpenAPI Overlay 1.0 and 1.1) that mend the description, in this order:
# overlays = ["overlays/vendor.yaml"]

# Whether webhooks are signed as Standard Webhooks are ("standard" or "none"); the description says so otherwise:
# webhook_signature = "standard"

# Inline types are called by the path that leads to them; where their titles are meant as names, by these:
# titles = true

# Media types that get a method of their own where they are on offer beside a better one, as `create_xml` and `send_xml`;
# an operation can have a list of its own:
# media_types = ["application/xml"]

# An operation by its id or as 'GET /path': another name for its method, another resource, or none at all.
# [api.operations.createToken]
# name = "create"
# resource = "tokens"
# skip = false

# How an operation answers in pages, or that it does not; see docs/PAGES.md of oasmith:
# [api.operations.listTokens]
# pages = { cursor = "after", next_cursor = "meta.next", items = "data" }

# A security scheme: the environment variable that holds its credential, for `credentials_from_env`.
# [api.credentials.apiKey]
# env = "MY_API_KEY"

# A schema: another name for its type, and properties that never show in logs.
# [api.schemas.Token]
# name = "ApiToken"
# secret = ["value"]

# [options]
# strict = true    # a warning is enough to write nothing
"#;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::diagnostic::Report;
    use crate::source::Sources;

    fn read(text: String) -> Config {
        let mut sources = Sources::default();
        sources.add("oasmith.toml", text);
        let mut report = Report::default();
        let config = Config::from_file("oasmith.toml", &mut sources, &mut report);
        config.unwrap_or_else(|| panic!("{report:?}"))
    }

    #[test]
    fn the_template_can_be_read() {
        let config = read(template("a \"b\".yaml", "out", "a-sdk"));
        assert_eq!(config.package.name, "a-sdk");
        assert_eq!(config.apis[0].spec.to_string(), "a \"b\".yaml");
    }

    #[test]
    fn every_choice_in_its_comments_can_be_made() {
        let text = template("a.yaml", "out", "a-sdk");
        let is_choice = |line: &str| line.contains(" = ") || line.starts_with("# [");
        let lines = text
            .lines()
            .map(|line| line.strip_prefix("# ").filter(|_| is_choice(line)).unwrap_or(line));
        let config = read(lines.collect::<Vec<_>>().join("\n"));
        assert!(config.options.strict);
        assert_eq!(config.apis[0].operations["createToken"].name.as_deref(), Some("create"));
        assert_eq!(config.apis[0].credentials["apiKey"].env.as_deref(), Some("MY_API_KEY"));
        assert_eq!(config.apis[0].schemas["Token"].secret, ["value"]);
    }
}

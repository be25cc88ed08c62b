//! How a user gives credentials.

use super::super::context::Context;
use super::super::docs::code;
use super::super::markdown::Table;
use crate::model::{SecurityScheme, SecuritySchemeKind};
use crate::names::SchemeNames;

/// The section about credentials; `None` where nothing asks for any.
pub(super) fn section(krate: &str, contexts: &[Context<'_>]) -> Option<String> {
    let table = table(contexts)?;
    let mut parts = vec![format!(
        "## Authentication\n\nCredentials are given to the client, or to a single request, which then uses them instead of the client's. \
         Each operation gets only those that it accepts. `credentials_from_env` takes those that environment variables hold. They never show in `Debug`, in errors or in URLs of errors.\n\n{table}"
    )];
    parts.extend(provider(krate, contexts));
    parts.extend(client_credentials(krate, contexts));
    Some(parts.join("\n\n"))
}

fn table(contexts: &[Context<'_>]) -> Option<Table<3>> {
    let mut table = Table::new(["API", "Setter", "Sent as"]);
    for context in contexts {
        let module = context.names.module.as_ref();
        let module = module.map(|module| code(module.as_str())).unwrap_or_default();
        for (scheme, names) in schemes(context) {
            let sent = match &scheme.kind {
                SecuritySchemeKind::Bearer | SecuritySchemeKind::OAuth2 { .. } => code("Authorization: Bearer TOKEN"),
                SecuritySchemeKind::Basic => code("Authorization: Basic ..."),
                SecuritySchemeKind::ApiKeyHeader(name) => format!("header {}", code(name)),
                SecuritySchemeKind::ApiKeyQuery(name) => format!("query parameter {}", code(name)),
                SecuritySchemeKind::ApiKeyCookie(name) => format!("cookie {}", code(name)),
            };
            table.row([module.clone(), code(names.setter.as_str()), sent]);
        }
    }
    (!table.is_empty()).then_some(table)
}

/// Tokens that change, shown for the first scheme that takes a single text.
fn provider(krate: &str, contexts: &[Context<'_>]) -> Option<String> {
    let takes_text = |scheme: &SecurityScheme| scheme.kind != SecuritySchemeKind::Basic;
    let (path, setter) = first(contexts, takes_text)?;
    Some(format!(
        "A token or key that changes while a program runs comes from a function, which is asked for each call:\n\n```rust\n\
         use {krate}::Credential;\n\n\
         fn client() -> {krate}::Result<{path}::Client> {{\n    \
             let token = Credential::provider(|| async {{\n        \
                 let text = std::fs::read_to_string(\"/run/secrets/token\")?;\n        \
                 Ok::<_, std::io::Error>(text.trim().to_owned())\n    \
             }});\n    \
             {path}::Client::builder().{setter}(token).build()\n\
         }}\n```"
    ))
}

/// Tokens that a client gets for itself.
fn client_credentials(krate: &str, contexts: &[Context<'_>]) -> Option<String> {
    let (path, setter) = first(contexts, |scheme| {
        matches!(scheme.kind, SecuritySchemeKind::OAuth2 { .. })
    })?;
    Some(format!(
        "With the client credentials of OAuth 2 the client gets its access tokens by itself, and new ones before they expire:\n\n```rust\n\
         use {krate}::ClientCredentials;\n\n\
         fn client() -> {krate}::Result<{path}::Client> {{\n    \
             let credentials = ClientCredentials::new(\"YOUR_CLIENT_ID\", \"YOUR_CLIENT_SECRET\");\n    \
             {path}::Client::builder().{setter}(credentials).build()\n\
         }}\n```"
    ))
}

/// The first scheme of a kind: the path of its API, and its setter.
fn first(contexts: &[Context<'_>], is_wanted: fn(&SecurityScheme) -> bool) -> Option<(String, String)> {
    contexts.iter().find_map(|context| {
        let (_, names) = schemes(context).find(|(scheme, _)| is_wanted(scheme))?;
        Some((context.path_in_examples(), names.setter.to_string()))
    })
}

fn schemes<'a>(context: &Context<'a>) -> impl Iterator<Item = (&'a SecurityScheme, &'a SchemeNames)> {
    context.api.security_schemes.iter().zip(&context.names.schemes)
}

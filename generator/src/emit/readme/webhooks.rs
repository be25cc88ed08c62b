//! How a user reads what the server sends by itself.

use super::super::context::Context;
use crate::model::Webhook;
use crate::names::Ident;

/// The section about webhooks and callbacks, shown for the first one of a description that has any.
pub(super) fn section(krate: &str, contexts: &[Context<'_>]) -> Option<String> {
    let (path, webhook, name) = contexts.iter().find_map(|context| {
        let webhooks = context.api.webhooks.iter().zip(&context.names.webhooks);
        let (webhook, name): (&Webhook, &Ident) = webhooks.min_by_key(|(_, name)| *name)?;
        Some((context.path_in_examples(), webhook, name))
    })?;
    let example = if webhook.is_signed {
        format!(
            "use {krate}::WebhookKey;\n\n\
             fn read(headers: &http::HeaderMap, body: &[u8]) -> {krate}::Result<()> {{\n    \
                 let key = WebhookKey::new(\"whsec_YOURKEY=\")?;\n    \
                 let payload = {path}::webhooks::{name}(&key, headers, body)?;"
        )
    } else {
        format!(
            "fn read(body: &[u8]) -> {krate}::Result<()> {{\n    \
                 let payload = {path}::webhooks::{name}(body)?;"
        )
    };
    Some(format!(
        "## Webhooks\n\nWhat the server sends by itself is read by a function for each webhook and each callback, in `{path}::webhooks`:\n\n\
         ```rust\n{example}\n    println!(\"{{payload:?}}\");\n    Ok(())\n}}\n```"
    ))
}

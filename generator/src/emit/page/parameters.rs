//! What an operation takes, as a table.

use super::links::{body_link, type_link};
use crate::emit::context::Context;
use crate::emit::docs::code;
use crate::emit::markdown::Table;
use crate::emit::operation::takes_body;
use crate::emit::prose;
use crate::model::{Content, Operation, Parameter, SchemaId, SecuritySchemeKind};
use crate::names::{Ident, OperationNames};

pub(super) fn parameters(context: &Context<'_>, operation: &Operation, names: &OperationNames) -> String {
    let mut table = Table::new(["Parameter", "Type", "Required", "Description", "Example"]);
    for (parameter, names) in operation.parameters.iter().zip(&names.parameters) {
        let example = parameter.example.as_ref().map(|example| code(&example_text(example)));
        table.row([
            code(names.setter.as_str()),
            type_link(context, parameter.schema),
            mark(parameter.required),
            parameter_about(context, parameter),
            example.unwrap_or_default(),
        ]);
    }
    if let Some(body) = &operation.request_body {
        let about = body
            .description
            .as_deref()
            .map(prose::one_line)
            .filter(|text| !text.is_empty());
        table.row([
            code("body"),
            body_link(context, &body.content),
            mark(body.required),
            about
                .or_else(|| schema_about(context, body.content.schema))
                .unwrap_or_else(|| "What is sent.".to_owned()),
            String::new(),
        ]);
    }
    for (method, content) in other_bodies(operation, names) {
        let about = format!(
            "The body as {}, by {}.",
            code(&content.name),
            code(&format!("{method}()"))
        );
        table.row([
            code("body"),
            body_link(context, content),
            mark(false),
            about,
            String::new(),
        ]);
    }
    for (setter, about) in credentials(context, operation, names) {
        table.row([code(&setter), "*Secret*".to_owned(), mark(false), about, String::new()]);
    }
    if table.is_empty() {
        "None.".to_owned()
    } else {
        table.to_string()
    }
}

/// The bodies of other media types, each with the method or the setter that takes it.
fn other_bodies<'o>(
    operation: &'o Operation,
    names: &'o OperationNames,
) -> impl Iterator<Item = (&'o Ident, &'o Content)> {
    let is_argument = takes_body(operation);
    let others = operation.request_body.iter().flat_map(|body| &body.others);
    others.zip(&names.bodies).map(move |(content, names)| {
        let method = if is_argument { &names.method } else { &names.setter };
        (method, content)
    })
}

/// The credential setters of a request; the client's own credentials serve where they are not called.
fn credentials(context: &Context<'_>, operation: &Operation, names: &OperationNames) -> Vec<(String, String)> {
    let mut schemes: Vec<_> = operation.security.iter().flatten().copied().collect();
    schemes.sort_unstable();
    schemes.dedup();
    let credential = |scheme: crate::model::SchemeId| {
        let kind = match context.api.security_schemes[scheme.0].kind {
            SecuritySchemeKind::Basic => "user name and password",
            SecuritySchemeKind::Bearer | SecuritySchemeKind::OAuth2 { .. } => "bearer token",
            _ => "API key",
        };
        let about = format!("The {kind} of this call; the client's where it is left out.");
        (names.credentials[scheme.0].to_string(), about)
    };
    schemes.into_iter().map(credential).collect()
}

/// What a parameter is for, and what the server takes where it is left out.
fn parameter_about(context: &Context<'_>, parameter: &Parameter) -> String {
    let about = parameter
        .description
        .as_deref()
        .map(prose::one_line)
        .filter(|text| !text.is_empty());
    let default = context
        .default_text(parameter.schema)
        .map(|default| format!("Default: {default}."));
    let constraints = context
        .constraints(parameter.schema)
        .map(|text| text.replace('|', "\\|"));
    about
        .into_iter()
        .chain(constraints)
        .chain(default)
        .collect::<Vec<_>>()
        .join(" ")
}

fn schema_about(context: &Context<'_>, id: SchemaId) -> Option<String> {
    let description = context.api.schemas[id].description.as_deref()?;
    Some(prose::one_line(description)).filter(|text| !text.is_empty())
}

fn mark(required: bool) -> String {
    if required {
        ":heavy_check_mark:"
    } else {
        ":heavy_minus_sign:"
    }
    .to_owned()
}

fn example_text(example: &serde_json::Value) -> String {
    example
        .as_str()
        .map_or_else(|| example.to_string(), str::to_owned)
        .replace('|', "\\|")
}

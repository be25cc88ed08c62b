//! A page for each tag: what can be called, how, and what comes back.

use proc_macro2::TokenStream;

use super::context::Context;
use super::docs::code;
use super::operation::takes_body;
use super::output::Answer;
use super::ty::Site;
use super::{Task, example, markdown::Table, prose, text};
use crate::model::{Content, MediaType, Operation, Parameter, Resource, SchemaId, SecuritySchemeKind, Status};
use crate::names::{Ident, OperationNames, ResourceNames};

pub(super) fn tasks<'a>(contexts: &'a [Context<'a>]) -> Vec<Task<'a>> {
    let mut paths = paths(contexts).into_iter();
    let mut tasks: Vec<Task<'a>> = Vec::new();
    for context in contexts {
        for ((resource, names), path) in context.resources().into_iter().zip(paths.by_ref()) {
            tasks.push(Box::new(move || text(&path, page(context, resource, names))));
        }
    }
    tasks
}

/// The path of each page, in the order of the APIs and their resources.
///
/// Where two APIs have a resource of the same name, the module tells their pages apart.
pub(super) fn paths(contexts: &[Context<'_>]) -> Vec<String> {
    let names = contexts.iter().flat_map(|context| {
        context
            .resources()
            .into_iter()
            .map(move |(_, names)| (context.names.module.as_ref(), &names.module))
    });
    let names: Vec<_> = names.collect();
    let path = |(module, name): &(Option<&crate::names::Ident>, &crate::names::Ident)| {
        let is_shared = names.iter().filter(|(_, other)| other == name).count() > 1;
        match module.filter(|_| is_shared) {
            Some(module) => format!("docs/{module}_{name}.md"),
            None => format!("docs/{name}.md"),
        }
    };
    names.iter().map(path).collect()
}

fn page(context: &Context<'_>, resource: &Resource, names: &ResourceNames) -> String {
    let mut operations: Vec<(&Operation, &OperationNames)> =
        resource.operations.iter().zip(&names.operations).collect();
    operations.sort_by_key(|(_, names)| &names.method);
    let path = format!("{}::{}", context.path_in_examples(), names.module);
    let mut parts = vec![format!("# {}", names.module), format!("The module {}.", code(&path))];
    parts.extend(
        resource
            .description
            .as_deref()
            .map(prose::markdown)
            .filter(|text| !text.is_empty()),
    );
    parts.push("### Available Operations".to_owned());
    let list = operations.iter().map(|(operation, names)| list_item(operation, names));
    parts.push(list.collect::<Vec<_>>().join("\n"));
    for (operation, own) in operations {
        parts.extend(section(context, names, operation, own));
    }
    format!("{}\n", parts.join("\n\n"))
}

fn list_item(operation: &Operation, names: &OperationNames) -> String {
    let method = &names.method;
    let link = format!("[{method}](#{method})");
    let link = if operation.deprecated {
        format!("~~{link}~~")
    } else {
        link
    };
    match operation
        .summary
        .as_deref()
        .map(prose::one_line)
        .filter(|summary| !summary.is_empty())
    {
        Some(summary) => format!("* {link} - {summary}"),
        None => format!("* {link} - {}", code(&operation.route())),
    }
}

fn section(
    context: &Context<'_>,
    resource: &ResourceNames,
    operation: &Operation,
    names: &OperationNames,
) -> Vec<String> {
    let mut parts = vec![format!("## {}", names.method)];
    if operation.deprecated {
        parts.push("**Deprecated.**".to_owned());
    }
    let about = operation.description.as_deref().or(operation.summary.as_deref());
    parts.extend(about.map(prose::markdown).filter(|text| !text.is_empty()));
    parts.push(code(&operation.route()));
    parts.push("### Example Usage".to_owned());
    let example = example::call(context, resource, operation, names, example::Detail::Everything);
    parts.push(format!("```rust\n{}\n```", example.join("\n")));
    parts.push("### Parameters".to_owned());
    parts.push(parameters(context, operation, names));
    parts.push("### Response".to_owned());
    parts.push(response(context, resource, operation, names));
    parts.extend(pages(context, resource, operation, names));
    parts.extend(alternatives(context, resource, operation, names));
    parts.push("### Errors".to_owned());
    parts.push(errors(context, resource, operation, names));
    parts
}

fn parameters(context: &Context<'_>, operation: &Operation, names: &OperationNames) -> String {
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

fn response(context: &Context<'_>, resource: &ResourceNames, operation: &Operation, names: &OperationNames) -> String {
    match context.answer_of(operation) {
        Answer::Nothing => described("**`()`**".to_owned(), operation),
        Answer::One(content) => described(format!("**{}**", answer_link(context, content)), operation),
        Answer::Maybe(content, _) => {
            let ty = described(format!("**{}**", answer_link(context, content)), operation);
            format!("{ty}\n\nIt is in an `Option`, which is `None` where the answer has no body.")
        }
        Answer::ByStatus => {
            let output = format!("{}::{}", resource.module, names.output);
            let mut table = Table::new(["Variant", "Status Code", "Type"]);
            for (response, variant) in operation.successes.iter().zip(&names.successes) {
                let ty = response
                    .content
                    .as_ref()
                    .map_or_else(|| "*none*".to_owned(), |content| content_link(context, content));
                table.row([
                    code(&format!("{}::{variant}", names.output)),
                    response.status.to_string(),
                    ty,
                ]);
            }
            format!("**{}**\n\n{table}", code(&output))
        }
    }
}

/// The type of an answer, with the status and the meaning of each response that has it.
fn described(ty: String, operation: &Operation) -> String {
    let meanings = operation.successes.iter().map(super::failure::response_doc);
    let meanings = meanings
        .map(|meaning| format!("- {meaning}"))
        .collect::<Vec<_>>()
        .join("\n");
    if meanings.is_empty() {
        ty
    } else {
        format!("{ty}\n\n{meanings}")
    }
}

/// The declared failures, closed by the one error that every call can fail with.
fn errors(context: &Context<'_>, resource: &ResourceNames, operation: &Operation, names: &OperationNames) -> String {
    let mut table = Table::new(["Error Type", "Status Code", "Content Type", "Body", "Meaning"]);
    let typed: Vec<usize> = context
        .declared_failures(operation)
        .iter()
        .map(|(index, ..)| *index)
        .collect();
    for (index, response) in operation.failures.iter().enumerate() {
        let variant = format!("{}::{}::{}", resource.module, names.error, names.failures[index]);
        let status = match response.status {
            Status::Default => "any other".to_owned(),
            status => status.to_string(),
        };
        let content = response.content.as_ref();
        table.row([
            if typed.contains(&index) {
                code(&variant)
            } else {
                code("Error")
            },
            status,
            content
                .map(|content| prose::one_line(&content.name))
                .unwrap_or_default(),
            content
                .map(|content| content_link(context, content))
                .unwrap_or_default(),
            response.description.as_deref().map(prose::one_line).unwrap_or_default(),
        ]);
    }
    let rest = [
        "4XX, 5XX".to_owned(),
        r"\*/\*".to_owned(),
        code("&[u8]"),
        "Whatever else goes wrong.".to_owned(),
    ];
    let [status, media_type, body, meaning] = rest;
    table.row([code("Error"), status, media_type, body, meaning]);
    table.to_string()
}

/// How the pages of an operation are had, with an example.
fn pages(
    context: &Context<'_>,
    resource: &ResourceNames,
    operation: &Operation,
    names: &OperationNames,
) -> Vec<String> {
    let Some(pages) = &operation.pages else {
        return Vec::new();
    };
    let about = match &pages.items {
        Some(items) => format!(
            "The answer comes in pages: {} gives them one after the other, and {} each {} of all of them.",
            code("pages()"),
            code("items()"),
            type_link(context, items.schema)
        ),
        None => format!(
            "The answer comes in pages: {} gives them one after the other.",
            code("pages()")
        ),
    };
    let example = example::in_pages(context, resource, operation, names);
    vec![about, format!("```rust\n{}\n```", example.join("\n"))]
}

/// The other answers that a request can ask for, with an example of one that comes piece by piece.
fn alternatives(
    context: &Context<'_>,
    resource: &ResourceNames,
    operation: &Operation,
    names: &OperationNames,
) -> Vec<String> {
    if operation.alternatives.is_empty() {
        return Vec::new();
    }
    let mut table = Table::new(["Sent by", "Content Type", "Type"]);
    let mut streamed = None;
    for (content, method) in operation.alternatives.iter().zip(&names.alternatives) {
        table.row([
            code(&format!("{method}()")),
            prose::one_line(&content.name),
            answer_link(context, content),
        ]);
        if content.media_type.is_sequential() {
            streamed = streamed.or(Some((content, method)));
        }
    }
    let mut parts = vec![
        "Other answers, each asked for by a method of its own:".to_owned(),
        table.to_string(),
    ];
    parts.extend(streamed.map(|(content, method)| {
        let example = example::alternative(context, resource, operation, names, (content, method));
        format!("```rust\n{}\n```", example.join("\n"))
    }));
    parts
}

/// The type of an answer by itself, with a link.
fn answer_link(context: &Context<'_>, content: &Content) -> String {
    match content.media_type {
        MediaType::Json | MediaType::Form => type_link(context, content.schema),
        MediaType::Xml => content_link(context, content),
        _ => linked(context, &context.content_ty(content), content.schema),
    }
}

/// The type of what is sent, with a link.
fn body_link(context: &Context<'_>, content: &Content) -> String {
    match content.media_type {
        MediaType::Multipart if context.is_untyped(content.schema) => code("Form"),
        MediaType::Multipart => type_link(context, content.schema),
        MediaType::Bytes => code("Body"),
        MediaType::JsonLines => format!("{}, any number", type_link(context, content.schema)),
        _ => content_link(context, content),
    }
}

fn content_link(context: &Context<'_>, content: &Content) -> String {
    match content.media_type {
        MediaType::Json | MediaType::Form => type_link(context, content.schema),
        MediaType::Xml if context.api.is_xml(content) => type_link(context, content.schema),
        MediaType::Text | MediaType::Xml | MediaType::EventStream | MediaType::JsonLines => code("String"),
        MediaType::Bytes | MediaType::Multipart => code("bytes::Bytes"),
    }
}

/// The type of a schema, with a link to the file of the type that it is made of.
fn type_link(context: &Context<'_>, id: SchemaId) -> String {
    linked(context, &context.ty_or_null(id, Site::Api), id)
}

/// A type that is made of that of a schema, with a link to the latter.
fn linked(context: &Context<'_>, ty: &TokenStream, id: SchemaId) -> String {
    let ty = ty.to_string().replace(' ', "").replace("crate::", "");
    let ty = code(&ty.replace(',', ", "));
    match leaf(context, id) {
        Some(module) => format!("[{ty}](../{}models/{module}.rs)", context.folder()),
        None => ty,
    }
}

/// The module of the named type that a schema is, or that its lists and maps hold.
fn leaf(context: &Context<'_>, id: SchemaId) -> Option<String> {
    use crate::model::Kind;
    let mut current = id;
    // The pass `endless` has seen to it that this comes to an end.
    loop {
        if let Some(name) = context.names.types.get(&current) {
            return Some(name.module.to_string());
        }
        match &context.api.schemas[current].kind {
            Kind::Alias(next) | Kind::Array(next) | Kind::Map(next) => current = *next,
            _ => return None,
        }
    }
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

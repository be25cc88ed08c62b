//! What comes back from an operation: its answers, in pages or piece by piece, and its errors.

use super::links::{answer_link, content_link, type_link};
use crate::emit::context::Context;
use crate::emit::docs::code;
use crate::emit::failure::response_doc;
use crate::emit::markdown::Table;
use crate::emit::output::Answer;
use crate::emit::{example, prose};
use crate::model::{Operation, Status};
use crate::names::{OperationNames, ResourceNames};

pub(super) fn response(
    context: &Context<'_>,
    resource: &ResourceNames,
    operation: &Operation,
    names: &OperationNames,
) -> String {
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
    let meanings = operation.successes.iter().map(response_doc);
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
pub(super) fn errors(
    context: &Context<'_>,
    resource: &ResourceNames,
    operation: &Operation,
    names: &OperationNames,
) -> String {
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
pub(super) fn pages(
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
pub(super) fn alternatives(
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

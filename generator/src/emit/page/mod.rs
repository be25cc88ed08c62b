//! A page for each tag: what can be called, how, and what comes back.

mod answers;
mod links;
mod parameters;

use foldhash::HashMap;

use super::context::Context;
use super::docs::code;
use super::{Task, example, prose, text};
use crate::model::{Operation, Resource};
use crate::names::{Ident, OperationNames, ResourceNames};

use answers::{alternatives, errors, pages, response};
use parameters::parameters;

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
    let mut counts: HashMap<&Ident, usize> = HashMap::default();
    for (_, name) in &names {
        *counts.entry(name).or_default() += 1;
    }
    let path = |(module, name): &(Option<&Ident>, &Ident)| match module.filter(|_| counts[name] > 1) {
        Some(module) => format!("docs/{module}_{name}.md"),
        None => format!("docs/{name}.md"),
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

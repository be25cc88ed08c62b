//! The README of the crate: what a user has to know before the first call, and after the first failure.

mod authentication;
mod files;
mod webhooks;

use super::context::Context;
use super::docs::code;
use super::part::{Part, Parts};
use super::{example, page, prose};
use crate::config;
use crate::model::{Kind, MediaType};

pub(super) fn readme(package: &config::Package, contexts: &[Context<'_>], needed: &Parts) -> String {
    let mut parts = vec![format!("# {}", package.name)];
    let client = contexts.iter().find(|context| context.has_client());
    parts.push(match &package.description {
        Some(description) => prose::markdown(description),
        None => {
            let titles: Vec<&str> = contexts.iter().map(|context| context.api.title.as_str()).collect();
            let what = if client.is_some() { "A client" } else { "The types" };
            prose::line(&format!("{what} of {}.", titles.join(" and ")))
        }
    });
    match client {
        Some(context) => {
            parts.push(install(package) + TRANSPORT);
            parts.extend(calls(package, contexts, context, needed));
        }
        None => {
            parts.push(install(package));
            parts.push(types_only(contexts));
            parts.extend(webhooks::section(&package.name.replace('-', "_"), contexts));
        }
    }
    format!("{}\n", parts.join("\n\n"))
}

/// What a user has to know to call operations; the examples are those of one API.
fn calls(package: &config::Package, contexts: &[Context<'_>], shown: &Context<'_>, needed: &Parts) -> Vec<String> {
    let krate = package.name.replace('-', "_");
    let path = shown.path_in_examples();
    let mut parts = vec![first_call(shown)];
    parts.extend(authentication::section(&krate, contexts));
    parts.push(servers(&krate, &path));
    parts.push(operations(contexts));
    parts.extend(pages(contexts));
    parts.extend(streams(contexts));
    parts.extend(downloads(contexts));
    parts.extend(needed.contains(&Part::Upload).then(|| files::section(&krate, needed)));
    parts.extend(contexts.iter().find_map(headers));
    parts.push(errors(&krate, shown));
    parts.push(retries(&krate, &path));
    parts.extend(webhooks::section(&krate, contexts));
    parts.push(hooks(&krate, &path));
    parts.push(BLOCKING.to_owned());
    parts.push(testing(&krate, &path));
    parts
}

const TRANSPORT: &str = "\n\nTLS is rustls by default. The features `native-tls` and `rustls-no-provider` choose another, with \
    `default-features = false`, which also leaves out `http2` and `system-proxy`; `gzip` adds compressed answers. The calls \
    are asynchronous and run on tokio.";

fn install(package: &config::Package) -> String {
    let name = &package.name;
    let version = package.version.split(['-', '+']).next().unwrap_or(&package.version);
    format!("## Install\n\n```toml\n[dependencies]\n{name} = \"{version}\"\n```")
}

/// What there is to do with a crate that has nothing to call.
fn types_only(contexts: &[Context<'_>]) -> String {
    let mut text = "## Types\n\nThe description has no operations, so there are types and nothing to call.".to_owned();
    let shown = contexts.iter().find_map(|context| {
        let types = context
            .api
            .schemas
            .iter()
            .filter(|(_, schema)| matches!(schema.kind, Kind::Object(_)));
        let names = types.filter_map(|(id, _)| context.names.types.get(&id));
        Some((context.path_in_examples(), names.map(|name| &name.ident).min()?))
    });
    if let Some((path, ident)) = shown {
        let example = format!(
            "use {path}::models::{ident};\n\nfn read(text: &str) -> serde_json::Result<{ident}> {{\n    serde_json::from_str(text)\n}}"
        );
        text = format!("{text} They are read and written with serde:\n\n```rust\n{example}\n```");
    }
    text
}

fn first_call(context: &Context<'_>) -> String {
    format!(
        "## First call\n\n```rust\n{}\n```",
        example::first_call(context).join("\n")
    )
}

fn servers(krate: &str, path: &str) -> String {
    format!(
        "## Servers\n\nThe first server of the description is the default; `base_url` replaces it. Plain `http` is refused unless it is \
         loopback or `allow_plain_http` says otherwise.\n\n```rust\nfn client() -> {krate}::Result<{path}::Client> {{\n    \
         {path}::Client::builder().base_url(\"https://api.example.com\").build()\n}}\n```"
    )
}

fn operations(contexts: &[Context<'_>]) -> String {
    let mut lines = Vec::new();
    let mut paths = page::paths(contexts).into_iter();
    for context in contexts {
        for (resource, names) in context.resources() {
            let path = paths.next().unwrap_or_default();
            let title = match &context.names.module {
                Some(module) => format!("{module}: {}", names.accessor),
                None => names.accessor.to_string(),
            };
            lines.push(format!("- [{title}]({path})"));
            let mut operations: Vec<_> = resource.operations.iter().zip(&names.operations).collect();
            operations.sort_by_key(|(_, names)| &names.method);
            for (operation, own) in operations {
                let summary = operation
                    .summary
                    .as_deref()
                    .map(prose::one_line)
                    .filter(|summary| !summary.is_empty());
                let about = summary.unwrap_or_else(|| code(&operation.route()));
                lines.push(format!("  - [{0}]({path}#{0}) - {about}", own.method));
            }
        }
    }
    format!("## Operations\n\n{}", lines.join("\n"))
}

/// How a list that comes in pages is read, shown for the first operation that answers so.
fn pages(contexts: &[Context<'_>]) -> Option<String> {
    let example = example::first_in_pages(contexts)?;
    Some(format!(
        "## Pages\n\nWhere an operation answers in pages, its request has `pages`, which gives one page after the other, and `items` \
         for the items of all of them. Both are a `futures_core::Stream`, and `next` needs no other crate. Each page is a call of its \
         own, made when it is wanted; an error is the last item. Credentials go to no other origin, and a cursor that comes again or \
         more than `max_pages`, 10,000 by default, is an error of the kind `Pages`.\n\n```rust\n{}\n```",
        example.join("\n")
    ))
}

/// How what comes piece by piece is read, shown for the first operation that answers so.
fn streams(contexts: &[Context<'_>]) -> Option<String> {
    let example = example::first_of(contexts, MediaType::is_sequential)?;
    Some(format!(
        "## Streams\n\nWhat comes piece by piece is a stream: `next` gives the next item, and for whoever has more to do with streams, the \
         types are those of `futures_core::Stream`. An item that cannot be read is an `Err`, and the next one comes after it; every \
         other error is the last item. There is no limit for the whole stream, but one for each piece.\n\n```rust\n{}\n```",
        example.join("\n")
    ))
}

/// How bytes are read.
fn downloads(contexts: &[Context<'_>]) -> Option<String> {
    let example = example::first_of(contexts, |media_type| media_type == MediaType::Bytes)?;
    Some(format!(
        "## Downloads\n\nAn answer that is bytes is a `Download`: chunks as they come, so that it need not fit into memory. `bytes` waits \
         for all of them, up to the size that the client allows, and `file_name` is the name that the server suggests.\n\n```rust\n{}\n```",
        example.join("\n")
    ))
}

/// How a declared header is read, shown for the first one.
fn headers(context: &Context<'_>) -> Option<String> {
    let constant = context.names.headers.first()?;
    let krate = context.package.name.replace('-', "_");
    let path = context.path_in_examples();
    Some(format!(
        "## Response headers\n\n`{path}::headers` has the headers that answers declare, each with the type of its value. `send_with_meta` gives \
         the headers of an answer; streams and errors have them, too.\n\n```rust\nuse {path}::headers;\n\n\
         fn show<T>(response: &{krate}::Response<T>) -> {krate}::Result<()> {{\n    \
         println!(\"{{:?}}\", headers::{constant}.read(response.headers())?);\n    Ok(())\n}}\n```"
    ))
}

fn errors(krate: &str, context: &Context<'_>) -> String {
    let typed = typed_error(context)
        .map(|example| format!("\n\n{example}"))
        .unwrap_or_default();
    format!(
        r#"## Errors

Every call fails with the one type `Error`. Its `kind` says what happened, `status`, `headers`, `body` and `request_id` what the
server said, and `typed` gives the body that the operation declares for the status.

```rust
use {krate}::{{Error, ErrorKind}};

fn explain(error: &Error) -> String {{
    match error.kind() {{
        ErrorKind::Status => format!("the server said {{:?}}: {{:?}}", error.status(), error.body()),
        ErrorKind::Timeout => "the server took too long".to_owned(),
        _ => error.to_string(),
    }}
}}
```{typed}"#
    )
}

/// How the declared body of a failure is had, shown for the first operation that declares one.
fn typed_error(context: &Context<'_>) -> Option<String> {
    let path = context.path_in_examples();
    let krate = context.package.name.replace('-', "_");
    let operations = context.resources().into_iter().flat_map(|(resource, names)| {
        resource
            .operations
            .iter()
            .zip(&names.operations)
            .map(move |(operation, own)| (names, operation, own))
    });
    let mut typed = operations.filter_map(|(resource, operation, names)| {
        let (index, response, _) = context.declared_failures(operation).into_iter().next()?;
        Some((resource, names, names.failures.get(index)?, response.status))
    });
    let (resource, names, variant, status) = typed.next()?;
    let (module, error) = (&resource.module, &names.error);
    Some(format!(
        r#"```rust
use {path}::{module}::{error};

fn declared(error: &{krate}::Error) {{
    // Status {status}.
    if let Some({error}::{variant}(body)) = error.typed() {{
        println!("{{body:?}}");
    }}
}}
```"#
    ))
}

fn retries(krate: &str, path: &str) -> String {
    format!(
        r#"## Retries and timeouts

A call is tried again up to twice, after a growing and random pause, where that does no harm: a connection that was never made, and,
for `GET`, `HEAD`, `PUT`, `DELETE` and `OPTIONS`, time-outs, lost connections and the statuses 408, 429, 500, 502, 503 and 504.
`Retry-After` is obeyed up to a minute. An attempt takes at most 60 seconds, connecting 5.

```rust
use std::time::Duration;

fn client() -> {krate}::Result<{path}::Client> {{
    {path}::Client::builder().base_url("https://api.example.com").timeout(Duration::from_secs(10)).retries(5).build()
}}
```

Each request has `timeout` and `retries` of its own, `header` and `query_param` for what the description does not know,
`send_with_meta` for status and headers, `send_raw` for the bare answer, and `build` for the request unsent."#
    )
}

fn hooks(krate: &str, path: &str) -> String {
    format!(
        r#"## Hooks and spans

A hook sees each attempt before it is sent and after it has ended. With the feature `tracing`, each attempt is a span, with the fields
that OpenTelemetry has for HTTP clients, and without query, headers or bodies.

```rust
use {krate}::{{Attempt, Hook, Outcome}};

struct Log;

impl Hook for Log {{
    fn after(&self, attempt: &Attempt, outcome: &Outcome<'_>) {{
        println!("{{}}: {{:?}} in {{:?}}", attempt.operation(), outcome.status(), outcome.duration());
    }}
}}

fn client() -> {krate}::Result<{path}::Client> {{
    {path}::Client::builder().base_url("https://api.example.com").hook(Log).build()
}}
```"#
    )
}

const BLOCKING: &str = "## Blocking calls\n\nWith the feature `blocking`, every request has `send_blocking()` beside `send()`, and every stream \
    `next_blocking()` beside `next()`, for programs without asynchronous code.";

fn testing(krate: &str, path: &str) -> String {
    format!(
        r#"## Testing

A test needs no server. With the feature `mock`, a client is built over a list of replies:

```rust
#[cfg(test)]
mod tests {{
    use {krate}::{{Mock, Reply}};

    fn client() -> {krate}::Result<{path}::Client> {{
        let mock = Mock::new().on("GET", "/pets/{{id}}", Reply::json(200, &serde_json::json!({{"id": 1}})));
        {path}::Client::builder().transport(mock).build()
    }}
}}
```

`Mock::requests` has what was sent. Anything else that turns a request into a response is a `{krate}::Transport`, too. Models that
only the server sends are made from JSON, with `serde_json::from_value`."#
    )
}

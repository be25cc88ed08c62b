//! Examples: one call for each operation, in code that compiles.
//!
//! The same call stands in the pages, in the README and in the documentation of the crate, and its values are those of the
//! description's examples and defaults.

mod send;
mod value;

use proc_macro2::TokenStream;
use quote::quote;

use super::context::Context;
use super::mention::mentions;
use super::operation::has_required_inputs;
use super::output::Answer;
use crate::format;
use crate::model::{Content, MediaType, Operation, Parameter, SecuritySchemeKind};
use crate::names::{Ident, OperationNames, ParameterNames, ResourceNames};

use send::Send;
use value::Form;

/// How much of an operation an example shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Detail {
    /// What a call cannot do without.
    Required,
    /// Each input that the description has an example for.
    Everything,
}

/// The most optional parameters that an example sets. It is one expression, and nobody would read on.
const MOST_SETTERS: usize = 32;

/// The first thing that a reader wants to see: a call that reads something, where there is one.
pub(super) fn first_call(context: &Context<'_>) -> Vec<String> {
    let resources = context.resources();
    let operations = resources.into_iter().flat_map(|(resource, names)| {
        resource
            .operations
            .iter()
            .zip(&names.operations)
            .map(move |(operation, own)| (names, operation, own))
    });
    let first = operations.min_by_key(|(resource, operation, names)| {
        let required = operation
            .parameters
            .iter()
            .filter(|parameter| parameter.required)
            .count();
        let sends = operation.request_body.is_some();
        let is_silent = matches!(context.answer_of(operation), Answer::Nothing);
        (
            operation.deprecated,
            is_silent,
            sends,
            required,
            &resource.module,
            &names.method,
        )
    });
    first
        .map(|(resource, operation, names)| call(context, resource, operation, names, Detail::Required))
        .unwrap_or_default()
}

/// Each operation with all that an example of it takes, by the names of the resources.
fn operations<'a>(
    contexts: &'a [Context<'a>],
) -> impl Iterator<Item = (&'a Context<'a>, &'a ResourceNames, &'a Operation, &'a OperationNames)> {
    contexts.iter().flat_map(|context| {
        let resources = context.resources().into_iter();
        resources.flat_map(move |(resource, names)| {
            let operations = resource.operations.iter().zip(&names.operations);
            operations.map(move |(operation, own)| (context, names, operation, own))
        })
    })
}

/// The first call, by the names, whose answer comes in pages, and best as a list of items.
pub(super) fn first_in_pages(contexts: &[Context<'_>]) -> Option<Vec<String>> {
    let has_items = |operation: &Operation| operation.pages.as_ref().map(|pages| pages.items.is_some());
    let find = |wanted: bool| operations(contexts).find(|(_, _, operation, _)| has_items(operation) == Some(wanted));
    let (context, resource, operation, names) = find(true).or_else(|| find(false))?;
    Some(in_pages(context, resource, operation, names))
}

/// Like [`call`], for all that there is.
pub(super) fn in_pages(
    context: &Context<'_>,
    resource: &ResourceNames,
    operation: &Operation,
    names: &OperationNames,
) -> Vec<String> {
    let has_items = operation.pages.as_ref().is_some_and(|pages| pages.items.is_some());
    let (method, send) = if has_items {
        (quote!(items), Send::Items)
    } else {
        (quote!(pages), Send::Pages)
    };
    let how = (Detail::Required, &method, send);
    lines(function(context, resource, operation, names, how))
}

/// The first call, by the names, whose answer is of a media type.
pub(super) fn first_of(contexts: &[Context<'_>], wanted: fn(MediaType) -> bool) -> Option<Vec<String>> {
    let mut examples = operations(contexts).filter_map(|(context, resource, operation, names)| {
        if matches!(context.answer_of(operation), Answer::One(content) if wanted(content.media_type)) {
            return Some(call(context, resource, operation, names, Detail::Required));
        }
        let alternatives = operation.alternatives.iter().zip(&names.alternatives);
        let mut alternatives = alternatives.filter(|(content, _)| wanted(content.media_type));
        Some(alternative(context, resource, operation, names, alternatives.next()?))
    });
    examples.next()
}

/// A function that makes a client and calls one operation, line by line.
pub(super) fn call(
    context: &Context<'_>,
    resource: &ResourceNames,
    operation: &Operation,
    names: &OperationNames,
    detail: Detail,
) -> Vec<String> {
    let how = (detail, &quote!(send), Send::usual(context, operation));
    lines(function(context, resource, operation, names, how))
}

/// What [`call`] does with its `client`, as statements.
pub(super) fn statements(
    context: &Context<'_>,
    resource: &ResourceNames,
    operation: &Operation,
    names: &OperationNames,
    detail: Detail,
) -> TokenStream {
    let how = (detail, &quote!(send), Send::usual(context, operation));
    statements_of(context, resource, operation, names, how)
}

/// Like [`call`], by a method that asks for another answer.
pub(super) fn alternative(
    context: &Context<'_>,
    resource: &ResourceNames,
    operation: &Operation,
    names: &OperationNames,
    (content, method): (&Content, &Ident),
) -> Vec<String> {
    let method = quote!(#method);
    let how = (Detail::Required, &method, Send::of(content));
    lines(function(context, resource, operation, names, how))
}

fn lines(tokens: TokenStream) -> Vec<String> {
    let text = format::rust(tokens).unwrap_or_default();
    text.trim_end().lines().map(str::to_owned).collect()
}

fn function(
    context: &Context<'_>,
    resource: &ResourceNames,
    operation: &Operation,
    names: &OperationNames,
    how: (Detail, &TokenStream, Send),
) -> TokenStream {
    let path: TokenStream = syn::parse_str(&context.path_in_examples()).unwrap_or_default();
    let client = client(context, operation);
    let body = statements_of(context, resource, operation, names, how);
    let models = mentions(&body, "models").then(|| quote!(, models));
    let uses = if models.is_some() {
        quote!(use #path::{Client #models};)
    } else {
        quote!(use #path::Client;)
    };
    quote! {
        #uses
        async fn example() -> Result<(), Box<dyn std::error::Error>> {
            let client = #client;
            #body
            Ok(())
        }
    }
}

fn statements_of(
    context: &Context<'_>,
    resource: &ResourceNames,
    operation: &Operation,
    names: &OperationNames,
    (detail, method_to_send, send): (Detail, &TokenStream, Send),
) -> TokenStream {
    let method = &names.method;
    let accessor = &resource.accessor;
    let parameters: Vec<_> = operation.parameters.iter().zip(&names.parameters).collect();
    let arguments = parameters.iter().filter(|(parameter, _)| parameter.required);
    let arguments = arguments.map(|(parameter, _)| context.parameter_value(parameter));
    let body = operation
        .request_body
        .as_ref()
        .map(|body| (body.required, context.body_value(&body.content)));
    let (body_argument, body_setter) = match body {
        Some((true, value)) => (Some(value), None),
        Some((false, value)) => (None, Some(quote!(.body(#value)))),
        None => (None, None),
    };
    let arguments: Vec<TokenStream> = if has_required_inputs(operation) {
        vec![required_inputs(
            context,
            resource,
            names,
            &parameters,
            body_argument.is_some().then_some(operation),
        )]
    } else {
        arguments.chain(body_argument).collect()
    };
    let setters = parameters
        .iter()
        .filter(|(parameter, _)| !parameter.required && parameter.example.is_some() && detail == Detail::Everything);
    let setters = setters
        .filter(|(parameter, _)| !parameter.deprecated)
        .take(MOST_SETTERS)
        .map(|(parameter, names)| {
            let setter = &names.setter;
            let value = context.parameter_value(parameter);
            quote!(.#setter(#value))
        });
    let call = quote!(client.#accessor().#method(#(#arguments),*)#(#setters)* #body_setter.#method_to_send());
    send.show(&call)
}

/// The struct that a method takes in the place of many arguments.
fn required_inputs(
    context: &Context<'_>,
    resource: &ResourceNames,
    names: &OperationNames,
    parameters: &[(&Parameter, &ParameterNames)],
    with_body: Option<&Operation>,
) -> TokenStream {
    let path: TokenStream = syn::parse_str(&context.path_in_examples()).unwrap_or_default();
    let (module, required) = (&resource.module, &names.required);
    let fields = parameters
        .iter()
        .filter(|(parameter, _)| parameter.required)
        .map(|(parameter, names)| {
            let setter = &names.setter;
            let value = context.value(
                parameter.schema,
                parameter.example.as_ref(),
                &parameter.name,
                Form::Exact,
            );
            quote!(#setter: #value)
        });
    let body = with_body
        .and_then(|operation| operation.request_body.as_ref())
        .map(|body| {
            let value = context.body_value(&body.content);
            let value = if matches!(
                body.content.media_type,
                MediaType::Json | MediaType::JsonLines | MediaType::Form | MediaType::Multipart
            ) || context.api.is_xml(&body.content)
            {
                value
            } else {
                quote!(#value.into())
            };
            quote!(body: #value)
        });
    let fields = fields.chain(body);
    quote!(#path::#module::#required { #(#fields),* })
}

/// The setters of a client's builder for the credentials that an operation needs.
pub(super) fn credentials(context: &Context<'_>, operation: &Operation) -> TokenStream {
    let schemes = operation.security.first().cloned().unwrap_or_default();
    let credentials = schemes.iter().map(|scheme| {
        let setter = &context.names.schemes[scheme.0].setter;
        match context.api.security_schemes[scheme.0].kind {
            SecuritySchemeKind::Basic => quote!(.#setter("user", "password")),
            SecuritySchemeKind::Bearer | SecuritySchemeKind::OAuth2 { .. } => quote!(.#setter("YOUR_TOKEN")),
            _ => quote!(.#setter("YOUR_KEY")),
        }
    });
    quote!(#(#credentials)*)
}

/// A client with the credentials that an operation needs.
fn client(context: &Context<'_>, operation: &Operation) -> TokenStream {
    let credentials = credentials(context, operation);
    // Without an address to go to the client could not be built.
    let has_address = context
        .api
        .servers
        .first()
        .is_some_and(|server| server.url.contains("://"));
    let base_url = (!has_address).then(|| quote!(.base_url("https://api.example.com")));
    quote!(Client::builder() #base_url #credentials.build()?)
}

impl Context<'_> {
    fn parameter_value(&self, parameter: &Parameter) -> TokenStream {
        self.value(
            parameter.schema,
            parameter.example.as_ref(),
            &parameter.name,
            Form::Argument,
        )
    }

    fn body_value(&self, content: &Content) -> TokenStream {
        match content.media_type {
            MediaType::Json | MediaType::Form => {
                self.value_or_null(content.schema, content.example.as_ref(), "body", Form::Exact)
            }
            MediaType::Xml if self.api.is_xml(content) => {
                self.value_or_null(content.schema, content.example.as_ref(), "body", Form::Exact)
            }
            MediaType::Text | MediaType::Xml | MediaType::EventStream => quote!("text"),
            MediaType::Multipart if self.is_untyped(content.schema) => {
                let krate: TokenStream = syn::parse_str(&self.package.name.replace('-', "_")).unwrap_or_default();
                quote!(#krate::Form::new().file("file", "content of the file"))
            }
            MediaType::Multipart => self.value(content.schema, content.example.as_ref(), "body", Form::Exact),
            MediaType::JsonLines => {
                let item = self.value_or_null(content.schema, content.example.as_ref(), "line", Form::Exact);
                quote!(vec![#item])
            }
            MediaType::Bytes => quote!("bytes"),
        }
    }
}

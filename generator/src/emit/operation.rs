//! An operation: its data, the method that begins a request, and the request.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::client::server_data;
use super::context::Context;
use super::docs::{Docs, code};
use super::input::{Input, Making};
use super::object::MOST_ARGUMENTS;
use super::parameter::call;
use super::prose;
use super::request::idempotency_header;
use super::ty::Site;
use crate::model::{Content, In, MediaType, Operation, Parameter, Retries, SchemeId};
use crate::names::{Ident, OperationNames, ParameterNames};

impl Context<'_> {
    /// The method of the resource: takes what is required, gives the request.
    pub(super) fn method(&self, operation: &Operation, names: &OperationNames) -> TokenStream {
        let OperationNames {
            method,
            request,
            constant,
            ..
        } = names;
        let docs = self.method_docs(operation, names).outer();
        let alias = operation
            .id
            .as_deref()
            .filter(|id| *id != method.as_str())
            .map(prose::plain);
        let alias = alias
            .filter(|id| is_doc_alias(id))
            .map(|id| quote!(#[doc(alias = #id)]));
        let deprecated = operation.deprecated.then(|| quote!(#[deprecated]));
        let (arguments, before, from) = if has_required_inputs(operation) {
            let required = &names.required;
            (quote!(required: #required), Some(quote!(required.)), true)
        } else {
            (self.arguments(operation, names, None), None, false)
        };
        let calls = self.calls(operation, names, before.as_ref());
        let body = operation.request_body.as_ref().filter(|body| body.required);
        let body = body.map(|body| {
            self.body(&body.content, &if from { quote!(required.body) } else { quote!(body) })
                .call
        });
        quote! {
            #docs
            #alias
            #deprecated
            pub fn #method(&self, #arguments) -> #request {
                #request(runtime::Call::new(&self.client, &#constant)#(#calls)* #body)
            }
        }
    }

    /// The methods that begin the same request with a body of another media type.
    pub(super) fn body_methods(&self, operation: &Operation, names: &OperationNames) -> TokenStream {
        let OperationNames { request, constant, .. } = names;
        let deprecated = operation.deprecated.then(|| quote!(#[deprecated]));
        let calls = self.calls(operation, names, None);
        let others = operation.request_body.iter().filter(|_| takes_body(operation));
        let others = others.flat_map(|body| &body.others).zip(&names.bodies);
        let methods = others.map(|(content, body)| {
            let method = &body.method;
            let link = format!("[{}](Self::{})", code(names.method.as_str()), names.method);
            let doc = format!("Like {link}, with a body of {}.", code(&content.name));
            let docs = Docs::default().ours(doc).outer();
            let arguments = self.arguments(operation, names, Some(content));
            let body = self.body(content, &quote!(body)).call;
            quote! {
                #docs
                #deprecated
                pub fn #method(&self, #arguments) -> #request {
                    #request(runtime::Call::new(&self.client, &#constant)#(#calls)* #body)
                }
            }
        });
        quote!(#(#methods)*)
    }

    /// What the call takes of each required parameter; `before` stands before the names of what comes as a struct.
    fn calls(&self, operation: &Operation, names: &OperationNames, before: Option<&TokenStream>) -> Vec<TokenStream> {
        let calls = required(operation, names).map(|(parameter, names)| {
            let setter = &names.setter;
            let Input { value, making, .. } = self.input(parameter.schema, &quote!(#setter), Site::Api);
            let value = match before {
                Some(before) => quote!(#before #setter),
                None if making == Making::Into => quote!(#setter),
                None => value,
            };
            let value = if parameter.location == In::Path {
                value
            } else {
                quote!(Some(#value))
            };
            call(parameter, &self.ty(parameter.schema, Site::Api), &value)
        });
        calls.collect()
    }

    /// The required inputs as arguments: the path first, then the others, the body last, in another media type where `other`
    /// says so.
    fn arguments(&self, operation: &Operation, names: &OperationNames, other: Option<&Content>) -> TokenStream {
        let parameters = required(operation, names).map(|(parameter, names)| {
            let setter = &names.setter;
            let ty = self.input(parameter.schema, &quote!(#setter), Site::Api).ty;
            quote!(#setter: #ty)
        });
        let body = operation
            .request_body
            .as_ref()
            .filter(|body| body.required)
            .map(|body| {
                let ty = self.body(other.unwrap_or(&body.content), &quote!(body)).argument;
                quote!(body: #ty)
            });
        let arguments = parameters.chain(body);
        quote!(#(#arguments),*)
    }

    /// The required inputs as named fields, where there would be too many arguments to tell apart.
    fn required_inputs(&self, operation: &Operation, names: &OperationNames, resource: &Ident) -> Option<TokenStream> {
        if !has_required_inputs(operation) {
            return None;
        }
        let name = &names.required;
        let doc = format!(" What [`{resource}::{}`] needs.", names.method);
        let parameters = required(operation, names).map(|(parameter, names)| {
            let docs = self.parameter_docs(parameter).outer();
            let (setter, ty) = (&names.setter, self.ty(parameter.schema, Site::Api));
            quote!(#docs pub #setter: #ty,)
        });
        let body = operation
            .request_body
            .as_ref()
            .filter(|body| body.required)
            .map(|body| {
                let docs = Docs::default().theirs(body.description.as_deref());
                let docs = if docs.is_empty() {
                    docs.ours("What is sent.")
                } else {
                    docs
                }
                .outer();
                let ty = self.body_ty(&body.content);
                quote!(#docs pub body: #ty,)
            });
        let fields = parameters.chain(body);
        // A stream cannot be had twice.
        let sent = operation.request_body.iter().filter(|body| body.required);
        let is_cloned = sent
            .map(|body| &body.content)
            .all(|content| content.media_type != MediaType::Bytes);
        let clone = is_cloned.then(|| quote!(Clone,));
        Some(quote! {
            #[doc = #doc]
            #[derive(#clone Debug)]
            pub struct #name {
                #(#fields)*
            }
        })
    }

    fn method_docs(&self, operation: &Operation, names: &OperationNames) -> Docs {
        let summary = operation
            .summary
            .as_deref()
            .map(prose::one_line)
            .filter(|summary| !summary.is_empty());
        let route = code(&operation.route());
        let docs = Docs::default().ours(match summary {
            Some(summary) => format!("{route}: {summary}"),
            None => route,
        });
        let docs = docs.theirs(operation.description.as_deref());
        let inputs = required(operation, names)
            .map(|(parameter, names)| (names.setter.as_str(), parameter.description.as_deref()));
        let body = operation.request_body.as_ref().filter(|body| body.required);
        let inputs = inputs.chain(body.map(|body| ("body", body.description.as_deref())));
        let inputs: Vec<String> = inputs
            .filter_map(|(name, about)| Some(format!("- {}: {}", code(name), about.map(prose::one_line)?)))
            .collect();
        let docs = inputs.iter().enumerate().fold(
            docs,
            |docs, (index, line)| {
                if index == 0 { docs.ours(line) } else { docs.line(line) }
            },
        );
        if self.declared_failures(operation).is_empty() {
            return docs;
        }
        docs.ours(format!(
            "What the server answers when it fails: [{}].",
            code(names.error.as_str())
        ))
    }

    /// Everything that belongs to one operation beside the method.
    pub(super) fn operation(&self, operation: &Operation, names: &OperationNames, resource: &Ident) -> TokenStream {
        let data = self.operation_data(operation, names);
        let request = self.request(operation, names, resource);
        let output = self.output(operation, names, resource);
        let failure = self.failure(operation, names, resource);
        let inputs = self.required_inputs(operation, names, resource);
        quote!(#data #inputs #request #output #failure)
    }

    fn operation_data(&self, operation: &Operation, names: &OperationNames) -> TokenStream {
        let constant = &names.constant;
        let id = operation.id.clone().unwrap_or_else(|| operation.route());
        let method = operation.method.as_str();
        let path = &operation.path;
        let security = (!operation.security.is_empty()).then(|| {
            let sets = operation.security.iter().map(|set| {
                let schemes = set.iter().map(|scheme| self.scheme_constant(*scheme));
                quote!(&[#(&#schemes),*])
            });
            quote!(security: &[#(#sets),*],)
        });
        let accept = self.accept(operation).map(|accept| quote!(accept: #accept,));
        let servers = (!operation.servers.is_empty()).then(|| {
            let servers = operation.servers.iter().map(server_data);
            quote!(servers: &[#(#servers),*],)
        });
        let idempotency = idempotency_header(operation).map(|header| quote!(idempotency_header: Some(#header),));
        let timeout = operation.timeout.map(|timeout| {
            let timeout = Literal::u64_unsuffixed(timeout);
            quote!(timeout: Some(#timeout),)
        });
        let retries = operation.retries.as_ref().map(|retries| {
            if self.api.retries.as_ref() == Some(retries) {
                return quote!(retries: &client::RETRIES,);
            }
            let policy = policy(retries);
            quote!(retries: &#policy,)
        });
        quote! {
            static #constant: runtime::Operation = runtime::Operation {
                id: #id,
                method: #method,
                path: #path,
                #security
                #accept
                #idempotency
                #timeout
                #retries
                #servers
                ..runtime::Operation::DEFAULT
            };
        }
    }

    /// The media types that the request asks for, where these are not JSON alone.
    fn accept(&self, operation: &Operation) -> Option<String> {
        let contents = operation
            .successes
            .iter()
            .filter_map(|response| response.content.as_ref());
        let has_content = contents.clone().next().is_some();
        let accept = self.accept_of(operation, contents);
        (has_content && accept != "application/json").then_some(accept)
    }

    pub(super) fn scheme_constant(&self, scheme: SchemeId) -> TokenStream {
        let constant = &self.names.schemes[scheme.0].constant;
        quote!(client::#constant)
    }
}

/// Whether the body is an argument of the method by itself.
pub(super) fn takes_body(operation: &Operation) -> bool {
    let mut required = operation.request_body.iter().filter(|body| body.required);
    required.next().is_some() && !has_required_inputs(operation)
}

/// What the description says about retries, as data.
pub(super) fn policy(retries: &Retries) -> TokenStream {
    if retries.total.is_none() {
        return quote!(runtime::retry::Policy::NONE);
    }
    let Retries {
        factor, connections, ..
    } = retries;
    let number = Literal::u64_unsuffixed;
    let (first, longest) = (number(retries.first), number(retries.longest));
    let total = retries.total.map(number);
    let statuses = retries.statuses.iter().map(|(first, last)| {
        let (first, last) = (Literal::u16_unsuffixed(*first), Literal::u16_unsuffixed(*last));
        quote!((#first, #last))
    });
    let factor = Literal::f64_unsuffixed(*factor);
    quote! {
        runtime::retry::Policy {
            first: #first,
            longest: #longest,
            factor: #factor,
            statuses: &[#(#statuses),*],
            connections: #connections,
            total: Some(#total),
        }
    }
}

/// Whether an operation requires more than a function should take as arguments.
pub(super) fn has_required_inputs(operation: &Operation) -> bool {
    let parameters = operation
        .parameters
        .iter()
        .filter(|parameter| parameter.required)
        .count();
    let body = operation.request_body.iter().filter(|body| body.required).count();
    // `self` is an argument, too.
    1 + parameters + body > MOST_ARGUMENTS
}

/// The required parameters of an operation, with their names.
fn required<'o>(
    operation: &'o Operation,
    names: &'o OperationNames,
) -> impl Iterator<Item = (&'o Parameter, &'o ParameterNames)> {
    operation
        .parameters
        .iter()
        .zip(&names.parameters)
        .filter(|(parameter, _)| parameter.required)
}

/// Rustdoc takes no quotes, and no white space at the ends, in an alias.
fn is_doc_alias(id: &str) -> bool {
    !id.is_empty() && id.trim() == id && !id.contains(['"', '\''])
}

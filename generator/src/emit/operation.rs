//! An operation: its data, the method that begins a request, and the request.

use proc_macro2::TokenStream;
use quote::quote;

use super::client::server_data;
use super::context::Context;
use super::docs::{Docs, code};
use super::input::Input;
use super::object::MOST_ARGUMENTS;
use super::prose;
use super::ty::Site;
use crate::model::{Content, In, MediaType, Operation, Parameter, SchemeId, SecuritySchemeKind, Style};
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
            (self.arguments(operation, names), None, false)
        };
        let calls = required(operation, names).map(|(parameter, names)| {
            let setter = &names.setter;
            let Input { value, is_into, .. } = self.input(parameter.schema, &quote!(#setter), Site::Api);
            let value = match &before {
                Some(before) => quote!(#before #setter),
                None if is_into => quote!(#setter),
                None => value,
            };
            let value = if parameter.location == In::Path {
                value
            } else {
                quote!(Some(#value))
            };
            call(parameter, &self.ty(parameter.schema, Site::Api), &value)
        });
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

    /// The required inputs as arguments: the path first, then the others, the body last.
    fn arguments(&self, operation: &Operation, names: &OperationNames) -> TokenStream {
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
                let ty = self.body(&body.content, &quote!(body)).argument;
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
            let docs = parameter_docs(parameter).outer();
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
        Some(quote! {
            #[doc = #doc]
            #[derive(Clone, Debug)]
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
        quote! {
            static #constant: runtime::Operation = runtime::Operation {
                id: #id,
                method: #method,
                path: #path,
                #security
                #accept
                #idempotency
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
        let mut names: Vec<&str> = contents.map(|content| content.name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        if names.is_empty() || names == ["application/json"] {
            return None;
        }
        // Errors are JSON wherever they are typed.
        let errors_in_json = !self.declared_failures(operation).is_empty();
        if errors_in_json && !names.contains(&"application/json") {
            names.push("application/json");
        }
        Some(names.join(", "))
    }

    fn scheme_constant(&self, scheme: SchemeId) -> TokenStream {
        let constant = &self.names.schemes[scheme.0].constant;
        quote!(client::#constant)
    }

    fn request(&self, operation: &Operation, names: &OperationNames, resource: &Ident) -> TokenStream {
        let request = &names.request;
        let link = format!("[`{resource}::{}`]", names.method);
        let docs = Docs::default()
            .ours(format!("The request of {link}: {}.", code(&operation.route())))
            .outer();
        let parameters = operation.parameters.iter().zip(&names.parameters);
        // The runtime gives the setter of the idempotency key.
        let key = idempotency_header(operation);
        let optional = parameters.filter(|(parameter, _)| !parameter.required && Some(parameter.name.as_str()) != key);
        let setters = optional.map(|(parameter, names)| self.parameter_setters(parameter, names));
        let body = operation.request_body.as_ref().filter(|body| !body.required);
        let body = body.map(|body| self.body_setters(&body.content, body.description.as_deref()));
        let mut schemes: Vec<SchemeId> = operation.security.iter().flatten().copied().collect();
        schemes.sort_unstable();
        schemes.dedup();
        let credentials = schemes
            .iter()
            .map(|scheme| self.credential_setter(*scheme, &names.credentials[scheme.0]));
        let setters: Vec<TokenStream> = setters.chain(body).chain(credentials).collect();
        let setters = (!setters.is_empty()).then(|| quote!(impl #request { #(#setters)* }));
        let answer = self.answer(operation, names);
        let idempotency_key = key.map(|_| quote!(runtime::idempotency_key!(#request);));
        quote! {
            #docs
            #[derive(Clone, Debug)]
            #[must_use = "a request does nothing until it is sent"]
            pub struct #request(runtime::Call);
            #setters
            runtime::request!(#request -> #answer);
            #idempotency_key
        }
    }

    fn parameter_setters(&self, parameter: &Parameter, names: &ParameterNames) -> TokenStream {
        let ParameterNames { setter, maybe } = names;
        let docs = parameter_docs(parameter).outer();
        let taken = self
            .default_text(parameter.schema)
            .map(|default| format!(", and the server takes {default}"));
        let maybe_doc = format!(
            " Like [{}](Self::{setter}); `None` leaves it out{}.",
            code(setter.as_str()),
            taken.unwrap_or_default()
        );
        let deprecated = parameter.deprecated.then(|| quote!(#[deprecated]));
        let Input { ty, map, is_into, .. } = self.input(parameter.schema, &quote!(value), Site::Api);
        let value = if is_into {
            quote!(value)
        } else {
            quote!(value.map(#map))
        };
        let call = call(parameter, &self.ty(parameter.schema, Site::Api), &value);
        // A deprecated method must not call another one.
        let single = if parameter.deprecated {
            let value = if is_into {
                quote!(Some(value))
            } else {
                quote!(Some(value).map(#map))
            };
            let call = self::call(parameter, &self.ty(parameter.schema, Site::Api), &value);
            quote!(Self(self.0 #call))
        } else {
            quote!(self.#maybe(Some(value)))
        };
        quote! {
            #docs
            #deprecated
            pub fn #setter(self, value: #ty) -> Self {
                #single
            }
            #[doc = #maybe_doc]
            #deprecated
            pub fn #maybe(self, value: Option<#ty>) -> Self {
                Self(self.0 #call)
            }
        }
    }

    fn body_setters(&self, content: &Content, description: Option<&str>) -> TokenStream {
        let docs = Docs::default().theirs(description);
        let docs = if docs.is_empty() {
            docs.ours("What is sent.")
        } else {
            docs
        }
        .outer();
        let Body { argument, call } = self.body(content, &quote!(body));
        quote! {
            #docs
            pub fn body(self, body: #argument) -> Self {
                Self(self.0 #call)
            }
        }
    }

    fn credential_setter(&self, scheme: SchemeId, setter: &Ident) -> TokenStream {
        let constant = self.scheme_constant(scheme);
        let name = code(&self.api.security_schemes[scheme.0].name);
        let doc = format!(" The credential for {name}, instead of the client's.");
        let (arguments, credential) = credential(&self.api.security_schemes[scheme.0].kind);
        quote! {
            #[doc = #doc]
            pub fn #setter(self, #arguments) -> Self {
                Self(self.0.credential(&#constant, #credential))
            }
        }
    }

    /// The argument for a body, and how the call takes it; `name` is what the argument is called.
    fn body(&self, content: &Content, name: &TokenStream) -> Body {
        let media_type = &content.name;
        match content.media_type {
            MediaType::Json => {
                let call = if media_type == "application/json" {
                    quote!(.json(&#name))
                } else {
                    quote!(.json_as(#media_type, &#name))
                };
                Body {
                    argument: self.body_ty(content),
                    call,
                }
            }
            MediaType::Text => Body {
                argument: quote!(impl Into<String>),
                call: quote!(.text(#media_type, #name)),
            },
            MediaType::Bytes => Body {
                argument: quote!(impl Into<bytes::Bytes>),
                call: quote!(.bytes(#media_type, #name)),
            },
        }
    }

    /// The type of a body that is given as it is.
    fn body_ty(&self, content: &Content) -> TokenStream {
        match content.media_type {
            MediaType::Json => self.ty_or_null(content.schema, Site::Api),
            MediaType::Text => quote!(String),
            MediaType::Bytes => quote!(bytes::Bytes),
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

struct Body {
    argument: TokenStream,
    call: TokenStream,
}

/// What a user gives for a scheme, and the credential that it makes.
pub(super) fn credential(kind: &SecuritySchemeKind) -> (TokenStream, TokenStream) {
    match kind {
        SecuritySchemeKind::Basic => (
            quote!(username: impl Into<String>, password: impl Into<crate::Secret>),
            quote!(runtime::Credential::basic(username, password)),
        ),
        SecuritySchemeKind::Bearer => (
            quote!(token: impl Into<crate::Secret>),
            quote!(runtime::Credential::token(token)),
        ),
        SecuritySchemeKind::ApiKeyHeader(_)
        | SecuritySchemeKind::ApiKeyQuery(_)
        | SecuritySchemeKind::ApiKeyCookie(_) => (
            quote!(key: impl Into<crate::Secret>),
            quote!(runtime::Credential::token(key)),
        ),
    }
}

fn parameter_docs(parameter: &Parameter) -> Docs {
    let docs = Docs::default().theirs(parameter.description.as_deref());
    if docs.is_empty() {
        docs.ours(format!("The parameter {}.", code(&parameter.name)))
    } else {
        docs
    }
}

/// How a call takes a parameter of a type; an argument that is not of the type is converted on the way.
fn call(parameter: &Parameter, ty: &TokenStream, value: &TokenStream) -> TokenStream {
    let name = &parameter.name;
    let style = style(parameter.style);
    match (parameter.location, parameter.style) {
        (In::Path, Style::Simple { explode: false }) => quote!(.path::<#ty>(#name, #value)),
        (In::Path, _) => quote!(.path_as::<#ty>(#name, #style, #value)),
        (In::Query, _) if parameter.reserved => quote!(.query_reserved::<#ty>(#name, #style, #value)),
        (In::Query, Style::Form { explode: true }) => quote!(.query::<#ty>(#name, #value)),
        (In::Query, _) => quote!(.query_as::<#ty>(#name, #style, #value)),
        (In::Header, Style::Simple { explode: false }) => quote!(.header::<#ty>(#name, #value)),
        (In::Header, _) => quote!(.header_as::<#ty>(#name, #style, #value)),
        (In::Cookie, Style::Form { explode: true }) => quote!(.cookie::<#ty>(#name, #value)),
        (In::Cookie, _) => quote!(.cookie_as::<#ty>(#name, #style, #value)),
    }
}

fn style(style: Style) -> TokenStream {
    match style {
        Style::Simple { explode: false } => quote!(runtime::Style::Simple),
        Style::Simple { explode: true } => quote!(runtime::Style::SimpleExplode),
        Style::Label { explode: false } => quote!(runtime::Style::Label),
        Style::Label { explode: true } => quote!(runtime::Style::LabelExplode),
        Style::Matrix { explode: false } => quote!(runtime::Style::Matrix),
        Style::Matrix { explode: true } => quote!(runtime::Style::MatrixExplode),
        Style::Form { explode: false } => quote!(runtime::Style::Form),
        Style::Form { explode: true } => quote!(runtime::Style::FormExplode),
        Style::SpaceDelimited => quote!(runtime::Style::SpaceDelimited),
        Style::PipeDelimited => quote!(runtime::Style::PipeDelimited),
        Style::DeepObject => quote!(runtime::Style::DeepObject),
        Style::Json => quote!(runtime::Style::Json),
    }
}

/// Rustdoc takes no quotes, and no white space at the ends, in an alias.
fn is_doc_alias(id: &str) -> bool {
    !id.is_empty() && id.trim() == id && !id.contains(['"', '\''])
}

/// The header for an idempotency key, where the operation declares one.
fn idempotency_header(operation: &Operation) -> Option<&str> {
    let headers = operation
        .parameters
        .iter()
        .filter(|parameter| parameter.location == In::Header && !parameter.required);
    let names = headers.map(|parameter| parameter.name.as_str());
    names.into_iter().find(|name| {
        let name = name.to_ascii_lowercase();
        name == "idempotency-key" || name == "x-idempotency-key"
    })
}

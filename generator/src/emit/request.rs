//! The request of an operation: a setter for each optional input, and one for each credential.

use proc_macro2::TokenStream;
use quote::quote;

use super::body::Body;
use super::context::Context;
use super::docs::{Docs, code};
use super::input::{Input, Making};
use super::operation::takes_body;
use super::parameter::call;
use super::prose;
use super::ty::Site;
use crate::model::{Content, In, Operation, Parameter, SchemeId, SecurityScheme, SecuritySchemeKind};
use crate::names::{Ident, OperationNames, ParameterNames};

impl Context<'_> {
    pub(super) fn request(&self, operation: &Operation, names: &OperationNames, resource: &Ident) -> TokenStream {
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
        let others = operation.request_body.iter().filter(|_| !takes_body(operation));
        let others = others.flat_map(|body| &body.others).zip(&names.bodies);
        let others = others.map(|(content, body)| self.other_body_setter(content, &body.setter));
        let mut schemes: Vec<SchemeId> = operation.security.iter().flatten().copied().collect();
        schemes.sort_unstable();
        schemes.dedup();
        let credentials = schemes
            .iter()
            .map(|scheme| self.credential_setter(*scheme, &names.credentials[scheme.0], request));
        let setters: Vec<TokenStream> = setters.chain(body).chain(others).collect();
        let setters = (!setters.is_empty()).then(|| quote!(impl #request { #(#setters)* }));
        let answer = self.answer(operation, names);
        let alternatives = self.alternatives(operation, names);
        let pages = self.pages(operation, names);
        let idempotency_key = key.map(|_| quote!(runtime::idempotency_key!(#request);));
        quote! {
            #docs
            #[derive(Clone, Debug)]
            #[must_use = "a request does nothing until it is sent"]
            pub struct #request(runtime::Call);
            #setters
            runtime::request!(#request #answer);
            #(#credentials)*
            #pages
            #alternatives
            #idempotency_key
        }
    }

    fn parameter_setters(&self, parameter: &Parameter, names: &ParameterNames) -> TokenStream {
        let ParameterNames { setter, maybe } = names;
        let docs = self.parameter_docs(parameter).outer();
        let taken = self
            .default_text(parameter.schema)
            .map(|default| format!(", and the server takes {default}"));
        let maybe_doc = format!(
            " Like [{}](Self::{setter}); `None` leaves it out{}.",
            code(setter.as_str()),
            taken.unwrap_or_default()
        );
        let deprecated = parameter.deprecated.then(|| quote!(#[deprecated]));
        let Input { ty, map, making, .. } = self.input(parameter.schema, &quote!(value), Site::Api);
        let is_into = making == Making::Into;
        let value = if is_into {
            quote!(value)
        } else {
            quote!(value.map(#map))
        };
        let ty_of_value = self.ty(parameter.schema, Site::Api);
        let maybe_call = call(parameter, &ty_of_value, &value);
        // A deprecated method must not call another one.
        let single = if parameter.deprecated {
            let value = if is_into {
                quote!(Some(value))
            } else {
                quote!(Some(value).map(#map))
            };
            let call = call(parameter, &ty_of_value, &value);
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
                Self(self.0 #maybe_call)
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

    /// Sends the body in another media type.
    fn other_body_setter(&self, content: &Content, setter: &Ident) -> TokenStream {
        let Body { argument, call } = self.body(content, &quote!(body));
        let doc = format!("What is sent, as {}.", code(&content.name));
        let docs = Docs::default().ours(doc).outer();
        quote! {
            #docs
            pub fn #setter(self, body: #argument) -> Self {
                Self(self.0 #call)
            }
        }
    }

    fn credential_setter(&self, scheme: SchemeId, setter: &Ident, request: &Ident) -> TokenStream {
        let constant = self.scheme_constant(scheme);
        let SecurityScheme { name, kind, .. } = &self.api.security_schemes[scheme.0];
        // It is shown in backticks, which it cannot end.
        let name = prose::plain(name).replace('`', "'");
        let kind = match kind {
            SecuritySchemeKind::Basic => quote!(basic),
            SecuritySchemeKind::Bearer | SecuritySchemeKind::OAuth2 { .. } => quote!(token),
            SecuritySchemeKind::ApiKeyHeader(_)
            | SecuritySchemeKind::ApiKeyQuery(_)
            | SecuritySchemeKind::ApiKeyCookie(_) => quote!(key),
        };
        quote!(runtime::credential!(#request, #setter: #kind for #constant, #name);)
    }
}

/// What a user gives for a scheme, and the credential that it makes.
pub(super) fn credential(kind: &SecuritySchemeKind) -> (TokenStream, TokenStream) {
    match kind {
        SecuritySchemeKind::Basic => (
            quote!(username: impl Into<String>, password: impl Into<crate::Secret>),
            quote!(runtime::Credential::basic(username, password)),
        ),
        SecuritySchemeKind::Bearer | SecuritySchemeKind::OAuth2 { .. } => {
            (quote!(token: impl Into<crate::Credential>), quote!(token.into()))
        }
        SecuritySchemeKind::ApiKeyHeader(_)
        | SecuritySchemeKind::ApiKeyQuery(_)
        | SecuritySchemeKind::ApiKeyCookie(_) => (quote!(key: impl Into<crate::Credential>), quote!(key.into())),
    }
}

/// The header for an idempotency key, where the operation declares one.
pub(super) fn idempotency_header(operation: &Operation) -> Option<&str> {
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

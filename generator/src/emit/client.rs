//! The client and its builder: servers and credentials.

use foldhash::HashSet;
use proc_macro2::TokenStream;
use quote::quote;

use super::context::Context;
use super::docs::{Docs, code};
use super::operation::policy;
use super::request::credential;
use super::{Emitted, prose, rust};
use crate::model::{Retries, SecurityScheme, SecuritySchemeKind, Server, ServerVariable};
use crate::names::{Ident, SchemeNames, ServerNames};

pub(super) fn file(context: &Context<'_>) -> Emitted {
    let title = &context.api.title;
    let inner = Docs::default()
        .ours(prose::line(&format!("The client of {title}.")))
        .inner();
    let client = client(context, title);
    let builder = builder(context);
    let server = (context.api.servers.len() > 1).then(|| server_enum(context));
    let data = data(context);
    rust(
        format!("{}client.rs", context.folder()),
        quote!(#inner use crate::runtime; #client #builder #server #data),
    )
}

fn client(context: &Context<'_>, title: &str) -> TokenStream {
    let docs = Docs::default()
        .ours(prose::line(&format!("A client of {title}.")))
        .ours("Cheap to clone: clones share the connections and the retry budget.")
        .outer();
    let accessors = context.resources().into_iter().map(|(resource, names)| {
        let (accessor, module, ident) = (&names.accessor, &names.module, &names.ident);
        let docs = Docs::default()
            .ours(format!("The operations of the tag {}.", code(&resource.tag)))
            .outer();
        quote! {
            #docs
            #[must_use]
            pub fn #accessor(&self) -> super::#module::#ident {
                super::#module::#ident::new(&self.core)
            }
        }
    });
    quote! {
        #docs
        #[derive(Clone, Debug)]
        pub struct Client {
            core: runtime::Client,
        }
        impl Client {
            #[doc = " Begins a client."]
            pub fn builder() -> ClientBuilder {
                ClientBuilder { core: runtime::ClientBuilder::new(&API) }
            }
            #(#accessors)*
        }
    }
}

fn builder(context: &Context<'_>) -> TokenStream {
    let schemes = context.api.security_schemes.iter().zip(&context.names.schemes);
    let credentials = schemes.map(|(scheme, names)| credential_setter(scheme, names));
    let server = (context.api.servers.len() > 1).then(|| {
        quote! {
            #[doc = " Chooses one of the servers of the description; the first is the default."]
            pub fn server(self, server: Server) -> Self {
                Self { core: self.core.server(server.index()) }
            }
        }
    });
    let variables = server_variables(context);
    let variables = variables
        .iter()
        .map(|(variable, setter)| variable_setter(variable, setter));
    let credentials = credentials.chain(from_env(context));
    let setters: Vec<TokenStream> = credentials.chain(server).chain(variables).collect();
    let setters = (!setters.is_empty()).then(|| quote!(impl ClientBuilder { #(#setters)* }));
    quote! {
        #[doc = " The settings of a [`Client`] to be."]
        #[derive(Clone, Debug)]
        #[must_use = "settings do nothing until the client is built"]
        pub struct ClientBuilder {
            core: runtime::ClientBuilder,
        }
        #setters
        runtime::client_builder!(ClientBuilder -> Client);
    }
}

fn credential_setter(scheme: &SecurityScheme, names: &SchemeNames) -> TokenStream {
    let SchemeNames { setter, constant, .. } = names;
    let what = match &scheme.kind {
        SecuritySchemeKind::Bearer => "the bearer token, sent as `Authorization: Bearer ...`".to_owned(),
        SecuritySchemeKind::OAuth2 { .. } => {
            "an access token, sent as `Authorization: Bearer ...`, or [`ClientCredentials`](crate::ClientCredentials) to get \
             tokens with"
                .to_owned()
        }
        SecuritySchemeKind::Basic => "user name and password, sent as `Authorization: Basic ...`".to_owned(),
        SecuritySchemeKind::ApiKeyHeader(name) => format!("the API key, sent in the header {}", code(name)),
        SecuritySchemeKind::ApiKeyQuery(name) => format!("the API key, sent in the query parameter {}", code(name)),
        SecuritySchemeKind::ApiKeyCookie(name) => format!("the API key, sent in the cookie {}", code(name)),
    };
    let docs = Docs::default()
        .ours(format!("The credential for {}: {what}.", code(&scheme.name)))
        .theirs(scheme.description.as_deref());
    let docs = scopes(&scheme.kind, docs).outer();
    let (arguments, credential) = credential(&scheme.kind);
    quote! {
        #docs
        pub fn #setter(self, #arguments) -> Self {
            Self { core: self.core.credential(&#constant, #credential) }
        }
    }
}

/// The credentials that the environment has, for users who choose to take them from there.
fn from_env(context: &Context<'_>) -> Option<TokenStream> {
    let schemes: Vec<_> = context
        .api
        .security_schemes
        .iter()
        .zip(&context.names.schemes)
        .collect();
    if schemes.is_empty() {
        return None;
    }
    let docs =
        Docs::default().ours("Takes the credentials that environment variables hold; what is not set is left out:");
    let lines = schemes.iter().enumerate().map(|(index, (scheme, names))| {
        let variable = context.variable(names);
        let variables = match &scheme.kind {
            SecuritySchemeKind::Basic => format!("`{variable}_USERNAME` and `{variable}_PASSWORD`"),
            SecuritySchemeKind::OAuth2 { .. } => {
                format!("`{variable}`, or `{variable}_CLIENT_ID` and `{variable}_CLIENT_SECRET`")
            }
            _ => format!("`{variable}`"),
        };
        (index, format!("- {variables} for {}", code(&scheme.name)))
    });
    let docs = lines.fold(
        docs,
        |docs, (index, line)| {
            if index == 0 { docs.ours(line) } else { docs.line(line) }
        },
    );
    let docs = docs.outer();
    let calls = schemes.iter().map(|(scheme, names)| {
        let (constant, variable) = (&names.constant, context.variable(names));
        match &scheme.kind {
            SecuritySchemeKind::Basic => quote!(.basic_from_env(&#constant, #variable)),
            SecuritySchemeKind::OAuth2 { .. } => quote!(.client_credentials_from_env(&#constant, #variable)),
            _ => quote!(.credential_from_env(&#constant, #variable)),
        }
    });
    Some(quote! {
        #docs
        pub fn credentials_from_env(self) -> Self {
            Self { core: self.core #(#calls)* }
        }
    })
}

/// What a client can ask for.
fn scopes(kind: &SecuritySchemeKind, docs: Docs) -> Docs {
    let SecuritySchemeKind::OAuth2 { scopes, .. } = kind else {
        return docs;
    };
    let lines = scopes.iter().map(|(scope, about)| {
        let about = prose::one_line(about);
        let colon = if about.is_empty() { "" } else { ": " };
        format!("- scope {}{colon}{about}", code(scope))
    });
    lines.enumerate().fold(
        docs,
        |docs, (index, line)| {
            if index == 0 { docs.ours(line) } else { docs.line(line) }
        },
    )
}

/// Each variable of the servers once, with its setter.
fn server_variables<'a>(context: &Context<'a>) -> Vec<(&'a ServerVariable, &'a Ident)> {
    let mut variables: Vec<(&ServerVariable, &Ident)> = Vec::new();
    let mut known = HashSet::default();
    for (server, names) in context.api.servers.iter().zip(&context.names.servers) {
        for (variable, setter) in server.variables.iter().zip(&names.variables) {
            if known.insert(setter) {
                variables.push((variable, setter));
            }
        }
    }
    variables
}

fn variable_setter(variable: &ServerVariable, setter: &Ident) -> TokenStream {
    let name = &variable.name;
    let mut about = format!("Fills in {} in the address of the server", code(name));
    if !variable.default.is_empty() {
        about = format!("{about}; {} by default", code(&variable.default));
    }
    if !variable.values.is_empty() {
        let values: Vec<String> = variable.values.iter().map(|value| code(value)).collect();
        about = format!("{about}. One of {}", values.join(", "));
    }
    let docs = Docs::default()
        .ours(format!("{about}."))
        .theirs(variable.description.as_deref())
        .outer();
    quote! {
        #docs
        pub fn #setter(self, value: impl Into<String>) -> Self {
            Self { core: self.core.server_variable(#name, value) }
        }
    }
}

fn server_enum(context: &Context<'_>) -> TokenStream {
    let servers = context.api.servers.iter().zip(&context.names.servers);
    let variants = servers.clone().map(|(server, ServerNames { variant, .. })| {
        let docs = Docs::default()
            .ours(format!("{}.", code(&server.url)))
            .theirs(server.description.as_deref())
            .outer();
        quote!(#docs #variant,)
    });
    let arms = servers.enumerate().map(|(index, (_, ServerNames { variant, .. }))| {
        let index = proc_macro2::Literal::usize_unsuffixed(index);
        quote!(Self::#variant => #index,)
    });
    quote! {
        #[doc = " The servers of the description."]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Server {
            #(#variants)*
        }
        impl Server {
            fn index(self) -> usize {
                match self {
                    #(#arms)*
                }
            }
        }
    }
}

fn data(context: &Context<'_>) -> TokenStream {
    let title = prose::plain(&context.api.title);
    let servers = context.api.servers.iter().map(server_data);
    let schemes = context
        .api
        .security_schemes
        .iter()
        .zip(&context.names.schemes)
        .map(|(scheme, names)| {
            let (constant, name) = (&names.constant, &scheme.name);
            let kind = match &scheme.kind {
                SecuritySchemeKind::Bearer => quote!(Bearer),
                SecuritySchemeKind::OAuth2 { token_url, .. } => quote!(OAuth2 { token_url: #token_url }),
                SecuritySchemeKind::Basic => quote!(Basic),
                SecuritySchemeKind::ApiKeyHeader(name) => quote!(ApiKeyHeader(#name)),
                SecuritySchemeKind::ApiKeyQuery(name) => quote!(ApiKeyQuery(#name)),
                SecuritySchemeKind::ApiKeyCookie(name) => quote!(ApiKeyCookie(#name)),
            };
            quote! {
                pub(super) static #constant: runtime::SecurityScheme = runtime::SecurityScheme {
                    name: #name,
                    kind: runtime::SchemeKind::#kind,
                };
            }
        });
    let is_used = |retries: &&Retries| {
        let mut operations = context.api.operations();
        operations.any(|(_, operation)| operation.retries.as_ref() == Some(retries))
    };
    let retries = context.api.retries.as_ref().filter(is_used).map(|retries| {
        let policy = policy(retries);
        quote!(pub(super) static RETRIES: runtime::retry::Policy = #policy;)
    });
    quote! {
        static API: runtime::Api = runtime::Api {
            name: #title,
            servers: &[#(#servers),*],
            user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
        };
        #retries
        #(#schemes)*
    }
}

pub(super) fn server_data(server: &Server) -> TokenStream {
    let url = &server.url;
    let variables = server.variables.iter().map(
        |ServerVariable {
             name, default, values, ..
         }| { quote!(runtime::ServerVariable { name: #name, default: #default, values: &[#(#values),*] }) },
    );
    quote!(runtime::Server { url: #url, variables: &[#(#variables),*] })
}

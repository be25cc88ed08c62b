//! Servers, their variables, and security schemes: what the builder of a client has setters for.

use super::collide::{Wish, distinct, distinct_or_else};
use super::{Ident, SchemeNames, ServerNames};
use crate::config;
use crate::diagnostic::Report;
use crate::model::{Api, Server};

/// Methods of the builder beside those for credentials and server variables.
const RESERVED: &[&str] = &[
    "build",
    "base_url",
    "allow_plain_http",
    "credentials_from_env",
    "timeout",
    "connect_timeout",
    "total_timeout",
    "read_timeout",
    "retries",
    "retry_budget",
    "max_response_size",
    "max_error_size",
    "header",
    "hook",
    "user_agent",
    "reqwest_client",
    "transport",
    "server",
    "new",
    "clone",
    "clone_from",
    "into",
    "try_into",
    "to_owned",
    "borrow",
];

pub(super) fn schemes(api: &Api, settings: &config::Api, report: &mut Report) -> Vec<SchemeNames> {
    let wish = |scheme: &crate::model::SecurityScheme| Wish {
        name: Ident::snake(&scheme.name),
        key: scheme.name.clone(),
        place: scheme.place.clone(),
    };
    let wishes: Vec<Wish> = api.security_schemes.iter().map(wish).collect();
    let setters = distinct(&wishes, RESERVED, report);
    setters
        .into_iter()
        .zip(&api.security_schemes)
        .map(|(setter, scheme)| SchemeNames {
            constant: constant(&setter),
            variable: settings.variable(&scheme.name).map(str::to_owned),
            setter,
        })
        .collect()
}

/// The constant for a scheme. It stands beside those of the client itself.
fn constant(setter: &Ident) -> Ident {
    let constant = Ident::shouty(setter.as_str());
    if ["API", "RETRIES"].contains(&constant.as_str()) {
        constant.with_underscore()
    } else {
        constant
    }
}

pub(super) fn servers(api: &Api, report: &mut Report) -> Vec<ServerNames> {
    let wish = |(index, server): (usize, &Server)| Wish {
        name: Ident::camel(&server_text(server)),
        key: format!("{index:04}"),
        place: server.place.clone(),
    };
    let wishes: Vec<Wish> = api.servers.iter().enumerate().map(wish).collect();
    let others: Vec<Option<Ident>> = api.servers.iter().map(with_scheme).collect();
    let variants = distinct_or_else(&wishes, &others, &[], report);
    let variables = |server: &Server| {
        let variable = |variable: &crate::model::ServerVariable| Ident::snake(&variable.name).with_prefix("server_");
        server.variables.iter().map(variable).collect()
    };
    api.servers
        .iter()
        .zip(variants)
        .map(|(server, variant)| ServerNames {
            variant,
            variables: variables(server),
        })
        .collect()
}

/// What a server is called beside another of its name: many a host stands in a description with `http` and with `https`.
fn with_scheme(server: &Server) -> Option<Ident> {
    let (scheme, _) = server.url.split_once("://")?;
    Some(Ident::camel(&format!("{} {scheme}", server_text(server))))
}

/// What a server is called: a short description, or else its host.
fn server_text(server: &Server) -> String {
    let description = server
        .description
        .as_deref()
        .unwrap_or_default()
        .trim()
        .trim_end_matches('.');
    let words: Vec<&str> = description.split_whitespace().collect();
    if (1..=4).contains(&words.len()) {
        let telling = words.iter().filter(|word| !word.eq_ignore_ascii_case("server"));
        let telling: Vec<&str> = telling.copied().collect();
        return if telling.is_empty() {
            "main".to_owned()
        } else {
            telling.join(" ")
        };
    }
    let rest = server
        .url
        .split_once("://")
        .map_or(server.url.as_str(), |(_, rest)| rest);
    let host = rest.split(['/', ':']).next().unwrap_or_default();
    if host.is_empty() {
        "main".to_owned()
    } else {
        host.replace(['{', '}'], " ")
    }
}

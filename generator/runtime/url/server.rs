//! Servers of a description.

use crate::runtime::{Server, ServerVariable};

/// The URL of a server, with its variables filled in: the values given for them, or else their defaults.
pub(crate) fn server_url(server: &Server, given: &[(&'static str, String)]) -> Result<String, String> {
    let mut url = server.url.to_owned();
    for variable in server.variables {
        let placeholder = format!("{{{}}}", variable.name);
        let value = match given.iter().rev().find(|(name, _)| *name == variable.name) {
            Some((_, value)) => checked(variable, value, authority(server.url).contains(&placeholder))?,
            None => variable.default,
        };
        url = url.replace(&placeholder, value);
    }
    Ok(url)
}

/// Refuses a value that would turn the URL into one of another place.
fn checked<'a>(variable: &ServerVariable, value: &'a str, is_in_authority: bool) -> Result<&'a str, String> {
    if !variable.values.is_empty() && !variable.values.contains(&value) {
        return Err(format!(
            "the server variable `{}` must be one of: {}",
            variable.name,
            variable.values.join(", ")
        ));
    }
    let is_forbidden = |c: char| "@?#\\{}".contains(c) || c.is_whitespace() || (is_in_authority && c == '/');
    if value.contains(is_forbidden) {
        return Err(format!(
            "the server variable `{}` has a character that it must not have",
            variable.name
        ));
    }
    Ok(value)
}

/// Host and port of a URL; empty where it has none of its own.
fn authority(url: &str) -> &str {
    let (_, rest) = url.split_once("://").unwrap_or_default();
    rest.split('/').next().unwrap_or_default()
}

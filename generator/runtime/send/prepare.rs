//! From a call to a request.

use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, COOKIE, PROXY_AUTHORIZATION, USER_AGENT};
use http::{HeaderMap, HeaderName, HeaderValue, Method};
use reqwest::Url;

use crate::runtime::credential::{Carried, Obtained, apply};
use crate::runtime::url::{base_url, join, render_path, server_url};
use crate::runtime::{Call, Error, Request, Result, SchemeKind, retry};

/// Builds the request of a call with these credentials, or says what is wrong with it.
pub(crate) fn prepare(call: &Call, credentials: &[Obtained]) -> Result<Request> {
    request(call, credentials).map_err(|problem| Error::build(problem).of(call.operation, 0))
}

fn request(call: &Call, credentials: &[Obtained]) -> std::result::Result<Request, String> {
    if let Some(problem) = &call.problem {
        return Err(problem.clone());
    }
    let method = Method::from_bytes(call.operation.method.as_bytes()).map_err(|error| error.to_string())?;
    let carried = apply(credentials)?;
    let url = url(call, &carried)?;
    let headers = headers(call, carried)?;
    let body = call
        .body
        .as_ref()
        .map(|payload| payload.body.clone())
        .unwrap_or_default();
    if body.is_spent() {
        return Err("the body is a stream, which has been sent already".to_owned());
    }
    Ok(Request {
        method,
        url,
        headers,
        body,
    })
}

fn url(call: &Call, carried: &Carried) -> std::result::Result<Url, String> {
    // only where used: pages
    if let Some(next) = &call.next_page {
        return Ok(next_page(next, carried));
    }
    // end: pages
    let path = render_path(call.operation.path, &call.path)?;
    let pairs = call.query.iter().map(|pair| &pair.text).chain(&carried.query);
    let query: Vec<&str> = pairs.map(String::as_str).collect();
    join(&base(call)?, &path, &query)
}

// only where used: pages
/// The URL of a page as the server gave it, with the credentials that travel in the query, unless it has them.
fn next_page(url: &Url, carried: &Carried) -> Url {
    let mut url = url.clone();
    for pair in &carried.query {
        let (name, _) = pair.split_once('=').unwrap_or((pair, ""));
        let query = url.query().unwrap_or_default();
        if query.split('&').all(|known| known.split('=').next() != Some(name)) {
            let separator = if query.is_empty() { "" } else { "&" };
            let query = format!("{query}{separator}{pair}");
            url.set_query(Some(&query));
        }
    }
    url
}
// end: pages

/// The base URL of the client, unless the operation has servers of its own.
fn base(call: &Call) -> std::result::Result<Url, String> {
    let client = &*call.client.0;
    match call.operation.servers.first() {
        Some(server) if !client.is_base_given => {
            let url = server_url(server, &client.settings.server_variables)?;
            // A relative one stands beside the servers of the API.
            let url = client
                .base
                .join(&url)
                .map_err(|error| format!("the server of the operation: {error}"))?;
            base_url(url.as_str(), client.settings.allow_plain_http)
        }
        _ => Ok(client.base.clone()),
    }
}

/// Headers from the most special to the most general: those of the request, of its credentials, of the client, of the
/// runtime. One that is there is not replaced.
fn headers(call: &Call, carried: Carried) -> std::result::Result<HeaderMap, String> {
    let client = &*call.client.0;
    let mut headers = call.headers.clone();
    if let Some(name) = call.operation.idempotency_header {
        let key = call.idempotency_key.clone().unwrap_or_else(retry::key);
        default_header(&mut headers, name, &key)?;
    }
    if let Some(body) = &call.body {
        headers.entry(CONTENT_TYPE).or_insert_with(|| body.content_type.clone());
    }
    for (name, value) in carried.headers.iter().chain(&client.settings.headers) {
        headers.entry(name).or_insert_with(|| value.clone());
    }
    default_header(&mut headers, ACCEPT.as_str(), call.operation.accept)?;
    default_header(&mut headers, USER_AGENT.as_str(), client.api.user_agent)?;
    join_cookies(
        &mut headers,
        call.cookies.iter().map(|pair| pair.text.clone()).chain(carried.cookies),
    )?;
    mark_sensitive(&mut headers, call);
    Ok(headers)
}

fn default_header(headers: &mut HeaderMap, name: &str, value: &str) -> std::result::Result<(), String> {
    let name = HeaderName::from_bytes(name.as_bytes()).map_err(|_| format!("{name:?} is not a header name"))?;
    if !headers.contains_key(&name) {
        let value = HeaderValue::from_str(value)
            .map_err(|_| format!("the header `{name}`: it has a character that a header cannot have"))?;
        headers.insert(name, value);
    }
    Ok(())
}

/// All cookies go into one header (RFC 6265 section 5.4), those of a header that was given included.
fn join_cookies(headers: &mut HeaderMap, cookies: impl Iterator<Item = String>) -> std::result::Result<(), String> {
    let given = headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok().map(str::to_owned));
    let cookies: Vec<String> = given.chain(cookies).collect();
    if !cookies.is_empty() {
        let value = HeaderValue::from_str(&cookies.join("; "))
            .map_err(|_| "a cookie has a character that a header cannot have".to_owned())?;
        headers.insert(COOKIE, value);
    }
    Ok(())
}

/// Marks the headers that hold a credential, also where one was given as an ordinary header: their values are not shown,
/// and HTTP/2 does not keep them in its tables.
fn mark_sensitive(headers: &mut HeaderMap, call: &Call) {
    let schemes = call.operation.security.iter().flat_map(|set| set.iter());
    let names: Vec<&str> = schemes.filter_map(|scheme| header_of(scheme.kind)).collect();
    for (name, value) in headers.iter_mut() {
        let is_common = [AUTHORIZATION, PROXY_AUTHORIZATION, COOKIE].contains(name);
        if is_common || names.iter().any(|known| name.as_str().eq_ignore_ascii_case(known)) {
            value.set_sensitive(true);
        }
    }
}

fn header_of(kind: SchemeKind) -> Option<&'static str> {
    match kind {
        SchemeKind::ApiKeyHeader(name) => Some(name),
        _ => None,
    }
}

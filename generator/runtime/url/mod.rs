//! From servers and templates to URLs.

pub(crate) mod base;
mod path;
mod server;

pub(crate) use self::base::base_url;
pub(crate) use self::path::render_path;
pub(crate) use self::server::server_url;

use reqwest::Url;

/// Joins a base URL, a rendered path and the pairs of a query. The path of the base is kept.
pub(crate) fn join(base: &Url, path: &str, query: &[&str]) -> Result<Url, String> {
    // Some descriptions tell operations apart by a fragment, which is never sent.
    let (path, _) = path.split_once('#').unwrap_or((path, ""));
    let mut url = format!(
        "{}/{}",
        base.as_str().trim_end_matches('/'),
        path.trim_start_matches('/')
    );
    if !query.is_empty() {
        // A path template should have no query of its own, but some do.
        url.push(if path.contains('?') { '&' } else { '?' });
        url.push_str(&query.join("&"));
    }
    Url::parse(&url).map_err(|error| format!("the URL is not valid: {error}"))
}

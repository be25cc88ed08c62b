//! Which base URLs are accepted.

use reqwest::Url;

/// Checks a base URL. Messages do not repeat it, since what is wrong with it can be a password.
pub(crate) fn base_url(text: &str, allow_plain_http: bool) -> Result<Url, String> {
    let url = Url::parse(text).map_err(|error| format!("the base URL is not valid: {error}"))?;
    if url.query().is_some() || url.fragment().is_some() {
        return Err("the base URL must have neither query nor fragment".to_owned());
    }
    match is_safe(&url, allow_plain_http) {
        Ok(()) => Ok(url),
        Err(problem) => Err(format!("the base URL {problem}")),
    }
}

/// Whether credentials may be sent to a URL, or why not.
pub(crate) fn is_safe(url: &Url, allow_plain_http: bool) -> Result<(), &'static str> {
    if !matches!(url.scheme(), "https" | "http") {
        Err("must be https")
    } else if !url.username().is_empty() || url.password().is_some() {
        Err("must not contain user info")
    } else if url.scheme() == "http" && !allow_plain_http && !is_loopback(url) {
        Err("is plain http, which sends credentials in the clear: use https or allow_plain_http(true)")
    } else {
        Ok(())
    }
}

/// Whether a URL stays on this machine: an address of the loopback, or a name that never leads elsewhere (RFC 6761
/// section 6.3).
fn is_loopback(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    let address = host
        .trim_start_matches('[')
        .trim_end_matches(']')
        .parse::<std::net::IpAddr>();
    address.map_or_else(
        |_| host == "localhost" || host.ends_with(".localhost"),
        |address| address.is_loopback(),
    )
}

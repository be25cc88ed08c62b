//! Redirects.
//!
//! Only those of `GET` and `HEAD` to the same origin are followed. Elsewhere, the credentials would go to somebody else;
//! and a request that changes something is not to be repeated at an address that its caller has not chosen.

use http::header::LOCATION;
use http::{Method, StatusCode};
use reqwest::Url;

use crate::runtime::head::Head;
use crate::runtime::{Error, ErrorKind, Request, Result};

/// How many redirects in a row are followed.
pub(super) const MOST_REDIRECTS: usize = 10;

/// Whether a response says to go elsewhere (RFC 9110 section 15.4).
pub(super) fn is_redirect(head: &Head) -> bool {
    const KINDS: [StatusCode; 5] = [
        StatusCode::MOVED_PERMANENTLY,
        StatusCode::FOUND,
        StatusCode::SEE_OTHER,
        StatusCode::TEMPORARY_REDIRECT,
        StatusCode::PERMANENT_REDIRECT,
    ];
    KINDS.contains(&head.status) && head.headers.contains_key(LOCATION)
}

/// The request to send next.
pub(super) fn next_hop(request: Request, head: Head) -> Result<Request> {
    match target(&request, &head) {
        Ok(url) => Ok(Request { url, ..request }),
        Err(reason) => Err(Error::new(ErrorKind::Redirect)
            .with_detail(reason)
            .with_answer(head, bytes::Bytes::new())),
    }
}

fn target(request: &Request, head: &Head) -> std::result::Result<Url, &'static str> {
    if !matches!(request.method, Method::GET | Method::HEAD) {
        return Err("only GET and HEAD are redirected");
    }
    let location = head.header(LOCATION.as_str()).ok_or("the location is not text")?;
    same_origin(&request.url, location)
}

/// The URL that a server gives in the answer to a request, if the credentials of that may go there.
pub(crate) fn same_origin(from: &Url, target: &str) -> std::result::Result<Url, &'static str> {
    let url = from.join(target).map_err(|_| "the location is not a URL")?;
    let has_user_info = !url.username().is_empty() || url.password().is_some();
    if url.origin() != from.origin() || has_user_info {
        return Err("to another origin");
    }
    Ok(url)
}

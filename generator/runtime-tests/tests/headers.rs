//! Headers that a description declares for its answers.

use http::{HeaderMap, HeaderName, HeaderValue};
use oasmith_runtime::{ErrorKind, Header};

const LEFT: Header<i64> = Header::new("X-RateLimit-Remaining");
const CACHED: Header<bool> = Header::new("X-Cached");
const LINK: Header<String> = Header::new("Link");

fn headers(pairs: &[(&'static str, &'static [u8])]) -> HeaderMap {
    let pairs = pairs.iter();
    pairs.fold(HeaderMap::new(), |mut headers, (name, value)| {
        headers.append(HeaderName::from_static(name), HeaderValue::from_bytes(value).unwrap());
        headers
    })
}

#[test]
fn a_header_has_its_type() {
    let headers = headers(&[
        ("x-ratelimit-remaining", b" 7 "),
        ("x-cached", b"true"),
        ("link", b"<a>"),
    ]);
    assert_eq!(LEFT.read(&headers).unwrap(), Some(7));
    assert_eq!(CACHED.read(&headers).unwrap(), Some(true));
    assert_eq!(LINK.read(&headers).unwrap().as_deref(), Some("<a>"));
    assert_eq!(LINK.read(&HeaderMap::new()).unwrap(), None);
    assert_eq!(LINK.name(), "Link");
}

#[test]
fn lines_of_one_name_are_one_value() {
    let headers = headers(&[("link", b"<a>"), ("link", "<é>".as_bytes())]);
    assert_eq!(LINK.read(&headers).unwrap().as_deref(), Some("<a>, <é>"));
}

#[test]
fn what_cannot_be_read_is_an_error_that_does_not_show_it() {
    let secret = headers(&[("x-ratelimit-remaining", b"secret"), ("link", b"\xFF")]);
    let error = LEFT.read(&secret).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.to_string().contains("`X-RateLimit-Remaining`"), "{error}");
    assert!(!format!("{error:?}").contains("secret"));
    assert_eq!(LINK.read(&secret).unwrap_err().kind(), ErrorKind::Decode);
}

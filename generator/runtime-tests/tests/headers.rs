//! Headers that a description declares for its answers.

use http::{HeaderMap, HeaderName, HeaderValue};
use oasmith_runtime::{ErrorKind, Header, Map};

const LEFT: Header<i64> = Header::new("X-RateLimit-Remaining");
const CACHED: Header<bool> = Header::new("X-Cached");
const LINK: Header<String> = Header::new("Link");

const COLORS: Header<Vec<String>> = Header::list("X-Colors");
const COUNTS: Header<Vec<i32>> = Header::list("X-Counts");
const RGB: Header<Map<i32>> = Header::object("X-Rgb");
const EXPLODED: Header<Map<i32>> = Header::exploded_object("X-Rgb");
const JSON: Header<Vec<Option<bool>>> = Header::json("X-Json");

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

#[test]
fn lists_and_objects_are_read_by_their_style() {
    let colors = |value| COLORS.read(&headers(&[("x-colors", value)])).unwrap().unwrap();
    assert_eq!(colors(b"blue,black, brown"), ["blue", "black", "brown"]);
    assert_eq!(colors(b"blue"), ["blue"]);
    assert_eq!(colors(b""), [""; 0]);
    let several = headers(&[("x-counts", b"1"), ("x-counts", b"2,3")]);
    assert_eq!(COUNTS.read(&several).unwrap(), Some(vec![1, 2, 3]));
    let rgb = Map::from([("R".to_owned(), 100), ("G".to_owned(), 200)]);
    assert_eq!(
        RGB.read(&headers(&[("x-rgb", b"R,100,G,200")])).unwrap(),
        Some(rgb.clone())
    );
    assert_eq!(
        EXPLODED.read(&headers(&[("x-rgb", b"R=100, G=200")])).unwrap(),
        Some(rgb)
    );
    for wrong in [b"R,100,G".as_slice(), b"R", b"R,x"] {
        assert!(RGB.read(&headers(&[("x-rgb", wrong)])).is_err());
        assert!(EXPLODED.read(&headers(&[("x-rgb", wrong)])).is_err());
    }
    let json = |value| JSON.read(&headers(&[("x-json", value)]));
    assert_eq!(json(b"[true, null]").unwrap(), Some(vec![Some(true), None]));
    assert!(json(b"[\"true\"]").is_err());
}

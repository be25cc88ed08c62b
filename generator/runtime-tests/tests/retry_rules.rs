//! The rules behind retries that depend on nothing else.

use std::time::{Duration, SystemTime};

use http::{HeaderMap, HeaderName, HeaderValue, Method};
use oasmith_runtime::runtime::retry::{Policy, is_repeatable, retry_after, seconds_since_epoch};

#[test]
fn waits_grow_up_to_a_cap() {
    let longest: Vec<_> = (1..=7)
        .map(|attempts| Policy::DEFAULT.backoff(attempts, 1.0).as_millis())
        .collect();
    assert_eq!(longest, [500, 1000, 2000, 4000, 8000, 8000, 8000]);
    assert_eq!(Policy::DEFAULT.backoff(u32::MAX, 1.0), Duration::from_secs(8));
    assert_eq!(Policy::DEFAULT.backoff(3, 0.5), Duration::from_secs(1));
    assert_eq!(Policy::DEFAULT.backoff(3, 0.0), Duration::ZERO);
}

#[test]
fn statuses_and_methods() {
    let retryable: Vec<_> = (100..600)
        .filter(|status| Policy::DEFAULT.allows_status(*status))
        .collect();
    assert_eq!(retryable, [408, 429, 500, 502, 503, 504]);
    for (method, expected) in [
        (Method::GET, true),
        (Method::HEAD, true),
        (Method::PUT, true),
        (Method::DELETE, true),
        (Method::OPTIONS, true),
        (Method::POST, false),
        (Method::PATCH, false),
    ] {
        assert_eq!(is_repeatable(&method), expected, "{method}");
    }
}

#[test]
fn dates_of_headers() {
    for (date, seconds) in [
        ("Thu, 01 Jan 1970 00:00:00 GMT", Some(0)),
        ("Sun, 06 Nov 1994 08:49:37 GMT", Some(784_111_777)),
        ("Tue, 29 Feb 2000 12:00:00 GMT", Some(951_825_600)),
        ("Wed, 31 Dec 1969 23:59:59 GMT", None),
        ("Thu, 29 Feb 2024 23:59:59 GMT", Some(1_709_251_199)),
        ("Fri, 01 Mar 2024 00:00:00 GMT", Some(1_709_251_200)),
        ("Sat, 31 Dec 2016 23:59:60 GMT", Some(1_483_228_800)),
        ("Fri, 31 Dec 9999 23:59:59 GMT", Some(253_402_300_799)),
        ("Sunday, 06-Nov-94 08:49:37 GMT", None),
        ("Sun, 06 Nov 1994 08:49:37 CET", None),
        ("Sun, 06 Nov 1994 24:49:37 GMT", None),
        ("Sun, 06 Foo 1994 08:49:37 GMT", None),
        ("Sun, -6 Nov 1994 08:49:37 GMT", None),
        ("Sun, 06 Nov 99999999999999999999 08:49:37 GMT", None),
        ("Sun, 00 Nov 1994 08:49:37 GMT", None),
        ("", None),
    ] {
        assert_eq!(seconds_since_epoch(date), seconds, "{date}");
    }
}

fn asked(headers: &[(&'static str, &str)]) -> Option<Duration> {
    let pair =
        |(name, value): &(&'static str, &str)| (HeaderName::from_static(name), HeaderValue::from_str(value).unwrap());
    retry_after(&headers.iter().map(pair).collect::<HeaderMap>())
}

#[test]
fn each_form_of_retry_after() {
    let seconds = |seconds| Some(Duration::from_secs(seconds));
    assert_eq!(asked(&[("retry-after", "3")]), seconds(3));
    assert_eq!(asked(&[("retry-after", " 0 ")]), seconds(0));
    assert_eq!(asked(&[("retry-after", "1.5")]), Some(Duration::from_millis(1500)));
    assert_eq!(asked(&[("retry-after-ms", "250")]), Some(Duration::from_millis(250)));
    assert_eq!(
        asked(&[("retry-after", "3"), ("retry-after-ms", "250")]),
        Some(Duration::from_millis(250))
    );
    assert_eq!(asked(&[("retry-after", "3"), ("retry-after-ms", "x")]), seconds(3));

    let date = ("date", "Sun, 06 Nov 1994 08:49:30 GMT");
    assert_eq!(
        asked(&[("retry-after", "Sun, 06 Nov 1994 08:49:37 GMT"), date]),
        seconds(7)
    );
    assert_eq!(
        asked(&[("retry-after", "Sun, 06 Nov 1994 08:00:00 GMT"), date]),
        seconds(0)
    );
    assert_eq!(asked(&[("retry-after", "Sun, 06 Nov 1994 08:49:37 GMT")]), seconds(0));
}

#[test]
fn without_the_time_of_the_server_ours_counts() {
    let now = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap()
        .as_secs();
    let end_of_time = seconds_since_epoch("Fri, 31 Dec 9999 23:59:59 GMT").unwrap();
    let asked = asked(&[("retry-after", "Fri, 31 Dec 9999 23:59:59 GMT")])
        .unwrap()
        .as_secs();
    assert!(asked <= end_of_time - now && asked > end_of_time - now - 3600);
}

#[test]
fn what_is_no_retry_after_is_none() {
    for value in ["", "soon", "-1", "NaN", "inf", "1e400", "99999999999999999999999999"] {
        assert_eq!(asked(&[("retry-after", value)]), None, "{value}");
    }
    assert_eq!(asked(&[]), None);
}

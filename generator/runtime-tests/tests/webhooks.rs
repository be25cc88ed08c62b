//! Requests that the server sends by itself.

use std::time::{Duration, SystemTime};

use http::{HeaderMap, HeaderName, HeaderValue};
use oasmith_runtime::runtime::webhook;
use oasmith_runtime::{ErrorKind, WebhookKey};

use crate::support::all_text;
use crate::support::pets::Pet;

/// The example of the specification of Standard Webhooks.
const KEY: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const ID: &str = "msg_p5jXN8AQM9LWM0D4loKWxJek";
const TIME: u64 = 1_614_265_330;
const BODY: &[u8] = br#"{"test": 2432232314}"#;
const SIGNATURE: &str = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

fn headers(time: u64, signature: &str) -> HeaderMap {
    let time = time.to_string();
    let pairs = [
        ("webhook-id", ID),
        ("webhook-timestamp", &time),
        ("webhook-signature", signature),
    ];
    let pairs = pairs.map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_str(value).unwrap()));
    HeaderMap::from_iter(pairs)
}

fn at(seconds: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)
}

#[test]
fn a_payload_is_read_into_its_type() {
    let pet: Pet = webhook("petBorn", br#"{"id": 1, "name": "Tom", "owner": null}"#).unwrap();
    assert_eq!(pet.name, "Tom");
    let error = webhook::<Pet>("petBorn", br#"{"id": 1, "owner": null}"#).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Webhook);
    assert_eq!(
        error.to_string(),
        "the request of a webhook is refused: `petBorn`: name: missing"
    );
}

#[test]
fn a_signature_is_that_of_the_standard() {
    let key = WebhookKey::new(KEY).unwrap();
    assert_eq!(key.sign(ID, TIME, BODY), SIGNATURE);
    key.verify_at(&headers(TIME, SIGNATURE), BODY, at(TIME)).unwrap();
    let several = format!("v1a,xyz v1,AAAA {SIGNATURE}");
    key.verify_at(&headers(TIME, &several), BODY, at(TIME)).unwrap();
    let now = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap()
        .as_secs();
    key.verify(&headers(now, &key.sign(ID, now, BODY)), BODY).unwrap();
}

#[test]
fn what_is_not_signed_is_refused() {
    let key = WebhookKey::new(KEY).unwrap();
    let other = WebhookKey::new("whsec_AAAA").unwrap();
    let good = headers(TIME, SIGNATURE);
    let mut unsigned = good.clone();
    unsigned.remove("webhook-signature");
    for (key, headers, body, now, expected) in [
        (&key, &good, &b"{}"[..], TIME, "no signature fits"),
        (&other, &good, BODY, TIME, "no signature fits"),
        (&key, &headers(TIME, "v1,"), BODY, TIME, "no signature fits"),
        (&key, &headers(TIME, "v2,AAAA"), BODY, TIME, "no signature fits"),
        (&key, &headers(TIME + 1, SIGNATURE), BODY, TIME, "no signature fits"),
        (
            &key,
            &good,
            BODY,
            TIME + 301,
            "the signature is more than five minutes from now",
        ),
        (
            &key,
            &good,
            BODY,
            TIME - 301,
            "the signature is more than five minutes from now",
        ),
        (&key, &unsigned, BODY, TIME, "the header `webhook-signature` is missing"),
    ] {
        let error = key.verify_at(headers, body, at(now)).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Webhook);
        assert!(error.to_string().ends_with(expected), "{error}");
    }
}

#[test]
fn a_key_is_never_shown() {
    let error = WebhookKey::new("whsec_CANARY!").unwrap_err();
    assert!(!all_text(&error).contains("CANARY"), "{error}");
    assert!(!format!("{:?}", WebhookKey::new(KEY).unwrap()).contains("MfKQ"));
    assert!(WebhookKey::new("").is_err());
}

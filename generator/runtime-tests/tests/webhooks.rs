//! Requests that the server sends by itself.

use std::time::{Duration, SystemTime};

use http::{HeaderMap, HeaderName, HeaderValue};
use oasmith_runtime::runtime::{Json, Style, Tree, Value, webhook, webhook_form, webhook_lines, webhook_text};
use oasmith_runtime::{ErrorKind, Map, WebhookKey};

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

/// Lists of lists of lists.
#[derive(Debug)]
struct Nested(#[expect(dead_code, reason = "it is never made")] Vec<Nested>);
impl Json for Nested {
    fn read(value: &Value<'_>) -> Result<Self, oasmith_runtime::runtime::ReadError> {
        Json::read(value).map(Self)
    }
    fn write(&self, _: &mut oasmith_runtime::runtime::Writer) {}
}

fn form<T: Json>(body: &str) -> Result<T, String> {
    let styles = [
        ("deep", Style::DeepObject),
        ("json", Style::Json),
        ("joined", Style::Form),
        ("piped", Style::PipeDelimited),
    ];
    webhook_form("form", body.as_bytes(), &styles).map_err(|error| error.to_string())
}

#[test]
fn a_form_is_read_by_the_types_of_its_members() {
    let lists = form::<Map<Vec<i32>>>("a=1&a=2&b=3&joined=4,5&piped=6%7C7&json=[8]").unwrap();
    let list = |name: &str| lists[name].as_slice();
    assert_eq!((list("a"), list("b")), ([1, 2].as_slice(), [3].as_slice()));
    assert_eq!(
        (list("joined"), list("piped"), list("json")),
        ([4, 5].as_slice(), [6, 7].as_slice(), [8].as_slice())
    );
    assert_eq!(
        form::<Map<Option<bool>>>("a=true&b=").unwrap(),
        Map::from([("a".to_owned(), Some(true)), ("b".to_owned(), None)])
    );
    assert_eq!(
        form::<Map<String>>("a%5Bb%5D=%C3%A9+1").unwrap(),
        Map::from([("a[b]".to_owned(), "é 1".to_owned())])
    );
    assert_eq!(form::<Map<String>>("").unwrap(), Map::new());
}

#[test]
fn members_inside_of_members_are_read_by_their_brackets() {
    let deep = form::<Map<serde_json::Value>>("deep[a][b]=1&deep[list][]=x&deep[list][]=y&deep[at][1]=b&deep[at][0]=a")
        .unwrap();
    let expected = serde_json::json!({"a": {"b": "1"}, "list": ["x", "y"], "at": ["a", "b"]});
    assert_eq!(deep["deep"], expected);
    assert!(form::<Map<serde_json::Value>>(&format!("deep{}=1", "[a]".repeat(1000))).is_err());
}

#[test]
fn a_form_that_is_not_of_its_type_is_refused() {
    let error = form::<Map<i32>>("a=x").unwrap_err();
    assert_eq!(
        error,
        "the request of a webhook is refused: `form`: a: expected an integer, found a string"
    );
    let error = form::<Map<i32>>("json={").unwrap_err();
    assert!(
        error.starts_with("the request of a webhook is refused: `form`: json: not JSON"),
        "{error}"
    );
    // A single text is not a list of lists of lists.
    let text = Tree::String("x".into());
    assert!(Nested::read(&Value::of_text(&text)).is_err());
}

#[test]
fn text_and_lines_are_read_whole() {
    assert_eq!(webhook_text("said", "\u{FEFF}é".as_bytes()).unwrap(), "é");
    assert!(webhook_text("said", b"\xFF").is_err());
    assert_eq!(webhook_lines::<i64>("counted", b"1\r\n\n\x1E2\n").unwrap(), [1, 2]);
    assert!(webhook_lines::<i64>("counted", b"1\nx").is_err());
}

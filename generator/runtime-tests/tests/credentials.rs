//! Which credentials a request carries, and where.

use oasmith_runtime::{ErrorKind, Request};

use crate::support::pets::{Client, ClientBuilder, Pet};

fn list(builder: ClientBuilder) -> Request {
    builder.build().unwrap().pets().list().build().unwrap()
}

/// The credentials of a request: authorization, key in a header, query, cookie. Empty for none.
fn carried(request: &Request) -> [String; 4] {
    let (_, query) = request.url().split_once('?').unwrap_or_default();
    [
        text(request, "authorization"),
        text(request, "x-api-key"),
        query.to_owned(),
        text(request, "cookie"),
    ]
}

fn text(request: &Request, name: &str) -> String {
    request
        .headers()
        .get(name)
        .map(|value| value.to_str().unwrap().to_owned())
        .unwrap_or_default()
}

#[test]
fn each_scheme_has_its_place() {
    let b = Client::builder;
    assert_eq!(carried(&list(b().bearer("t"))), ["Bearer t", "", "", ""]);
    assert_eq!(
        carried(&list(b().basic("Aladdin", "open sesame"))),
        ["Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==", "", "", ""]
    );
    assert_eq!(carried(&list(b().cookie_key("c"))), ["", "", "", "sid=c"]);
    assert_eq!(
        carried(&list(b().header_key("h").query_key("q&=ü"))),
        ["", "h", "api_key=q%26%3D%C3%BC", ""],
    );
}

#[test]
fn the_first_complete_set_wins() {
    let b = Client::builder;
    assert_eq!(carried(&list(b())), ["", "", "", ""]);
    assert_eq!(carried(&list(b().header_key("h"))), ["", "", "", ""]);
    assert_eq!(
        carried(&list(b().header_key("h").cookie_key("c"))),
        ["", "", "", "sid=c"]
    );
    assert_eq!(
        carried(&list(b().cookie_key("c").bearer("t"))),
        ["Bearer t", "", "", ""]
    );
}

#[test]
fn a_credential_of_the_request_goes_first() {
    let pets = Client::builder().bearer("client").build().unwrap().pets();
    let build = |request: crate::support::pets::ListRequest| carried(&request.build().unwrap());
    assert_eq!(build(pets.list().bearer("request")), ["Bearer request", "", "", ""]);
    assert_eq!(build(pets.list().cookie_key("c")), ["", "", "", "sid=c"]);
    assert_eq!(
        build(pets.list().maybe_theme(Some("dark")).cookie_key("c")),
        ["", "", "", "theme=dark; sid=c"]
    );
    assert_eq!(
        build(pets.list().header("Authorization", "Own 1")),
        ["Own 1", "", "", ""]
    );
}

#[test]
fn a_credential_that_may_be_left_out_is_sent_where_there_is_one() {
    let create = |builder: ClientBuilder| {
        let request = builder
            .build()
            .unwrap()
            .pets()
            .create(&Pet::new(1, "Tom"))
            .build()
            .unwrap();
        text(&request, "authorization")
    };
    assert_eq!(create(Client::builder().bearer("t")), "Bearer t");
    assert_eq!(create(Client::builder()), "");
}

#[test]
fn an_operation_without_a_requirement_gets_no_credential() {
    let request = Client::builder()
        .bearer("t")
        .build()
        .unwrap()
        .pets()
        .show("1")
        .build()
        .unwrap();
    assert_eq!(carried(&request), ["", "", "", ""]);
}

#[test]
fn headers_with_a_credential_are_sensitive() {
    let request = list(Client::builder().bearer("t"));
    assert!(request.headers()["authorization"].is_sensitive());
    let request = list(Client::builder().header_key("h").query_key("q"));
    assert!(request.headers()["x-api-key"].is_sensitive());
    let request = list(Client::builder().header("x-api-key", "by hand"));
    assert!(request.headers()["x-api-key"].is_sensitive());
    assert!(!request.headers()["accept"].is_sensitive());
}

#[test]
fn a_credential_that_cannot_be_sent_is_told_without_showing_it() {
    for builder in [
        Client::builder().bearer("CANARY\n"),
        Client::builder().basic("CANARY:x", "CANARY"),
        Client::builder().cookie_key("CANARY;x"),
        Client::builder().header_key("CANARY\0").query_key("q"),
    ] {
        let error = builder.build().unwrap().pets().list().build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Build);
        let text = error.to_string();
        assert!(text.contains(": the credential for `"), "{text}");
        assert!(!text.contains("CANARY"), "{text}");
    }
}

#[test]
fn an_empty_credential_is_told_where_it_would_be_used() {
    let unset = String::new();
    for (builder, expected) in [
        (Client::builder().bearer(&unset), "`HTTPBearer` is empty"),
        (Client::builder().basic("", ""), "`HTTPBasic` is empty"),
        (Client::builder().header_key("").query_key("q"), "`HeaderKey` is empty"),
        (Client::builder().header_key("h").query_key(""), "`QueryKey` is empty"),
        (Client::builder().cookie_key(""), "`CookieKey` is empty"),
    ] {
        let pets = builder.build().unwrap().pets();
        let error = pets.list().build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Build);
        assert_eq!(
            error.to_string(),
            format!("list_pets (GET /pets): the request cannot be built: the credential for {expected}"),
        );
        assert!(pets.show("1").build().is_ok(), "it needs no credential");
        assert!(pets.list().bearer("given").build().is_ok(), "it has one of its own");
    }
    assert!(
        list(Client::builder().basic("key-as-user", ""))
            .headers()
            .contains_key("authorization")
    );
}

//! Where requests go.

use oasmith_runtime::ErrorKind;

use crate::support::pets::{Client, ClientBuilder};

fn url_of(builder: ClientBuilder) -> String {
    builder.build().unwrap().pets().list().build().unwrap().url().to_owned()
}

fn problem(builder: ClientBuilder) -> String {
    let error = builder.build().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Build);
    assert_eq!((error.operation(), error.attempts()), (None, 0));
    let text = error.to_string();
    assert!(text.starts_with("the client cannot be built: "), "{text}");
    text
}

#[test]
fn the_path_of_a_base_is_kept_and_joined_with_one_slash() {
    for (base, url) in [
        ("https://x.example", "https://x.example/pets"),
        ("https://x.example/", "https://x.example/pets"),
        ("https://x.example/a/b", "https://x.example/a/b/pets"),
        ("https://x.example/a/b/", "https://x.example/a/b/pets"),
        ("https://x.example:8443/a//", "https://x.example:8443/a/pets"),
        ("http://localhost:8080", "http://localhost:8080/pets"),
        ("http://api.localhost", "http://api.localhost/pets"),
        ("http://127.0.0.1:1", "http://127.0.0.1:1/pets"),
        ("http://127.9.9.9", "http://127.9.9.9/pets"),
        ("http://[::1]:1/a", "http://[::1]:1/a/pets"),
    ] {
        assert_eq!(url_of(Client::builder().base_url(base)), url);
    }
}

#[test]
fn a_base_that_could_leak_a_secret_is_refused_without_showing_it() {
    for (base, reason) in [
        ("", "give a base URL"),
        ("x.example", "not valid"),
        ("ftp://x.example", "must be https"),
        ("file:///etc/passwd", "must be https"),
        ("https://ann:CANARY@x.example", "user info"),
        ("https://CANARY@x.example", "user info"),
        ("https://x.example?key=CANARY", "neither query nor fragment"),
        ("https://x.example/#CANARY", "neither query nor fragment"),
        ("http://x.example", "plain http"),
        ("http://localhost.evil.example", "plain http"),
        ("http://127.0.0.1.evil.example", "plain http"),
        ("http://10.0.0.1", "plain http"),
    ] {
        let builder = Client::builder().base_url(base);
        assert!(!format!("{builder:?}").contains("CANARY"));
        let found = problem(builder);
        assert!(found.contains(reason) && !found.contains("CANARY"), "{base}: {found}");
    }
}

#[test]
fn plain_http_can_be_allowed_by_name() {
    let builder = Client::builder().base_url("http://x.example");
    assert_eq!(url_of(builder.clone().allow_plain_http(true)), "http://x.example/pets");
    assert!(problem(builder.allow_plain_http(true).allow_plain_http(false)).contains("plain http"));
}

#[test]
fn servers_of_the_description() {
    assert_eq!(url_of(Client::builder()), "https://api.pets.example/v1/pets");
    assert_eq!(
        url_of(Client::builder().server(1)),
        "https://www.eu.pets.example/v1/pets"
    );
    assert_eq!(
        url_of(Client::builder().server(1).server_region("us").server_name("blue")),
        "https://blue.us.pets.example/v1/pets",
    );
    assert!(problem(Client::builder().server(2)).contains("give a base URL"));
    assert!(problem(Client::builder().server(9)).contains("give a base URL"));
}

#[test]
fn server_variables_are_checked() {
    let builder = || Client::builder().server(1);
    assert!(problem(builder().server_region("mars")).contains("`region` must be one of: eu, us"));
    for value in [
        "evil.example/",
        "ann@evil.example",
        "a?b",
        "a#b",
        "a b",
        "a\\b",
        "{region}",
    ] {
        assert!(
            problem(builder().server_name(value)).contains("`name` has a character"),
            "{value}"
        );
    }
}

#[test]
fn an_operation_can_have_a_server_of_its_own() {
    let photo = |builder: ClientBuilder| {
        builder
            .build()
            .unwrap()
            .pets()
            .photo()
            .build()
            .unwrap()
            .url()
            .to_owned()
    };
    assert_eq!(photo(Client::builder()), "https://photos.pets.example/photo");
    assert_eq!(
        photo(Client::builder().base_url("http://localhost:1/x")),
        "http://localhost:1/x/photo"
    );
}

#[test]
fn a_wrong_header_of_a_client_is_told() {
    assert!(problem(Client::builder().header("X-A", "a\nb")).contains("`X-A`"));
    assert!(problem(Client::builder().user_agent("a\nb")).contains("`user-agent`"));
}

//! The transport for tests of programs that use a generated crate.

use oasmith_runtime::{ErrorKind, Mock, Reply};
use serde_json::json;

use crate::support::all_text;
use crate::support::pets::{Client, Pet};

fn client(mock: &Mock) -> Client {
    Client::builder().transport(mock.clone()).retries(0).build().unwrap()
}

#[tokio::test]
async fn requests_are_answered_by_method_and_path() {
    let mock = Mock::new()
        .on("GET", "/pets", Reply::json(200, &json!({"data": [], "total": 0})))
        .on("GET", "/pets/{id}/profile", Reply::json(200, &Pet::new(1, "Tom")))
        .on(
            "GET",
            "/pets/2/profile",
            Reply::status(404).header("x-request-id", "r1"),
        );
    let pets = client(&mock).pets();
    pets.list().send().await.unwrap();
    assert_eq!(pets.show("1").send().await.unwrap().name, "Tom");
    let error = pets.show("2").send().await.unwrap_err();
    assert_eq!((error.status(), error.request_id()), (Some(404), Some("r1")));
    let sent = mock.requests();
    let paths: Vec<_> = sent.iter().map(oasmith_runtime::Request::url).collect();
    assert_eq!(
        paths,
        [
            "https://api.pets.example/v1/pets",
            "https://api.pets.example/v1/pets/1/profile",
            "https://api.pets.example/v1/pets/2/profile",
        ]
    );
}

#[tokio::test]
async fn replies_are_given_in_turn_and_the_last_one_stays() {
    let mock = Mock::new().on("GET", "/pets/{id}/profile", Reply::refuse()).on(
        "GET",
        "/pets/{id}/profile",
        Reply::json(200, &Pet::new(1, "Tom")),
    );
    let pets = client(&mock).pets();
    assert_eq!(pets.show("1").send().await.unwrap_err().kind(), ErrorKind::Connect);
    assert!(pets.show("1").send().await.is_ok());
    assert!(pets.show("1").send().await.is_ok());
}

#[tokio::test]
async fn what_is_not_listed_is_told() {
    let error = client(&Mock::new()).pets().show("1").send().await.unwrap_err();
    assert!(
        all_text(&error).contains("the mock has no reply for GET /v1/pets/1/profile"),
        "{error:?}"
    );
}

//! What happens on a good day, against a server that speaks proper HTTP.

use oasmith_runtime::ErrorKind;
use wiremock::matchers::{body_string, header, header_exists, method, path, query_param};
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::support::pets::{Client, Kind, ListError, Login, Order, Pet, Problem, Submitted};

async fn server(mock: Mock) -> (MockServer, Client) {
    let server = MockServer::start().await;
    mock.expect(1).mount(&server).await;
    let client = Client::to(&server.uri()).unwrap();
    (server, client)
}

fn json(status: u16, body: &str) -> ResponseTemplate {
    ResponseTemplate::new(status).set_body_raw(body, "application/json")
}

#[tokio::test]
async fn a_list_with_parameters() {
    let answer = json(200, r#"{"data":[{"id":1,"name":"Tom","kind":"cow"}],"total":1}"#);
    let mock = Mock::given(method("GET"))
        .and(path("/pets"))
        .and(query_param("limit", "20"));
    let mock = mock
        .and(header("accept", "application/json"))
        .and(header("user-agent", "pets-sdk/0.1.0"));
    let (_server, client) = server(mock.respond_with(answer)).await;

    let page = client.pets().list().limit(20).send().await.unwrap();
    assert_eq!(page.total, 1);
    assert_eq!(page.data[0].kind, Some(Kind::Unknown("cow".to_owned())));
}

#[tokio::test]
async fn a_body_of_json() {
    let mock = Mock::given(method("POST"))
        .and(path("/pets"))
        .and(header("content-type", "application/json"));
    let mock = mock.and(body_string(r#"{"id":1,"name":"Tom","owner":null}"#));
    let (_server, client) = server(mock.respond_with(json(201, r#"{"id":1,"name":"Tom","owner":"Ann"}"#))).await;

    let created = client.pets().create(&Pet::new(1, "Tom")).send().await.unwrap();
    assert_eq!(created.owner.as_deref(), Some("Ann"));
}

#[tokio::test]
async fn status_and_headers_besides_the_value() {
    let answer = json(200, r#"{"data":[],"total":0}"#)
        .insert_header("x-request-id", "r-1")
        .insert_header("x-left", "9");
    let (_server, client) = server(Mock::given(method("GET")).respond_with(answer)).await;

    let response = client.pets().list().send_with_meta().await.unwrap();
    assert_eq!((response.status(), response.request_id()), (200, Some("r-1")));
    assert_eq!(response.headers()["x-left"], "9");
    assert_eq!(response.value().total, 0);
}

#[tokio::test]
async fn no_content() {
    let mock = Mock::given(method("DELETE"))
        .and(path("/pets/7"))
        .respond_with(ResponseTemplate::new(204));
    let (_server, client) = server(mock).await;
    let response = client.pets().remove(7).send_with_meta().await.unwrap();
    assert_eq!(response.status(), 204);
}

#[tokio::test]
async fn bytes_and_text() {
    let answer = ResponseTemplate::new(200).set_body_bytes([0, 159, 146, 150]);
    let mock = Mock::given(path("/photo"))
        .and(header("accept", "image/png"))
        .respond_with(answer);
    let (_server, client) = server(mock).await;
    assert_eq!(
        client
            .pets()
            .photo()
            .send()
            .await
            .unwrap()
            .bytes()
            .await
            .unwrap()
            .as_ref(),
        [0, 159, 146, 150]
    );

    let mock = Mock::given(path("/motto")).respond_with(ResponseTemplate::new(200).set_body_string("wüf"));
    let (_server, client) = server(mock).await;
    assert_eq!(client.pets().motto().send().await.unwrap(), "wüf");
}

#[tokio::test]
async fn a_form_and_an_answer_by_status() {
    let login = Login {
        user: "ann b".to_owned(),
        password: Some("a&b".to_owned()),
    };
    let mock = Mock::given(method("POST"))
        .and(path("/submit"))
        .and(body_string("user=ann%20b&password=a%26b"));
    let mock = mock.and(header("content-type", "application/x-www-form-urlencoded"));
    let (_server, client) = server(mock.respond_with(json(200, r#"{"detail":"done"}"#))).await;
    let submitted = client.pets().submit(&login).send().await.unwrap();
    assert_eq!(
        submitted,
        Submitted::Status200(Problem {
            detail: "done".to_owned()
        })
    );

    let (_server, client) = server(Mock::given(method("POST")).respond_with(ResponseTemplate::new(202))).await;
    assert_eq!(client.pets().submit(&login).send().await.unwrap(), Submitted::Status202);

    let (_server, client) = server(Mock::given(method("POST")).respond_with(ResponseTemplate::new(206))).await;
    let error = client.pets().submit(&login).send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.to_string().contains("does not declare the status 206"), "{error}");
}

#[tokio::test]
async fn a_declared_error_is_typed() {
    let answer = json(422, r#"{"detail":"limit is too high"}"#).insert_header("x-request-id", "r-2");
    let (_server, client) = server(Mock::given(method("GET")).respond_with(answer)).await;

    let error = client.pets().list().send().await.unwrap_err();
    assert_eq!(
        (error.kind(), error.status(), error.attempts()),
        (ErrorKind::Status, Some(422), 1)
    );
    assert_eq!(
        (error.operation(), error.request_id()),
        (Some("list_pets"), Some("r-2"))
    );
    assert_eq!(error.headers().unwrap()["content-type"], "application/json");
    assert_eq!(error.body(), Some(&br#"{"detail":"limit is too high"}"#[..]));
    let problem = Problem {
        detail: "limit is too high".to_owned(),
    };
    assert_eq!(error.json::<Problem>(), Some(problem.clone()));
    assert_eq!(error.typed::<ListError>(), Some(ListError::Status422(problem)));
    assert!(!error.is_retryable());
    assert_eq!(
        error.to_string(),
        r#"list_pets (GET /pets): the server answered with an error: 422 Unprocessable Entity, "limit is too high""#,
    );
}

#[tokio::test]
async fn a_raw_answer_is_left_alone() {
    let answer = json(404, r#"{"detail":"none"}"#);
    let (_server, client) = server(Mock::given(method("GET")).respond_with(answer)).await;
    let mut raw = client.pets().list().send_raw().await.unwrap();
    assert_eq!(raw.status(), 404);
    let mut body = Vec::new();
    while let Some(chunk) = raw.chunk().await.unwrap() {
        body.extend_from_slice(&chunk);
    }
    assert_eq!(body, br#"{"detail":"none"}"#);
}

#[tokio::test]
async fn headers_of_the_client_and_the_request() {
    let mock = Mock::given(header("x-team", "blue"))
        .and(header("user-agent", "mine/1"))
        .and(header("x-one", "1"));
    let (server, _) = server(mock.respond_with(json(200, r#"{"data":[],"total":0}"#))).await;
    let builder = Client::builder()
        .base_url(server.uri())
        .header("X-Team", "red")
        .header("X-One", "1")
        .user_agent("mine/1");
    let client = builder.build().unwrap();
    assert!(client.pets().list().header("x-team", "blue").send().await.is_ok());
}

#[tokio::test]
async fn an_idempotency_key_is_sent_only_where_it_is_declared() {
    let mock = Mock::given(method("POST"))
        .and(path("/orders"))
        .and(header_exists("Idempotency-Key"));
    let (server, client) = server(mock.respond_with(ResponseTemplate::new(200))).await;
    client.pets().order(&Order::default()).send().await.unwrap();
    let key = server.received_requests().await.unwrap()[0].headers["idempotency-key"]
        .to_str()
        .unwrap()
        .to_owned();
    assert_eq!(uuid::Uuid::parse_str(&key).unwrap().get_version_num(), 4);

    let keyed = |key: &str| {
        client
            .pets()
            .order(&Order::default())
            .idempotency_key(key)
            .build()
            .unwrap()
    };
    assert_eq!(keyed("k1").headers()["idempotency-key"], "k1");
    let other = client.pets().create(&Pet::new(1, "Tom")).build().unwrap();
    assert!(!other.headers().contains_key("idempotency-key"));
    assert_ne!(
        client.pets().order(&Order::default()).build().unwrap().headers()["idempotency-key"],
        client.pets().order(&Order::default()).build().unwrap().headers()["idempotency-key"],
    );
}

#[tokio::test]
async fn a_client_of_ones_own() {
    let (server, _) = server(Mock::given(header("x-mine", "1")).respond_with(json(200, "null"))).await;
    let mut headers = http::HeaderMap::new();
    headers.insert("x-mine", http::HeaderValue::from_static("1"));
    let own = reqwest::Client::builder()
        .default_headers(headers)
        .redirect(reqwest::redirect::Policy::none());
    let client = Client::builder()
        .base_url(server.uri())
        .reqwest_client(own.build().unwrap())
        .build()
        .unwrap();
    assert_eq!(client.pets().any().send().await.unwrap(), serde_json::Value::Null);
}

#[test]
fn a_request_can_be_seen_without_sending_it() {
    let client = Client::builder().bearer("t").build().unwrap();
    let request = client.pets().create(&Pet::new(1, "Tom")).build().unwrap();
    assert_eq!(request.method(), "POST");
    assert_eq!(request.url(), "https://api.pets.example/v1/pets");
    assert_eq!(request.headers()["authorization"], "Bearer t");
    assert_eq!(request.body().as_ref(), br#"{"id":1,"name":"Tom","owner":null}"#);
}

//! What goes wrong, and all that lies behind it.

use std::error::Error as StdError;
use std::iter::successors;
use std::time::Duration;

use api_token_sdk::{Error, ErrorKind, Result, deepset_cloud, nvidia_air};

use crate::fault_server::{FaultServer, Step, answer, json};
use crate::{CANARY, debug_is_silent, deepset_cloud_builders, is_silent, nvidia_air_builders};

/// An error as somebody may print it: message, `Debug`, and all that lies behind it.
#[track_caller]
fn error_is_silent(error: &Error) {
    let chain = successors(Some(error as &dyn StdError), |error: &&dyn StdError| (*error).source());
    for error in chain {
        is_silent(&format!("{error}\n{error:?}\n{error:#?}"));
    }
}

/// Everything that can go wrong once a request is on its way, with secrets wherever the server can put them, but for the
/// sentence that an error answer has for people: the message of an error quotes it, and is meant to.
fn faults() -> [(ErrorKind, Vec<Step>); 14] {
    let head = |length| format!("HTTP/1.1 200 OK\r\nset-cookie: session=CANARY\r\ncontent-length: {length}\r\n\r\n");
    let decode = |body: &str| (ErrorKind::Decode, answer(head(body.len()) + body));
    let refuse = |body| (ErrorKind::Status, answer(json("422 Unprocessable", body)));
    let without_body = |status: &str| {
        let headers = "set-cookie: session=CANARY\r\nlocation: http://127.0.0.1:1/?key=CANARY\r\ncontent-length: 0";
        answer(format!("HTTP/1.1 {status}\r\n{headers}\r\nconnection: close\r\n\r\n"))
    };
    [
        (ErrorKind::Transport, vec![Step::Read, Step::Reset]),
        (ErrorKind::Transport, answer("CANARY\r\n\r\n")),
        (
            ErrorKind::Transport,
            answer(head(100) + r#"{"api_token":"CANARY","token":"CANARY"#),
        ),
        (ErrorKind::Timeout, vec![Step::Read, Step::Hang]),
        (
            ErrorKind::Timeout,
            vec![Step::Read, Step::Write(head(100).into()), Step::Pause(ENOUGH)],
        ),
        (ErrorKind::Status, without_body("500 Error")),
        refuse("<html>CANARY</html>"),
        refuse(r#"{"api_token":"CANARY","token":"CANARY"}"#),
        refuse(r#"{"detail":[{"loc":["header",0],"msg":"no key","type":"value_error","input":"CANARY"}]}"#),
        (ErrorKind::Redirect, without_body("307 Temporary Redirect")),
        decode("CANARY"),
        decode(r#"{"id":"01298e0c-4ef1-43ec-9675-93160eb29d9f","name":"mine","api_token":"CANARY","token":"CANARY"#),
        decode(
            r#"{"id":"01298e0c-4ef1-43ec-9675-93160eb29d9f","name":"mine","api_token":["CANARY"],"token":["CANARY"]}"#,
        ),
        (ErrorKind::BodyTooLarge, answer(head(2000) + &CANARY.repeat(300))),
    ]
}

/// Time for everything that does not take for ever.
const ENOUGH: Duration = Duration::from_secs(60);

fn time_limit(expected: ErrorKind) -> Duration {
    match expected {
        ErrorKind::Timeout => Duration::from_millis(250),
        _ => ENOUGH,
    }
}

#[tokio::test]
async fn an_error_of_deepset_cloud() -> Result<()> {
    for builder in deepset_cloud_builders() {
        let (kinds, scripts): (Vec<_>, Vec<_>) = faults().into_iter().unzip();
        let server = FaultServer::start(scripts).await;
        let client = builder.base_url(server.url()).max_response_size(1000).build()?;
        for kind in kinds {
            let body = deepset_cloud::models::CreateToken::new();
            let request = client.api_token().create_token(body).query_param("key", CANARY);
            let error = request.timeout(time_limit(kind)).send().await.unwrap_err();
            assert_eq!(error.kind(), kind, "{error:?}");
            error_is_silent(&error);
        }
        each_request_had_the_secret(&server);
    }
    Ok(())
}

#[tokio::test]
async fn an_error_of_nvidia_air() -> Result<()> {
    for builder in nvidia_air_builders() {
        let (kinds, scripts): (Vec<_>, Vec<_>) = faults().into_iter().unzip();
        let server = FaultServer::start(scripts).await;
        let client = builder.base_url(server.url()).max_response_size(1000).build()?;
        for kind in kinds {
            let body = nvidia_air::models::CreateToken::new("mine").additional_property("password", CANARY);
            let request = client.api_tokens().create(body).query_param("key", CANARY);
            let error = request.timeout(time_limit(kind)).send().await.unwrap_err();
            assert_eq!(error.kind(), kind, "{error:?}");
            error_is_silent(&error);
        }
        each_request_had_the_secret(&server);
    }
    Ok(())
}

/// In its query and in a header.
fn each_request_had_the_secret(server: &FaultServer) {
    let requests = server.requests();
    assert_eq!((requests.len(), server.connections()), (faults().len(), faults().len()));
    for request in requests {
        assert!(request.lines().next().unwrap().contains(CANARY), "{request}");
        assert!(request.lines().skip(1).any(|line| line.ends_with(CANARY)), "{request}");
    }
}

#[tokio::test]
async fn an_error_without_a_server() -> Result<()> {
    let url = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        format!("http://{}", listener.local_addr().unwrap())
    };
    for builder in nvidia_air_builders() {
        let client = builder.base_url(&url).retries(0).build()?;
        let error = client
            .api_tokens()
            .list()
            .query_param("key", CANARY)
            .send()
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Connect);
        error_is_silent(&error);
    }
    Ok(())
}

#[test]
fn a_client_that_cannot_be_built() {
    let new = deepset_cloud::Client::builder;
    for builder in [
        new().base_url("https://user:CANARY@api.example.com"),
        new().base_url("https://CANARY@api.example.com"),
        new().base_url("https://api.example.com/?key=CANARY"),
        new().base_url("https://api.example.com/#CANARY"),
        new().base_url("https://api.example.com:CANARY"),
        new().base_url("CANARY"),
        new().header("x-key", "CANARY\n"),
        new().user_agent("CANARY\n"),
    ] {
        debug_is_silent(&builder);
        let error = builder.build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Build);
        error_is_silent(&error);
    }
}

#[tokio::test]
async fn a_request_that_cannot_be_built() -> Result<()> {
    let deepset_cloud = deepset_cloud::Client::builder()
        .http_bearer("CANARY\n")
        .build()?
        .api_token();
    let nvidia_air = nvidia_air::Client::builder()
        .http_bearer("CANARY\0")
        .build()?
        .api_tokens();
    let sound = nvidia_air::Client::builder().build()?.api_tokens();

    let list = deepset_cloud.list();
    debug_is_silent(&list);
    error_is_silent(&list.build().unwrap_err());
    error_is_silent(&list.send().await.unwrap_err());
    for list in [
        nvidia_air.list(),
        sound.list().http_bearer("CANARY\r\nx: y"),
        sound.list().header("x-key", "CANARY\n"),
    ] {
        debug_is_silent(&list);
        error_is_silent(&list.build().unwrap_err());
        let error = list.send().await.unwrap_err();
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Build, 0));
        error_is_silent(&error);
    }
    Ok(())
}

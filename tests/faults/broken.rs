//! Connections that break, and bytes that are no HTTP.

use std::error::Error as StdError;
use std::iter::repeat_n;

use api_token_sdk::deepset_cloud::models::CreateToken;
use api_token_sdk::{ErrorKind, Result};

use crate::fault_server::{FaultServer, Step, answer};
use crate::operations::{CREATE_TOKEN, OPERATIONS, Operation, REMOVE_TOKEN, V1_LIST, clients};
use crate::{api_token, head, write};

const CHUNKED: &str = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n";

/// The head of an answer, cut off.
const CUT: &str = "HTTP/1.1 200 OK\r\ncontent-";

/// What leaves no answer behind.
fn faults() -> Vec<(&'static str, Vec<Step>)> {
    let reset = |text: String| vec![Step::Read, write(text), Step::Reset];
    let chunks = |chunks: &str| answer(format!("{CHUNKED}{chunks}"));
    vec![
        ("reset on accept", vec![Step::Reset]),
        ("closed on accept", Vec::new()),
        ("reset after the request", vec![Step::Read, Step::Reset]),
        ("closed after the request", vec![Step::Read]),
        ("reset in the headers", reset(CUT.to_owned())),
        ("truncated in the headers", answer(CUT)),
        ("reset before the body", reset(head(100))),
        ("truncated before the body", answer(head(100))),
        ("reset in the body", reset(head(100) + "{")),
        ("truncated in the body", answer(head(100) + "{")),
        ("a length that is no number", answer(head("x") + "{}")),
        ("a negative length", answer(head("-2") + "{}")),
        ("two lengths", answer(head("2\r\ncontent-length: 3") + "{} ")),
        ("a chunk size that is no number", chunks("zz\r\n{}\r\n0\r\n\r\n")),
        ("a chunk size beyond all measure", chunks("fffffffffffffffff\r\n{}")),
        ("a chunk longer than it says", chunks("1\r\n{}\r\n0\r\n\r\n")),
        ("truncated in a chunk", chunks("5\r\n{}")),
        ("truncated before the last chunk", chunks("2\r\n{}\r\n")),
        ("no HTTP", answer("\0\u{1}garbage\r\n\r\n")),
        ("another protocol", answer("SSH-2.0-OpenSSH_9.9\r\n")),
    ]
}

#[tokio::test]
async fn each_is_an_error_of_the_transport() -> Result<()> {
    let scripts = faults()
        .into_iter()
        .flat_map(|(_, script)| repeat_n(script, OPERATIONS.len()));
    let server = FaultServer::start(scripts).await;
    let clients = clients!(.base_url(server.url()).retries(0));
    for (fault, _) in faults() {
        for operation in &OPERATIONS {
            let error = operation.send(&clients).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Transport, "{fault}: {error:?}");
            assert_eq!((error.status(), error.body()), (None, None), "{fault}");
            assert_eq!(
                (error.operation(), error.attempts()),
                (Some(operation.id), 1),
                "{fault}"
            );
            assert!(error.is_retryable() && error.source().is_some(), "{fault}: {error:?}");
        }
    }
    assert_eq!(server.connections(), faults().len() * OPERATIONS.len());
    Ok(())
}

#[tokio::test]
async fn each_is_over_when_the_next_answer_is_sound() -> Result<()> {
    let list = V1_LIST;
    let scripts = faults()
        .into_iter()
        .flat_map(|(_, script)| [script, answer(list.answer())]);
    let server = FaultServer::start(scripts).await;
    let clients = clients!(.base_url(server.url()).retries(0));
    for (fault, _) in faults() {
        assert!(list.send(&clients).await.is_err(), "{fault}");
        assert_eq!(list.send(&clients).await?, list.value(), "{fault}");
    }
    Ok(())
}

#[tokio::test]
async fn nobody_there() -> Result<()> {
    let url = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        format!("http://{}", listener.local_addr().unwrap())
    };
    let clients = clients!(.base_url(url.clone()).retries(0));
    for operation in &OPERATIONS {
        let error = operation.send(&clients).await.unwrap_err();
        assert_eq!(
            (error.kind(), error.status(), error.body()),
            (ErrorKind::Connect, None, None)
        );
        assert!(
            error.to_string().ends_with(&format!("could not connect: {url}")),
            "{error}"
        );
        assert!(error.source().is_some());
    }
    Ok(())
}

#[tokio::test]
async fn a_reset_is_tried_again_where_that_does_no_harm() -> Result<()> {
    for operation in [REMOVE_TOKEN, V1_LIST] {
        let server = start_resetting(&operation).await;
        let answer = operation.send(&clients!(.base_url(server.url()))).await?;
        assert_eq!(answer, operation.value());
        let requests = server.requests();
        assert_eq!((requests.len(), server.connections()), (2, 2));
        assert_eq!(requests[0], requests[1]);
    }
    Ok(())
}

#[tokio::test]
async fn a_reset_of_what_creates_something_is_not_tried_again() -> Result<()> {
    for operation in OPERATIONS.iter().filter(|operation| !operation.is_repeatable()) {
        let server = start_resetting(operation).await;
        let error = operation.send(&clients!(.base_url(server.url()))).await.unwrap_err();
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Transport, 1));
        assert_eq!(server.connections(), 1, "{}", operation.id);
    }
    Ok(())
}

/// A server that resets the first connection and answers on the second.
async fn start_resetting(operation: &Operation) -> FaultServer {
    FaultServer::start([vec![Step::Read, Step::Reset], answer(operation.answer())]).await
}

/// An HTTP library may try again by itself when a connection that it has kept turns out to be closed. It must not do that
/// once the server has read the request.
#[tokio::test]
async fn a_reset_of_a_kept_connection_repeats_nothing() -> Result<()> {
    let body = CREATE_TOKEN.body;
    let kept = write(head(body.len()) + body);
    let script = vec![Step::Read, kept, Step::Read, Step::Reset];
    let server = FaultServer::start([script, answer(CREATE_TOKEN.answer())]).await;
    let api_token = api_token(&server)?;
    let create_token = api_token.create_token(CreateToken::new());

    assert!(create_token.clone().send().await.is_ok());
    let error = create_token.send().await.unwrap_err();

    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Transport, 1));
    assert_eq!((server.connections(), server.requests().len()), (1, 2));
    Ok(())
}

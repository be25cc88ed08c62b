//! Bodies of requests that are streams.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use oasmith_runtime::runtime::Call;
use oasmith_runtime::{BoxFuture, Error, ErrorKind, Request, Transport, TransportError, TransportResponse};
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::support::sending::{call, client, stream};

/// Reads the body of each request but the first few, to which it does not get through, and answers all with one status.
#[derive(Clone)]
struct Reader {
    unreachable: usize,
    status: u16,
    seen: Arc<Mutex<Vec<String>>>,
}

impl Transport for Reader {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<TransportResponse, TransportError>> {
        Box::pin(async move {
            let count = self.seen.lock().unwrap().len();
            if count < self.unreachable {
                self.seen.lock().unwrap().push("unreachable".to_owned());
                return Err(TransportError::connect("no"));
            }
            let (mut body, mut text) = (request.open_body(), String::new());
            while let Some(chunk) = body.next().await? {
                text += std::str::from_utf8(&chunk).unwrap();
            }
            self.seen.lock().unwrap().push(text);
            Ok(TransportResponse::new(self.status, ""))
        })
    }
}

/// What comes of sending a body to a [`Reader`], and what that has seen.
async fn send(unreachable: usize, status: u16, fill: impl FnOnce(Call) -> Call) -> (Result<(), Error>, Vec<String>) {
    let reader = Reader {
        unreachable,
        status,
        seen: Arc::default(),
    };
    let client = client(|builder| builder.transport(reader.clone()));
    let result = fill(call(&client)).send(|_| Ok(())).await.map(|_| ());
    let seen = reader.seen.lock().unwrap().clone();
    (result, seen)
}

#[tokio::test(start_paused = true)]
async fn a_stream_is_sent_once_and_bytes_as_often_as_it_takes() {
    let (result, seen) = send(0, 503, |call| call.bytes("text/plain", "ab")).await;
    assert_eq!((result.unwrap_err().attempts(), seen), (3, vec!["ab".to_owned(); 3]));
    let (result, seen) = send(0, 503, |call| call.bytes("text/plain", stream(&["a", "b"]))).await;
    let error = result.unwrap_err();
    assert_eq!(
        (error.status(), error.attempts(), seen),
        (Some(503), 1, vec!["ab".to_owned()])
    );
}

#[tokio::test(start_paused = true)]
async fn a_stream_that_nobody_has_begun_is_tried_again() {
    let (result, seen) = send(2, 200, |call| call.bytes("text/plain", stream(&["a", "b"]))).await;
    assert!(result.is_ok());
    assert_eq!(seen, ["unreachable", "unreachable", "ab"]);
}

#[tokio::test]
async fn clones_of_a_request_share_its_stream() {
    let reader = Reader {
        unreachable: 0,
        status: 200,
        seen: Arc::default(),
    };
    let client = client(|builder| builder.transport(reader.clone()));
    let first = call(&client).bytes("text/plain", stream(&["a"]));
    let second = first.clone();
    assert!(first.send(|_| Ok(())).await.is_ok());
    let error = second.send(|_| Ok(())).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Build, 0));
    assert!(error.to_string().contains("has been sent already"), "{error}");
}

#[tokio::test]
async fn a_stream_that_fails_is_why_the_call_fails() {
    let (result, seen) = send(0, 200, |call| call.bytes("text/plain", stream(&["a", "!"]))).await;
    let error = result.unwrap_err();
    assert_eq!((error.kind(), seen), (ErrorKind::Transport, Vec::new()));
    let source = std::error::Error::source(&error).unwrap();
    assert!(source.to_string().contains("the disk is gone"), "{source}");
}

#[tokio::test]
async fn a_known_length_is_told_to_the_server() {
    let server = MockServer::start().await;
    Mock::given(any())
        .respond_with(ResponseTemplate::new(204))
        .mount(&server)
        .await;
    let client = client(|builder| builder.base_url(server.uri()));
    for body in [stream(&["ab", "c"]).with_length(3), stream(&["ab", "c"])] {
        let call = call(&client).bytes("application/octet-stream", body);
        call.send(|_| Ok(())).await.unwrap();
    }
    let requests = server.received_requests().await.unwrap();
    let headers = requests.iter().map(|request| {
        let header = |name: &str| {
            request
                .headers
                .get(name)
                .map(|value| value.to_str().unwrap().to_owned())
        };
        assert_eq!(request.body, b"abc");
        (header("content-length"), header("transfer-encoding"))
    });
    let headers: Vec<_> = headers.collect();
    assert_eq!(headers[0], (Some("3".to_owned()), None));
    assert_eq!(headers[1], (None, Some("chunked".to_owned())));
}

/// Takes a chunk of the body after each of some waits, and answers after the last one.
struct Slow(Vec<u64>);

impl Transport for Slow {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<TransportResponse, TransportError>> {
        Box::pin(async move {
            let mut body = request.open_body();
            for seconds in &self.0 {
                tokio::time::sleep(Duration::from_secs(*seconds)).await;
                body.next().await?;
            }
            Ok(TransportResponse::new(200, ""))
        })
    }
}

async fn send_slowly(waits: &[u64], total: Option<u64>) -> Result<(), ErrorKind> {
    let client = client(|builder| {
        let builder = builder.transport(Slow(waits.to_vec())).retries(0);
        match total {
            Some(seconds) => builder.total_timeout(Duration::from_secs(seconds)),
            None => builder,
        }
    });
    let body = stream(&["a", "b", "c", "d"]);
    let sent = call(&client).bytes("text/plain", body).send(|_| Ok(())).await;
    sent.map(|_| ()).map_err(|error| error.kind())
}

#[tokio::test(start_paused = true)]
async fn the_time_of_an_attempt_begins_anew_with_each_chunk_of_a_stream() {
    assert_eq!(send_slowly(&[50, 50, 50, 50], None).await, Ok(()));
    // A connection on which nothing moves.
    assert_eq!(send_slowly(&[50, 70], None).await, Err(ErrorKind::Timeout));
    assert_eq!(send_slowly(&[70], None).await, Err(ErrorKind::Timeout));
    // The limit of the whole call is kept.
    assert_eq!(send_slowly(&[50, 50, 50, 50], Some(120)).await, Err(ErrorKind::Timeout));
}

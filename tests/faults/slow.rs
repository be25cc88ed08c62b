//! Servers that take their time.

use std::iter::repeat_n;
use std::time::Duration;

use api_token_sdk::deepset_cloud::api_token::ListError;
use api_token_sdk::{ErrorKind, Result};

use crate::fault_server::{FaultServer, Step};
use crate::operations::{OPERATIONS, clients};
use crate::{api_token, head, write};

/// Short enough to be waited for; only what never succeeds is given no more time.
const SOON: Duration = Duration::from_millis(50);

#[tokio::test]
async fn slow_is_not_wrong() -> Result<()> {
    let server = FaultServer::start(OPERATIONS.iter().map(|operation| in_three_pieces(&operation.answer()))).await;
    let clients = clients!(.base_url(server.url()));
    for operation in &OPERATIONS {
        let answer = operation.send(&clients).await?;
        assert_eq!(answer, operation.value(), "{}", operation.id);
    }
    Ok(())
}

fn in_three_pieces(text: &str) -> Vec<Step> {
    let pause = || Step::Pause(SOON / 10);
    let (first, rest) = text.split_at(20);
    let (second, third) = rest.split_at(rest.len() - 3);
    vec![
        Step::Read,
        pause(),
        write(first),
        pause(),
        write(second),
        pause(),
        write(third),
    ]
}

#[tokio::test]
async fn headers_or_a_body_that_do_not_come_in_time() -> Result<()> {
    let scripts = [
        vec![Step::Hang],
        vec![Step::Read, Step::Hang],
        vec![Step::Read, write("HTTP/1.1 200 OK\r\ncontent-"), Step::Hang],
        vec![Step::Read, write(head(100)), Step::Hang],
        vec![Step::Read, write(head(100) + "{"), Step::Hang],
    ];
    for script in scripts {
        let server = FaultServer::start([script.clone()]).await;
        let clients = clients!(.base_url(server.url()).timeout(SOON).retries(0));
        for operation in &OPERATIONS {
            let error = operation.send(&clients).await.unwrap_err();
            assert_eq!((error.kind(), error.status()), (ErrorKind::Timeout, None), "{script:?}");
            assert_eq!((error.operation(), error.attempts()), (Some(operation.id), 1));
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_body_of_which_every_piece_comes_in_time_but_not_the_whole() -> Result<()> {
    // It takes ten times as long as an attempt may, and ends as a broken connection.
    let pieces = repeat_n([Step::Pause(SOON / 5), write(" ")], 50).flatten();
    let script = [Step::Read, write(head(1000))].into_iter().chain(pieces);
    let server = FaultServer::start([script.collect()]).await;
    let clients = clients!(.base_url(server.url()).timeout(SOON).retries(0));
    for operation in &OPERATIONS {
        let error = operation.send(&clients).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Timeout, "{error:?}");
    }
    Ok(())
}

#[tokio::test]
async fn the_status_of_an_error_is_worth_more_than_a_body_that_does_not_come() -> Result<()> {
    let begun = "HTTP/1.1 422 Unprocessable\r\ncontent-length: 100\r\n\r\n{\"detail\":";
    let server = FaultServer::start([vec![Step::Read, write(begun), Step::Hang]]).await;
    let error = api_token(&server)?.list().timeout(SOON * 20).send().await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Status, Some(422)));
    assert_eq!(error.body(), Some(&b"{\"detail\":"[..]));
    assert!(error.typed::<ListError>().is_none());
    Ok(())
}

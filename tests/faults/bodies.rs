//! Answers of success whose body is not what the description says.

use api_token_sdk::deepset_cloud::api_token::ListError;
use api_token_sdk::{ErrorKind, Result};
use serde_json::Value;
use uuid::Uuid;

use crate::fault_server::{FaultServer, Step, answer, json};
use crate::operations::{OPERATIONS, Operation, REMOVE_TOKEN, V1_LIST, clients};
use crate::{api_token, api_tokens, head, outcomes, write};

/// Those whose answer has a body.
fn with_content() -> impl Iterator<Item = &'static Operation> {
    OPERATIONS.iter().filter(|operation| !operation.body.is_empty())
}

#[tokio::test]
async fn nothing_where_json_should_be() -> Result<()> {
    let empty = |operation: &'static Operation| (operation, operation.answer_with(""));
    let no_content = |operation: &'static Operation| (operation, json("204 No Content", ""));
    for (operation, outcome) in outcomes(with_content().flat_map(|it| [empty(it), no_content(it)])).await? {
        if operation.id == REMOVE_TOKEN.id {
            assert_eq!(outcome?, Value::Null, "the description allows any JSON there");
        } else {
            let error = outcome.unwrap_err();
            assert_eq!((error.kind(), error.attempts()), (ErrorKind::Decode, 1), "{error}");
            assert!(
                error.to_string().ends_with("expected JSON, found an empty body"),
                "{error}"
            );
        }
    }
    Ok(())
}

#[tokio::test]
async fn something_where_nothing_should_be() -> Result<()> {
    let without_content = OPERATIONS.iter().filter(|operation| operation.body.is_empty());
    let something = |status| json(status, "<html>deleted</html>");
    let cases = without_content.flat_map(|operation| {
        ["200 OK", "202 Accepted", "204 No Content"].map(|status| (operation, something(status)))
    });
    for (operation, outcome) in outcomes(cases).await? {
        assert_eq!(outcome?, Value::Null, "{}", operation.id);
    }
    Ok(())
}

/// A 204 has no body, whatever its headers say (RFC 9112 section 6.3). What comes nevertheless must not be taken for the
/// answer to the next request.
#[tokio::test]
async fn the_body_of_a_204_is_not_the_next_answer() -> Result<()> {
    let smuggled = json(
        "200 OK",
        r#"[{"id":"00000000-0000-0000-0000-000000000000","name":"smuggled"}]"#,
    );
    let no_content = format!(
        "HTTP/1.1 204 No Content\r\ncontent-length: {}\r\n\r\n{smuggled}",
        smuggled.len()
    );
    let server = FaultServer::start([
        vec![Step::Read, write(no_content), Step::Read, Step::Hang],
        answer(V1_LIST.answer()),
    ])
    .await;
    let api_tokens = api_tokens(&server)?;

    let () = api_tokens.delete(Uuid::nil()).send().await?;
    let tokens = api_tokens.list().send().await?;

    assert_eq!(tokens[0].name, "a");
    assert_eq!(server.connections(), 2);
    Ok(())
}

#[tokio::test]
async fn a_body_longer_than_it_says() -> Result<()> {
    let whole = with_content().map(|operation| (operation, head(operation.body.len()) + operation.body + "and more"));
    for (operation, outcome) in outcomes(whole).await? {
        assert_eq!(outcome?, operation.value(), "{}", operation.id);
    }
    let cut = with_content().map(|operation| (operation, head(operation.body.len() - 1) + operation.body));
    for (operation, outcome) in outcomes(cut).await? {
        let error = outcome.unwrap_err();
        assert_eq!(
            (error.kind(), error.status()),
            (ErrorKind::Decode, Some(200)),
            "{}",
            operation.id
        );
    }
    Ok(())
}

#[tokio::test]
async fn json_is_read_whatever_it_claims_to_be() -> Result<()> {
    for claim in [
        "content-type: text/html; charset=utf-8",
        "content-type: application/octet-stream",
        "content-type: no media type",
        "content-type:",
        "x-content-type: application/json",
    ] {
        let claiming = with_content().map(|operation| {
            (
                operation,
                operation.answer().replace("content-type: application/json", claim),
            )
        });
        for (operation, outcome) in outcomes(claiming).await? {
            assert_eq!(outcome?, operation.value(), "{claim}: {}", operation.id);
        }
    }
    Ok(())
}

#[tokio::test]
async fn what_is_no_json_says_what_it_is() -> Result<()> {
    let pages = with_content().map(|operation| {
        (
            operation,
            operation.answer_with("<html>").replace("application/json", "text/html"),
        )
    });
    for (operation, outcome) in outcomes(pages).await? {
        let error = outcome.unwrap_err();
        assert_eq!(
            (error.kind(), error.status()),
            (ErrorKind::Decode, Some(operation.status))
        );
        assert_eq!((error.attempts(), error.body()), (1, Some(&b"<html>"[..])));
        assert!(error.to_string().ends_with("expected JSON, found text/html"), "{error}");
    }
    Ok(())
}

#[tokio::test]
async fn a_byte_order_mark_is_skipped() -> Result<()> {
    let marked =
        with_content().map(|operation| (operation, operation.answer_with(&format!("\u{FEFF}{}", operation.body))));
    for (operation, outcome) in outcomes(marked).await? {
        assert_eq!(outcome?, operation.value(), "{}", operation.id);
    }
    let marked = json("422 Unprocessable", "\u{FEFF}{\"detail\":[]}");
    let server = FaultServer::start([answer(marked)]).await;
    let error = api_token(&server)?.list().send().await.unwrap_err();
    assert!(error.typed::<ListError>().is_some(), "{error}");
    Ok(())
}

#[tokio::test]
async fn a_body_larger_than_allowed_is_not_read_to_its_end() -> Result<()> {
    let endless = "HTTP/1.1 200 OK\r\n\r\n".to_owned() + &" ".repeat(10_000);
    let server = FaultServer::start([vec![Step::Read, write(endless), Step::Hang]]).await;
    let clients = clients!(.base_url(server.url()).max_response_size(1000));
    for operation in &OPERATIONS {
        let error = operation.send(&clients).await.unwrap_err();
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::BodyTooLarge, 1));
    }
    Ok(())
}

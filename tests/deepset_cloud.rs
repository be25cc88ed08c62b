//! The client of deepset Cloud against a mock of it: what is sent, and what becomes of the answers.

mod support;

#[path = "support/deepset_cloud.rs"]
mod service;

use api_token_sdk::deepset_cloud::api_token::{CreateTokenError, ListError, RemoveError};
use api_token_sdk::deepset_cloud::{Client, models};
use api_token_sdk::{Error, ErrorKind, Result};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use support::{Outcome, TOKEN, bearer_token, last_received, received};
use uuid::Uuid;
use wiremock::{MockServer, ResponseTemplate};

fn client(server: &MockServer) -> Result<Client> {
    Client::builder().base_url(server.uri()).http_bearer(TOKEN).build()
}

#[tokio::test]
async fn create_token_sends_when_the_key_expires_and_reads_the_key() -> Outcome {
    let server = service::start().await;
    let when = DateTime::parse_from_rfc3339("2022-05-12T12:25:09+02:00")?;
    let body = models::CreateToken::new().expires_at(when);

    let made = client(&server)?.api_token().create_token(body).send().await?;

    assert_eq!(made.api_token, service::API_TOKEN);
    let request = last_received(&server).await?;
    assert_eq!((request.method.as_str(), request.url.path()), ("POST", "/api/v1/token"));
    assert_eq!(request.url.query(), None);
    assert_eq!(request.headers["content-type"], "application/json");
    assert_eq!(bearer_token(&request), Some(TOKEN));
    let sent: Value = request.body_json()?;
    let expires_at = sent["expires_at"].as_str().unwrap_or_default();
    assert_eq!(DateTime::parse_from_rfc3339(expires_at)?, when);
    Ok(())
}

#[tokio::test]
async fn create_token_takes_a_time_of_any_zone_and_leaves_out_one_that_is_not_set() -> Outcome {
    let server = service::start().await;
    let api_token = client(&server)?.api_token();

    let _ = api_token
        .create_token(models::CreateToken::new().expires_at(Utc::now()))
        .send()
        .await?;
    assert!(last_received(&server).await?.body_json::<Value>()?["expires_at"].is_string());

    let _ = api_token.create_token(models::CreateToken::new()).send().await?;
    assert_eq!(last_received(&server).await?.body_json::<Value>()?, json!({}));
    Ok(())
}

#[tokio::test]
async fn create_token_accepts_either_of_its_two_schemes() -> Outcome {
    let server = service::start().await;
    let client = Client::builder().base_url(server.uri()).http_bearer1(TOKEN).build()?;

    let _ = client
        .api_token()
        .create_token(models::CreateToken::new())
        .send()
        .await?;
    assert_eq!(bearer_token(&last_received(&server).await?), Some(TOKEN));

    let error = client.api_token().list().send().await.unwrap_err();
    assert_eq!(
        error.status(),
        Some(401),
        "`list` does not accept HTTPBearer1, so it must not be sent there"
    );
    assert_eq!(bearer_token(&last_received(&server).await?), None);

    let own = client
        .api_token()
        .create_token(models::CreateToken::new())
        .http_bearer1("another");
    let _ = own.send().await?;
    assert_eq!(bearer_token(&last_received(&server).await?), Some("another"));
    Ok(())
}

#[tokio::test]
async fn secrets_do_not_show_in_debug() -> Outcome {
    let server = service::start().await;
    let client = client(&server)?;
    let request = client.api_token().create_token(models::CreateToken::new());

    let made = request.clone().send().await?;

    for text in [
        format!("{client:?}"),
        format!("{request:?}"),
        format!("{made:?}"),
        format!("{made:#?}"),
    ] {
        assert!(!text.contains(service::API_TOKEN), "{text}");
        assert!(!text.contains(TOKEN), "{text}");
    }
    assert!(
        format!("{made:?}").contains("api_token"),
        "the name of a hidden field is no secret"
    );
    Ok(())
}

#[tokio::test]
async fn list_reads_a_page() -> Outcome {
    let server = service::start().await;

    let page = client(&server)?
        .api_token()
        .list()
        .limit(2)
        .page_number(1)
        .send()
        .await?;

    let ids: Vec<Uuid> = page.data.iter().map(|token| token.api_token_id).collect();
    let expected: Vec<Uuid> = service::TOKEN_IDS
        .iter()
        .map(|id| id.parse())
        .collect::<std::result::Result<_, _>>()?;
    assert_eq!(ids, expected);
    assert_eq!(
        page.data[0].expires_at,
        DateTime::parse_from_rfc3339(service::EXPIRES_AT)?
    );
    assert_eq!(page.data[0].user.given_name, "Ada");
    assert_eq!(page.data[0].user.family_name, "Lovelace");
    assert!(page.has_more);
    assert_eq!(page.total, 5);

    let request = last_received(&server).await?;
    assert_eq!((request.method.as_str(), request.url.path()), ("GET", "/api/v1/token"));
    assert_eq!(request.url.query(), Some("limit=2&page_number=1"));
    assert_eq!(bearer_token(&request), Some(TOKEN));
    assert!(request.body.is_empty());
    Ok(())
}

#[tokio::test]
async fn list_sends_only_the_parameters_that_are_set() -> Outcome {
    let server = service::start().await;
    let api_token = client(&server)?.api_token();
    let [before, after] = service::TOKEN_IDS;

    let _ = api_token.list().send().await?;
    assert_eq!(
        last_received(&server).await?.url.query(),
        None,
        "the default of `limit` is the server's to apply"
    );

    let _ = api_token
        .list()
        .before(before.parse::<Uuid>()?)
        .after(after.parse::<Uuid>()?)
        .send()
        .await?;
    assert_eq!(
        last_received(&server).await?.url.query(),
        Some(&*format!("before={before}&after={after}"))
    );

    let _ = api_token
        .list()
        .maybe_limit(None::<i64>)
        .maybe_page_number(Some(3))
        .send()
        .await?;
    assert_eq!(last_received(&server).await?.url.query(), Some("page_number=3"));
    Ok(())
}

#[tokio::test]
async fn remove_gives_whatever_json_the_server_answers() -> Outcome {
    let server = service::start().await;
    let id: Uuid = service::TOKEN_IDS[0].parse()?;

    let answer: Value = client(&server)?.api_token().remove(id).send().await?;

    assert_eq!(answer, service::removed());
    let request = last_received(&server).await?;
    assert_eq!(
        (request.method.as_str(), request.url.path()),
        ("DELETE", &*format!("/api/v1/token/{id}"))
    );
    assert_eq!(bearer_token(&request), Some(TOKEN));
    assert!(request.body.is_empty());
    Ok(())
}

#[tokio::test]
async fn a_request_has_its_own_credential_and_its_own_query_parameters() -> Outcome {
    let server = service::start().await;
    let api_token = client(&server)?.api_token();

    let _ = api_token
        .list()
        .limit(1)
        .http_bearer("another")
        .query_param("trace", "1")
        .send()
        .await?;
    let request = last_received(&server).await?;
    assert_eq!(bearer_token(&request), Some("another"));
    assert_eq!(request.url.query(), Some("limit=1&trace=1"));

    let _ = api_token.list().send().await?;
    assert_eq!(
        bearer_token(&last_received(&server).await?),
        Some(TOKEN),
        "the client keeps its own credential"
    );
    Ok(())
}

#[tokio::test]
async fn a_request_has_its_own_number_of_retries() -> Outcome {
    let server = support::start_answering(ResponseTemplate::new(503).insert_header("retry-after", "0")).await;
    let api_token = client(&server)?.api_token();

    let error = api_token.list().retries(0).send().await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Status, Some(503)));
    assert_eq!(received(&server).await.len(), 1);

    let error = api_token.list().retries(1).send().await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Status, Some(503)));
    assert_eq!(received(&server).await.len(), 1 + 2);
    Ok(())
}

#[tokio::test]
async fn a_422_carries_its_typed_body_on_every_operation() -> Outcome {
    let server = service::start_refusing().await;
    let api_token = client(&server)?.api_token();

    let error = api_token
        .create_token(models::CreateToken::new())
        .send()
        .await
        .unwrap_err();
    let Some(CreateTokenError::Status422(body)) = error.typed() else {
        panic!("{error}")
    };
    assert_validation_error(&error, &body)?;

    let error = api_token.list().limit(-1).send().await.unwrap_err();
    let Some(ListError::Status422(body)) = error.typed() else {
        panic!("{error}")
    };
    assert_validation_error(&error, &body)?;

    let error = api_token.remove(Uuid::nil()).send().await.unwrap_err();
    let Some(RemoveError::Status422(body)) = error.typed() else {
        panic!("{error}")
    };
    assert_validation_error(&error, &body)?;

    assert_eq!(received(&server).await.len(), 3, "a 422 is not worth another attempt");
    Ok(())
}

fn assert_validation_error(error: &Error, body: &models::HttpValidationError) -> Outcome {
    assert_eq!((error.kind(), error.status()), (ErrorKind::Status, Some(422)));
    let raw: Value = serde_json::from_slice(error.body().unwrap_or_default())?;
    assert_eq!(raw, service::validation_error());
    assert_eq!(serde_json::to_value(body)?, raw);
    let detail = body.detail.as_deref().unwrap_or_default();
    assert_eq!(detail.iter().map(|one| one.loc.len()).collect::<Vec<_>>(), [2, 2]);
    assert_eq!(detail[1].msg, "field required");
    Ok(())
}

#[tokio::test]
async fn a_status_that_is_not_described_has_no_typed_body() -> Outcome {
    let server = service::start().await;
    let anonymous = Client::builder().base_url(server.uri()).build()?;

    let error = anonymous.api_token().list().send().await.unwrap_err();

    assert_eq!((error.kind(), error.status()), (ErrorKind::Status, Some(401)));
    assert!(error.typed::<ListError>().is_none());
    assert_eq!(error.body(), Some(&br#"{"detail":"Not authenticated"}"#[..]));
    Ok(())
}

#[test]
fn a_client_needs_no_base_url() -> Outcome {
    let client = Client::builder().http_bearer(TOKEN).build()?;
    let request = client.api_token().list().limit(2).build()?;
    assert_eq!(request.url(), "https://api.cloud.deepset.ai/api/v1/token?limit=2");
    Ok(())
}

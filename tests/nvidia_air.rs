//! The client of NVIDIA Air against a mock of it: what is sent, and what becomes of the answers.

mod support;

#[path = "support/nvidia_air.rs"]
mod service;

use api_token_sdk::nvidia_air::{Client, api_tokens, api_tokens_v2, models};
use api_token_sdk::{ErrorKind, Nullable, Result};
use chrono::DateTime;
use serde_json::{Value, json};
use support::{Outcome, TOKEN, bearer_token, last_received, received};
use uuid::Uuid;
use wiremock::{MockServer, ResponseTemplate};

fn client(server: &MockServer) -> Result<Client> {
    Client::builder().base_url(server.uri()).http_bearer(TOKEN).build()
}

#[tokio::test]
async fn create_sends_the_name_and_reads_the_token() -> Outcome {
    let server = service::start().await;

    let made = client(&server)?
        .api_tokens()
        .create(models::CreateToken::new("my_api_token"))
        .send()
        .await?;

    assert_eq!(made.id, service::TOKEN_ID.parse::<Uuid>()?);
    assert_eq!(made.name, "my_api_token");
    assert_eq!(made.token.as_deref(), Some(service::SECRET));
    let request = last_received(&server).await?;
    assert_eq!(
        (request.method.as_str(), request.url.path()),
        ("POST", "/api/v1/api-token/")
    );
    assert_eq!(request.headers["content-type"], "application/json");
    assert_eq!(bearer_token(&request), Some(TOKEN));
    assert_eq!(request.body_json::<Value>()?, json!({ "name": "my_api_token" }));
    Ok(())
}

#[tokio::test]
async fn create_passes_further_keys_on() -> Outcome {
    let server = service::start().await;
    let mut body = models::CreateToken::new("my_api_token");
    body.additional_properties
        .insert("scope".to_owned(), json!({ "read": [1, 2] }));
    body.additional_properties
        .insert("name".to_owned(), json!("not this one"));

    let _ = client(&server)?.api_tokens().create(body).send().await?;

    let text = String::from_utf8(last_received(&server).await?.body)?;
    assert_eq!(text.matches("\"name\"").count(), 1, "{text}");
    let sent: Value = serde_json::from_str(&text)?;
    assert_eq!(sent, json!({ "name": "my_api_token", "scope": { "read": [1, 2] } }));
    Ok(())
}

#[tokio::test]
async fn secrets_do_not_show_in_debug() -> Outcome {
    let server = service::start().await;
    let client = client(&server)?;

    let made = client
        .api_tokens()
        .create(models::CreateToken::new("my_api_token"))
        .send()
        .await?;

    for text in [format!("{client:?}"), format!("{made:?}"), format!("{made:#?}")] {
        assert!(!text.contains(service::SECRET), "{text}");
        assert!(!text.contains(TOKEN), "{text}");
    }
    assert!(format!("{made:?}").contains("my_api_token"), "a name is no secret");
    Ok(())
}

#[tokio::test]
async fn list_reads_an_array_and_takes_any_filter() -> Outcome {
    let server = service::start().await;

    let all: Vec<models::Token> = client(&server)?
        .api_tokens()
        .list()
        .query_param("name", "x & y")
        .send()
        .await?;

    assert_eq!(all.len(), 1);
    assert_eq!(all[0].id, service::TOKEN_ID.parse::<Uuid>()?);
    assert_eq!(all[0].token, None, "only the answer to `create` shows the token");
    let request = last_received(&server).await?;
    assert_eq!(
        (request.method.as_str(), request.url.path()),
        ("GET", "/api/v1/api-token/")
    );
    let query: Vec<_> = request.url.query_pairs().into_owned().collect();
    assert_eq!(query, [("name".to_owned(), "x & y".to_owned())]);
    assert_eq!(bearer_token(&request), Some(TOKEN));
    Ok(())
}

#[tokio::test]
async fn delete_has_no_body_to_read() -> Outcome {
    let server = service::start().await;
    let client = client(&server)?;
    let id: Uuid = service::TOKEN_ID.parse()?;

    let () = client
        .api_tokens()
        .delete(id)
        .query_param("force", "true")
        .send()
        .await?;
    let request = last_received(&server).await?;
    assert_eq!(
        (request.method.as_str(), request.url.path()),
        ("DELETE", &*format!("/api/v1/api-token/{id}/"))
    );
    assert_eq!(request.url.query(), Some("force=true"));
    assert_eq!(bearer_token(&request), Some(TOKEN));

    let () = client.api_tokens_v2().delete(id).send().await?;
    let request = last_received(&server).await?;
    assert_eq!(
        (request.method.as_str(), request.url.path()),
        ("DELETE", &*format!("/api/v2/api-tokens/{id}/"))
    );
    assert_eq!(bearer_token(&request), Some(TOKEN));
    Ok(())
}

#[tokio::test]
async fn create_of_version_2_sends_a_time_a_null_or_nothing() -> Outcome {
    let server = service::start().await;
    let api_tokens = client(&server)?.api_tokens_v2();
    let when = DateTime::parse_from_rfc3339(service::EXPIRY)?.to_utc();

    let made = api_tokens
        .create(models::CreateApiToken::new("timed").expiry(when))
        .send()
        .await?;
    assert_eq!(made.id, service::TOKEN_ID.parse::<Uuid>()?);
    assert_eq!(made.name, "timed");
    assert_eq!(made.created, DateTime::parse_from_rfc3339(service::CREATED)?);
    assert_eq!(made.expiry, Some(when));
    let request = last_received(&server).await?;
    assert_eq!(
        (request.method.as_str(), request.url.path()),
        ("POST", "/api/v2/api-tokens/")
    );
    assert_eq!(bearer_token(&request), Some(TOKEN));

    let made = api_tokens
        .create(models::CreateApiToken::new("endless").expiry(Nullable::Null))
        .send()
        .await?;
    assert_eq!(made.expiry, None);
    let sent: Value = last_received(&server).await?.body_json()?;
    assert_eq!(sent, json!({ "name": "endless", "expiry": null }));

    let _ = api_tokens.create(models::CreateApiToken::new("silent")).send().await?;
    let sent: Value = last_received(&server).await?.body_json()?;
    assert_eq!(sent, json!({ "name": "silent" }));
    Ok(())
}

#[tokio::test]
async fn list_of_version_2_reads_a_page() -> Outcome {
    let server = service::start().await;

    let page = client(&server)?
        .api_tokens_v2()
        .list()
        .limit(1)
        .offset(0)
        .name("my_api_token")
        .send()
        .await?;

    assert_eq!(page.count, 2);
    assert_eq!(page.next, Some(service::next_page(&server)));
    assert_eq!(page.previous, None);
    assert_eq!(page.results.len(), 1);
    assert_eq!(page.results[0].name, "my_api_token");
    assert_eq!(
        page.results[0].expiry,
        Some(DateTime::parse_from_rfc3339(service::EXPIRY)?.to_utc())
    );
    let request = last_received(&server).await?;
    assert_eq!(
        (request.method.as_str(), request.url.path()),
        ("GET", "/api/v2/api-tokens/")
    );
    assert_eq!(request.url.query(), Some("limit=1&offset=0&name=my_api_token"));
    assert_eq!(bearer_token(&request), Some(TOKEN));
    Ok(())
}

#[tokio::test]
async fn list_of_version_2_goes_from_page_to_page() -> Outcome {
    let server = service::start().await;
    let client = client(&server)?;
    let list = || client.api_tokens_v2().list().limit(1).name("my_api_token");

    let mut names = Vec::new();
    let mut items = list().items();
    while let Some(item) = items.next().await {
        names.push(item?.name);
    }
    assert_eq!(names, ["my_api_token", "another_token"]);
    let requests = received(&server).await;
    let queries: Vec<_> = requests.iter().map(|request| request.url.query()).collect();
    assert_eq!(queries, [Some("limit=1&name=my_api_token"), Some("limit=1&offset=1")]);
    assert!(requests.iter().all(|request| bearer_token(request) == Some(TOKEN)));

    let mut pages = list().pages();
    let first = pages.next().await.expect("a page")?;
    assert_eq!((first.count, first.next), (2, Some(service::next_page(&server))));
    let second = pages.next().await.expect("another page")?;
    assert_eq!((second.next, second.results.len()), (None, 1));
    assert!(pages.next().await.is_none());

    let mut few = list().items().max_pages(1);
    assert!(few.next().await.is_some_and(|item| item.is_ok()));
    let error = few.next().await.expect("there is another page").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Pages);
    Ok(())
}

#[tokio::test]
async fn a_next_page_elsewhere_is_not_asked_for() -> Outcome {
    let elsewhere = service::start().await;
    let page = json!({ "count": 2, "next": service::next_page(&elsewhere), "previous": null, "results": [] });
    let server = support::start_answering(ResponseTemplate::new(200).set_body_json(page)).await;

    let error = client(&server)?.api_tokens_v2().list().items().next().await;

    let error = error.expect("an error").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Redirect);
    assert!(received(&elsewhere).await.is_empty(), "the token stays here");
    Ok(())
}

#[tokio::test]
async fn a_token_that_does_not_exist_is_a_typed_404() -> Outcome {
    let server = service::start().await;
    let client = client(&server)?;

    let error = client.api_tokens().delete(Uuid::nil()).send().await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Status, Some(404)));
    assert_eq!(error.body(), Some(&br#"{"detail":"Not found."}"#[..]));
    let Some(api_tokens::DeleteError::Status404(body)) = error.typed() else {
        panic!("{error}")
    };
    assert_eq!(body.detail, "Not found.");

    let error = client.api_tokens_v2().delete(Uuid::nil()).send().await.unwrap_err();
    let Some(api_tokens_v2::DeleteError::Status404(body)) = error.typed() else {
        panic!("{error}")
    };
    assert_eq!(body.detail, "Not found.");
    Ok(())
}

#[tokio::test]
async fn a_request_without_a_token_is_a_typed_401() -> Outcome {
    let server = service::start().await;
    let anonymous = Client::builder().base_url(server.uri()).build()?;

    let error = anonymous.api_tokens().list().send().await.unwrap_err();

    assert_eq!((error.kind(), error.status()), (ErrorKind::Status, Some(401)));
    let Some(api_tokens::ListError::Status401(body)) = error.typed() else {
        panic!("{error}")
    };
    assert_eq!(body.detail, "Authentication credentials were not provided.");
    assert_eq!(bearer_token(&last_received(&server).await?), None);
    Ok(())
}

#[tokio::test]
async fn a_body_that_is_not_valid_is_a_typed_400() -> Outcome {
    let server = service::start().await;

    let error = client(&server)?
        .api_tokens()
        .create(models::CreateToken::new(""))
        .send()
        .await
        .unwrap_err();

    assert_eq!((error.kind(), error.status()), (ErrorKind::Status, Some(400)));
    let Some(api_tokens::CreateError::Status400(body)) = error.typed() else {
        panic!("{error}")
    };
    assert_eq!(
        serde_json::to_value(body)?,
        json!({ "name": ["This field may not be blank."] })
    );
    Ok(())
}

#[tokio::test]
async fn an_answer_of_another_kind_is_a_decode_error() -> Outcome {
    for text in [r#"{"detail":"no array"}"#, "<html>no JSON</html>", ""] {
        let server = support::start_answering(ResponseTemplate::new(200).set_body_string(text)).await;
        let error = client(&server)?.api_tokens().list().send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode, "{text:?} gave {error}");
        assert_eq!(received(&server).await.len(), 1, "an answer is not asked for twice");
    }
    Ok(())
}

#[tokio::test]
async fn an_error_answer_is_never_a_decode_error() -> Outcome {
    let page = "<html>Bad Gateway</html>";
    let server = support::start_answering(ResponseTemplate::new(502).set_body_string(page)).await;

    let error = client(&server)?
        .api_tokens()
        .list()
        .retries(0)
        .send()
        .await
        .unwrap_err();

    assert_eq!((error.kind(), error.status()), (ErrorKind::Status, Some(502)));
    assert_eq!(error.body(), Some(page.as_bytes()));
    assert!(error.typed::<api_tokens::ListError>().is_none());
    Ok(())
}

#[test]
fn a_client_needs_no_base_url() -> Outcome {
    let client = Client::builder().http_bearer(TOKEN).build()?;
    let request = client.api_tokens().list().build()?;
    assert_eq!(request.url(), "https://air.nvidia.com/api/v1/api-token/");
    Ok(())
}

//! The calls of the two SDKs, with what they give.

use api_token_sdk::{ErrorKind, deepset_cloud, nvidia_air};
use chrono::{DateTime, Utc};
use deepset_cloud::api_token::ListError;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let urls: Vec<String> = std::env::args().skip(1).collect();
    let [url, refusing, air] = urls.as_slice() else { return Err("three addresses are needed".into()) };
    deepset_cloud_calls(url).await?;
    deepset_cloud_errors(refusing).await?;
    nvidia_air_calls(air).await?;
    println!("all calls did what they should");
    Ok(())
}

async fn deepset_cloud_calls(url: &str) -> Result<(), Box<dyn std::error::Error>> {
    let client = deepset_cloud::Client::builder().base_url(url).http_bearer("token").build()?;
    let when = DateTime::parse_from_rfc3339("2022-05-20T15:30:46.463+02:00")?;

    let body = deepset_cloud::models::CreateToken::new().expires_at(when);
    let made = client.api_token().create_token(body).send().await?;
    let secret: &String = &made.api_token;
    assert!(secret.starts_with("api_"));
    assert!(!format!("{made:?}").contains(secret.as_str()), "the token shows in Debug");

    let page = client.api_token().list().limit(2).page_number(1).send().await?;
    let id: uuid::Uuid = page.data[0].api_token_id;
    assert!(page.data[0].expires_at == when);
    assert!(page.data[0].expires_at < Utc::now());

    let answer: serde_json::Value = client.api_token().remove(id).send().await?;
    assert!(!answer.is_null());

    let request = client.api_token().list().http_bearer("other").query_param("trace", "1").retries(0);
    assert_eq!(request.build()?.url().split_once('?').map(|(_, query)| query), Some("trace=1"));
    request.send().await?;
    Ok(())
}

async fn deepset_cloud_errors(url: &str) -> Result<(), Box<dyn std::error::Error>> {
    let client = deepset_cloud::Client::builder().base_url(url).http_bearer("token").build()?;
    let Err(error) = client.api_token().list().limit(0).send().await else { return Err("a 422 is an error".into()) };
    assert_eq!(error.kind(), ErrorKind::Status);
    assert_eq!(error.status(), Some(422));
    let body: Option<&[u8]> = error.body();
    assert!(body.is_some_and(|body| body.starts_with(b"{")));
    let Some(ListError::Status422(typed)) = error.typed() else { return Err("the body is declared".into()) };
    assert!(typed.detail.is_some_and(|detail| !detail.is_empty()));
    Ok(())
}

async fn nvidia_air_calls(url: &str) -> Result<(), Box<dyn std::error::Error>> {
    let air = nvidia_air::Client::builder().base_url(url).http_bearer("token").build()?;
    let body = nvidia_air::models::CreateToken::new("my_api_token").additional_property("note", "further keys travel");
    let token = air.api_tokens().create(body).send().await?;
    assert!(token.token.is_some());

    let all: Vec<nvidia_air::models::Token> = air.api_tokens().list().query_param("name", "x").send().await?;
    assert!(all.iter().all(|token| token.token.is_none()));

    let () = air.api_tokens().delete(token.id).send().await?;

    let created = air.api_tokens_v2().create(nvidia_air::models::CreateApiToken::new("v2")).send().await?;
    let page = air.api_tokens_v2().list().limit(1).send().await?;
    assert!(page.count >= 1);
    air.api_tokens_v2().delete(created.id).send().await?;
    Ok(())
}

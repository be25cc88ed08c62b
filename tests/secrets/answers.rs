//! What comes back: models, and how they came.

use api_token_sdk::{Result, deepset_cloud, nvidia_air};

use crate::fault_server::{FaultServer, answer, json};
use crate::{CANARY, debug_is_silent};

/// What `create` of NVIDIA Air answers.
const TOKEN: &str = r#"{"id":"01298e0c-4ef1-43ec-9675-93160eb29d9f","name":"mine","token":"CANARY"}"#;

#[test]
fn the_secret_fields_of_models() {
    let made: deepset_cloud::models::ApiTokenResult = serde_json::from_str(r#"{"api_token":"CANARY"}"#).unwrap();
    assert_eq!(made.api_token, CANARY);
    assert_eq!(format!("{made:?}"), "ApiTokenResult { api_token: [redacted] }");
    debug_is_silent(&Some(vec![made]));

    let made: nvidia_air::models::Token = serde_json::from_str(TOKEN).unwrap();
    assert_eq!(made.token.as_deref(), Some(CANARY));
    let shown = r#"Token { id: 01298e0c-4ef1-43ec-9675-93160eb29d9f, name: "mine", token: [redacted] }"#;
    assert_eq!(format!("{made:?}"), shown);
    debug_is_silent(&Some(vec![made.clone()]));

    let mut without = made;
    without.token = None;
    assert!(format!("{without:?}").ends_with("token: None }"), "{without:?}");
}

#[tokio::test]
async fn the_value_of_a_response() -> Result<()> {
    let server = FaultServer::start([
        answer(json("200 OK", r#"{"api_token":"CANARY"}"#)),
        answer(json("201 Created", TOKEN)),
    ])
    .await;

    let client = deepset_cloud::Client::builder().base_url(server.url()).build()?;
    let create_token = client
        .api_token()
        .create_token(deepset_cloud::models::CreateToken::new());
    let response = create_token.send_with_meta().await?;
    assert_eq!(response.value().api_token, CANARY);
    debug_is_silent(&response);

    let client = nvidia_air::Client::builder().base_url(server.url()).build()?;
    let create = client.api_tokens().create(nvidia_air::models::CreateToken::new("mine"));
    let response = create.send_with_meta().await?;
    assert_eq!(response.value().token.as_deref(), Some(CANARY));
    debug_is_silent(&response);
    Ok(())
}

#[tokio::test]
async fn the_headers_of_a_raw_response() -> Result<()> {
    let server = start_setting_a_cookie().await;
    let client = nvidia_air::Client::builder().base_url(server.url()).build()?;
    let raw = client.api_tokens().list().send_raw().await?;
    assert_eq!(raw.headers()["set-cookie"], "session=CANARY");
    debug_is_silent(&raw);
    Ok(())
}

#[tokio::test]
async fn the_headers_of_a_response() -> Result<()> {
    let server = start_setting_a_cookie().await;
    let client = nvidia_air::Client::builder().base_url(server.url()).build()?;
    let response = client.api_tokens().list().send_with_meta().await?;
    assert_eq!(response.headers()["set-cookie"], "session=CANARY");
    debug_is_silent(&response);
    Ok(())
}

/// A server that lists nothing and sets a cookie.
async fn start_setting_a_cookie() -> FaultServer {
    let text = json("200 OK", "[]").replace("\r\n\r\n", "\r\nset-cookie: session=CANARY\r\n\r\n");
    FaultServer::start([answer(text)]).await
}

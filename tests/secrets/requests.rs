//! What leads to a request, and the request itself.

use api_token_sdk::deepset_cloud::models::CreateToken;
use api_token_sdk::{Request, Result, nvidia_air};
use http::HeaderValue;
use uuid::Uuid;

use crate::{CANARY, debug_is_silent, deepset_cloud_builders, nvidia_air_builders};

/// A request without and with secrets of its own, and what is built from it.
macro_rules! request_is_silent {
    ($request:expr) => {
        debug_is_silent(&$request);
        debug_is_silent(&$request.build()?);

        let own = $request.http_bearer(CANARY).query_param("key", CANARY);
        debug_is_silent(&own);
        built_is_silent(&own.build()?);

        let own = $request
            .header("authorization", CANARY)
            .header("cookie", CANARY)
            .header("x-key", CANARY)
            .query_param("key", CANARY);
        debug_is_silent(&own);
        built_is_silent(&own.build()?);
    };
}

/// A request that has a secret in its query, and another one in its `authorization` header.
#[track_caller]
fn built_is_silent(request: &Request) {
    assert!(request.url().ends_with("key=CANARY"), "{}", request.url());
    assert!(request.headers()["authorization"].as_bytes().ends_with(b"CANARY"));
    debug_is_silent(request);
}

/// Whether the headers that hold a secret are marked as such.
fn are_sensitive(request: &Request) -> Vec<bool> {
    let secrets = request
        .headers()
        .values()
        .filter(|value| value.as_bytes().ends_with(b"CANARY"));
    secrets.map(HeaderValue::is_sensitive).collect()
}

#[test]
fn nothing_that_leads_to_a_request_of_deepset_cloud() -> Result<()> {
    for builder in deepset_cloud_builders() {
        debug_is_silent(&builder);
        let client = builder.build()?;
        debug_is_silent(&client);
        let api_token = client.api_token();
        debug_is_silent(&api_token);
        request_is_silent!(api_token.create_token(CreateToken::new()));
        request_is_silent!(api_token.create_token(CreateToken::new()).http_bearer1(CANARY));
        request_is_silent!(api_token.list());
        request_is_silent!(api_token.remove(Uuid::nil()));
    }
    Ok(())
}

#[test]
fn nothing_that_leads_to_a_request_of_nvidia_air() -> Result<()> {
    for builder in nvidia_air_builders() {
        debug_is_silent(&builder);
        let client = builder.build()?;
        debug_is_silent(&client);

        let api_tokens = client.api_tokens();
        debug_is_silent(&api_tokens);
        let body = nvidia_air::models::CreateToken::new("mine").additional_property("password", CANARY);
        let create = api_tokens.create(body);
        assert!(create.build()?.body().ends_with(br#""password":"CANARY"}"#));
        request_is_silent!(create.clone());
        request_is_silent!(api_tokens.list());
        request_is_silent!(api_tokens.delete(Uuid::nil()));

        let api_tokens = client.api_tokens_v2();
        debug_is_silent(&api_tokens);
        request_is_silent!(api_tokens.create(nvidia_air::models::CreateApiToken::new("mine")));
        request_is_silent!(api_tokens.list().name(CANARY));
        request_is_silent!(api_tokens.delete(Uuid::nil()));
    }
    Ok(())
}

#[test]
fn headers_with_a_credential_are_marked_as_sensitive() -> Result<()> {
    for builder in deepset_cloud_builders() {
        let create_token = builder.build()?.api_token().create_token(CreateToken::new());
        assert_eq!(are_sensitive(&create_token.build()?), [true]);
    }
    for builder in nvidia_air_builders() {
        let list = builder.build()?.api_tokens().list();
        assert_eq!(are_sensitive(&list.build()?), [true]);
    }
    Ok(())
}

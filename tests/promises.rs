//! What the types of the generated crate promise, whether or not a server ever answers.

use std::fmt::Debug;

use api_token_sdk::{Error, deepset_cloud, nvidia_air};
use uuid::Uuid;

/// A request can be kept, cloned, printed and moved to another thread, and so can a client.
fn is_plain_value<T: Clone + Debug + Send + Sync + 'static>(_: &T) {}

/// A future can be spawned on a runtime with several threads.
fn can_be_spawned<T: Send + 'static>(_: T) {}

/// An error fits into `Box<dyn Error + Send + Sync>` and into `anyhow::Error`.
fn is_error<T: std::error::Error + Send + Sync + 'static>() {}

#[test]
fn requests_of_deepset_cloud_are_plain_values_and_their_futures_can_be_spawned() {
    let client = deepset_cloud::Client::builder().build().unwrap();
    is_plain_value(&client);
    is_plain_value(&client.api_token());

    let create_token = client
        .api_token()
        .create_token(deepset_cloud::models::CreateToken::new());
    let list = client.api_token().list();
    let remove = client.api_token().remove(Uuid::nil());
    drop(client);

    is_plain_value(&create_token);
    is_plain_value(&list);
    is_plain_value(&remove);
    can_be_spawned(create_token.send());
    can_be_spawned(list.clone().send());
    can_be_spawned(list.clone().send_with_meta());
    can_be_spawned(list.send_raw());
    can_be_spawned(remove.send());
}

#[test]
fn requests_of_nvidia_air_are_plain_values_and_their_futures_can_be_spawned() {
    let client = nvidia_air::Client::builder().build().unwrap();
    is_plain_value(&client);
    is_plain_value(&client.api_tokens());
    is_plain_value(&client.api_tokens_v2());

    let create = client
        .api_tokens()
        .create(nvidia_air::models::CreateToken::new("my_api_token"));
    let list = client.api_tokens().list();
    let delete = client.api_tokens().delete(Uuid::nil());
    let create_v2 = client
        .api_tokens_v2()
        .create(nvidia_air::models::CreateApiToken::new("my_api_token"));
    let list_v2 = client.api_tokens_v2().list();
    let delete_v2 = client.api_tokens_v2().delete(Uuid::nil());
    drop(client);

    is_plain_value(&create);
    is_plain_value(&list);
    is_plain_value(&delete);
    is_plain_value(&create_v2);
    is_plain_value(&list_v2);
    is_plain_value(&delete_v2);
    can_be_spawned(create.send());
    can_be_spawned(list.send());
    can_be_spawned(delete.send());
    can_be_spawned(create_v2.send());
    can_be_spawned(list_v2.send());
    can_be_spawned(delete_v2.send());
}

#[test]
fn errors_travel_and_are_small() {
    is_error::<Error>();
    assert_eq!(size_of::<Error>(), size_of::<usize>());
}

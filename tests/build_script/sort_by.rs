//! Uses a query parameter that the description has only since the test has added it.

fn main() -> api_token_sdk::Result<()> {
    let client = api_token_sdk::deepset_cloud::Client::builder()
        .http_bearer("token")
        .build()?;
    println!("{}", client.api_token().list().sort_by("name").build()?.url());
    Ok(())
}

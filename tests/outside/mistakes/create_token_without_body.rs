use api_token_sdk::deepset_cloud::Client;

fn request(client: &Client) {
    let _ = client.api_token().create_token();
}

fn main() {}

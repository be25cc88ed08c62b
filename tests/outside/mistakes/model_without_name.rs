use api_token_sdk::nvidia_air::models::CreateToken;

fn body() -> CreateToken {
    CreateToken::new()
}

fn main() {}

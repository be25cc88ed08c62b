//! All operations of both services, for what has to hold for each of them.

use std::pin::Pin;

use api_token_sdk::{Result, deepset_cloud, nvidia_air};
use serde_json::{Value, json};
use uuid::Uuid;

/// A client of each service.
pub(crate) struct Clients {
    pub(crate) deepset_cloud: deepset_cloud::Client,
    pub(crate) nvidia_air: nvidia_air::Client,
}

/// `clients!(.base_url(url).retries(0))`: a client of each service, with the same settings.
macro_rules! clients {
    ($(.$setting:ident($value:expr))*) => {
        $crate::operations::Clients {
            deepset_cloud: api_token_sdk::deepset_cloud::Client::builder()$(.$setting($value))*.build()?,
            nvidia_air: api_token_sdk::nvidia_air::Client::builder()$(.$setting($value))*.build()?,
        }
    };
}
pub(crate) use clients;

/// An operation, and how to call it.
pub(crate) struct Operation {
    pub(crate) id: &'static str,
    pub(crate) method: &'static str,
    /// The status of a success.
    pub(crate) status: u16,
    /// The body of a success, which is JSON that is read and written back as it was. Empty where there is none.
    pub(crate) body: &'static str,
    send: fn(&Clients) -> Sent,
}

/// What the operation answers, as JSON.
type Sent = Pin<Box<dyn Future<Output = Result<Value>> + Send>>;

impl Operation {
    /// Sends a request with no more than the operation requires.
    pub(crate) fn send(&self, clients: &Clients) -> Sent {
        (self.send)(clients)
    }

    /// What [`send`](Self::send) gives for [`body`](Self::body).
    pub(crate) fn value(&self) -> Value {
        self.body.parse().unwrap_or_default()
    }

    /// Whether the service may be asked twice to do the same (RFC 9110 section 9.2.2).
    pub(crate) fn is_repeatable(&self) -> bool {
        self.method != "POST"
    }
}

/// All there are: those of deepset Cloud, then both versions of those of NVIDIA Air.
pub(crate) static OPERATIONS: [Operation; 9] = [
    CREATE_TOKEN,
    LIST_TOKENS,
    REMOVE_TOKEN,
    V1_CREATE,
    V1_LIST,
    V1_DELETE,
    V2_CREATE,
    V2_LIST,
    V2_DELETE,
];

pub(crate) const CREATE_TOKEN: Operation = Operation {
    id: "create_token_api_v1_token_post",
    method: "POST",
    status: 200,
    body: r#"{"api_token":"api_0123456789"}"#,
    send: |clients| {
        let body = deepset_cloud::models::CreateToken::new();
        let request = clients.deepset_cloud.api_token().create_token(body);
        Box::pin(async { Ok(json!(request.send().await?)) })
    },
};

pub(crate) const LIST_TOKENS: Operation = Operation {
    id: "list_tokens_api_v1_token_get",
    method: "GET",
    status: 200,
    body: r#"{"data":[],"has_more":false,"total":7}"#,
    send: |clients| {
        let request = clients.deepset_cloud.api_token().list();
        Box::pin(async { Ok(json!(request.send().await?)) })
    },
};

pub(crate) const REMOVE_TOKEN: Operation = Operation {
    id: "remove_token_api_v1_token__api_token_id__delete",
    method: "DELETE",
    status: 200,
    body: r#"{"removed":1}"#,
    send: |clients| {
        let request = clients.deepset_cloud.api_token().remove(Uuid::nil());
        Box::pin(async { Ok(json!(request.send().await?)) })
    },
};

pub(crate) const V1_CREATE: Operation = Operation {
    id: "v1_api-token_create",
    method: "POST",
    status: 201,
    body: r#"{"id":"01298e0c-4ef1-43ec-9675-93160eb29d9f","name":"a","token":"0123456789"}"#,
    send: |clients| {
        let body = nvidia_air::models::CreateToken::new("a");
        let request = clients.nvidia_air.api_tokens().create(body);
        Box::pin(async { Ok(json!(request.send().await?)) })
    },
};

pub(crate) const V1_LIST: Operation = Operation {
    id: "v1_api-token_list",
    method: "GET",
    status: 200,
    body: r#"[{"id":"01298e0c-4ef1-43ec-9675-93160eb29d9f","name":"a"}]"#,
    send: |clients| {
        let request = clients.nvidia_air.api_tokens().list();
        Box::pin(async { Ok(json!(request.send().await?)) })
    },
};

pub(crate) const V1_DELETE: Operation = Operation {
    id: "v1_api-token_delete",
    method: "DELETE",
    status: 204,
    body: "",
    send: |clients| {
        let request = clients.nvidia_air.api_tokens().delete(Uuid::nil());
        Box::pin(async { Ok(json!(request.send().await?)) })
    },
};

pub(crate) const V2_CREATE: Operation = Operation {
    id: "v2_api-tokens_create",
    method: "POST",
    status: 201,
    body: r#"{"id":"01298e0c-4ef1-43ec-9675-93160eb29d9f","name":"a","created":"2024-05-20T13:30:46Z","expiry":null}"#,
    send: |clients| {
        let body = nvidia_air::models::CreateApiToken::new("a");
        let request = clients.nvidia_air.api_tokens_v2().create(body);
        Box::pin(async { Ok(json!(request.send().await?)) })
    },
};

pub(crate) const V2_LIST: Operation = Operation {
    id: "v2_api-tokens_list",
    method: "GET",
    status: 200,
    body: r#"{"count":7,"next":null,"previous":null,"results":[]}"#,
    send: |clients| {
        let request = clients.nvidia_air.api_tokens_v2().list();
        Box::pin(async { Ok(json!(request.send().await?)) })
    },
};

pub(crate) const V2_DELETE: Operation = Operation {
    id: "v2_api-tokens_delete",
    method: "DELETE",
    status: 204,
    body: "",
    send: |clients| {
        let request = clients.nvidia_air.api_tokens_v2().delete(Uuid::nil());
        Box::pin(async { Ok(json!(request.send().await?)) })
    },
};

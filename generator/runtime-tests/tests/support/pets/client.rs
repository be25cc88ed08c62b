use oasmith_runtime::runtime;
use oasmith_runtime::{Credential, Result, Secret};

use super::operations::Pets;
use super::pages::Pages;
use super::streams::Streams;

/// A client of Pets.
#[derive(Clone, Debug)]
pub struct Client {
    core: runtime::Client,
}

impl Client {
    pub fn builder() -> ClientBuilder {
        ClientBuilder {
            core: runtime::ClientBuilder::new(&API),
        }
    }

    /// A client that sends to a test server.
    pub fn to(url: &str) -> Result<Self> {
        Self::builder().base_url(url).build()
    }

    pub fn core(&self) -> &runtime::Client {
        &self.core
    }

    pub fn pets(&self) -> Pets {
        Pets::new(&self.core)
    }

    pub fn pages(&self) -> Pages {
        Pages::new(&self.core)
    }

    pub fn streams(&self) -> Streams {
        Streams::new(&self.core)
    }
}

#[derive(Clone, Debug)]
#[must_use = "a builder makes nothing until `build` is called"]
pub struct ClientBuilder {
    core: runtime::ClientBuilder,
}

impl ClientBuilder {
    pub fn bearer(self, token: impl Into<Credential>) -> Self {
        Self {
            core: self.core.credential(&BEARER, token.into()),
        }
    }

    pub fn basic(self, username: impl Into<String>, password: impl Into<Secret>) -> Self {
        Self {
            core: self
                .core
                .credential(&BASIC, runtime::Credential::basic(username, password)),
        }
    }

    pub fn header_key(self, key: impl Into<Credential>) -> Self {
        Self {
            core: self.core.credential(&HEADER_KEY, key.into()),
        }
    }

    pub fn query_key(self, key: impl Into<Credential>) -> Self {
        Self {
            core: self.core.credential(&QUERY_KEY, key.into()),
        }
    }

    pub fn cookie_key(self, key: impl Into<Credential>) -> Self {
        Self {
            core: self.core.credential(&COOKIE_KEY, key.into()),
        }
    }

    pub fn oauth(self, token: impl Into<Credential>) -> Self {
        Self {
            core: self.core.credential(&OAUTH, token.into()),
        }
    }

    pub fn server(self, index: usize) -> Self {
        Self {
            core: self.core.server(index),
        }
    }

    pub fn server_region(self, value: impl Into<String>) -> Self {
        Self {
            core: self.core.server_variable("region", value),
        }
    }

    pub fn server_name(self, value: impl Into<String>) -> Self {
        Self {
            core: self.core.server_variable("name", value),
        }
    }
}

runtime::client_builder!(ClientBuilder -> Client);

static API: runtime::Api = runtime::Api {
    name: "Pets",
    servers: &[
        runtime::Server {
            url: "https://api.pets.example/v1",
            variables: &[],
        },
        runtime::Server {
            url: "https://{name}.{region}.pets.example/v1",
            variables: &[
                runtime::ServerVariable {
                    name: "name",
                    default: "www",
                    values: &[],
                },
                runtime::ServerVariable {
                    name: "region",
                    default: "eu",
                    values: &["eu", "us"],
                },
            ],
        },
        runtime::Server {
            url: "/v1",
            variables: &[],
        },
    ],
    user_agent: "pets-sdk/0.1.0",
};

pub(super) static BEARER: runtime::SecurityScheme = runtime::SecurityScheme {
    name: "HTTPBearer",
    kind: runtime::SchemeKind::Bearer,
};
pub(super) static OAUTH: runtime::SecurityScheme = runtime::SecurityScheme {
    name: "OAuth",
    kind: runtime::SchemeKind::OAuth2 {
        token_url: "https://login.pets.example/token",
    },
};
pub(super) static BASIC: runtime::SecurityScheme = runtime::SecurityScheme {
    name: "HTTPBasic",
    kind: runtime::SchemeKind::Basic,
};
pub(super) static HEADER_KEY: runtime::SecurityScheme = runtime::SecurityScheme {
    name: "HeaderKey",
    kind: runtime::SchemeKind::ApiKeyHeader("X-API-Key"),
};
pub(super) static QUERY_KEY: runtime::SecurityScheme = runtime::SecurityScheme {
    name: "QueryKey",
    kind: runtime::SchemeKind::ApiKeyQuery("api_key"),
};
pub(super) static COOKIE_KEY: runtime::SecurityScheme = runtime::SecurityScheme {
    name: "CookieKey",
    kind: runtime::SchemeKind::ApiKeyCookie("sid"),
};

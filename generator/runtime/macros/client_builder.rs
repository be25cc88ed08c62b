//! The settings that every client has.

/// `client_builder!(ClientBuilder -> Client)`: the settings that do not depend on the description, and `build`.
#[doc(hidden)]
#[macro_export]
macro_rules! __client_builder {
    ($builder:ident -> $client:ident) => {
        impl $builder {
            /// Sends requests to this base URL instead of to a server of the description. A path in it is kept and stands
            /// before the path of each operation.
            ///
            /// The URL must have neither user info nor a query nor a fragment, and must be `https`, except for a loopback
            /// address or after [`allow_plain_http`](Self::allow_plain_http).
            pub fn base_url(self, url: impl ::core::convert::Into<::std::string::String>) -> Self {
                Self {
                    core: self.core.base_url(url.into()),
                }
            }

            /// Allows an `http` base URL that is not a loopback address. Credentials then travel in the clear.
            pub fn allow_plain_http(self, allow: bool) -> Self {
                Self {
                    core: self.core.allow_plain_http(allow),
                }
            }

            /// How long one attempt may take, from the start until the answer is read. 60 seconds by default.
            pub fn timeout(self, timeout: ::core::time::Duration) -> Self {
                Self {
                    core: self.core.timeout(timeout),
                }
            }

            /// How long it may take to connect. 5 seconds by default. A client or transport of your own sets its own.
            pub fn connect_timeout(self, timeout: ::core::time::Duration) -> Self {
                Self {
                    core: self.core.connect_timeout(timeout),
                }
            }

            /// How long a call may take with all its attempts and the waits between them. No limit by default.
            pub fn total_timeout(self, timeout: ::core::time::Duration) -> Self {
                Self {
                    core: self.core.total_timeout(timeout),
                }
            }

            /// How often a call is tried again after a failure that may go away. Twice by default.
            ///
            /// A connection that could not be made is tried again for every method. A timeout, a lost connection and the
            /// status codes 408, 429, 500, 502, 503 and 504 only where repeating does no harm: for `GET`, `HEAD`, `PUT`,
            /// `DELETE` and `OPTIONS`, and where an idempotency key is sent.
            pub fn retries(self, retries: u32) -> Self {
                Self {
                    core: self.core.retries(retries),
                }
            }

            /// How many retries this client and its clones may spend while nothing succeeds; ten successes earn one back.
            /// 50 by default. It keeps a broken server from being hammered.
            pub fn retry_budget(self, retries: u32) -> Self {
                Self {
                    core: self.core.retry_budget(retries),
                }
            }

            /// The largest body of an answer that is read, in bytes, after decompression. 64 MiB by default.
            pub fn max_response_size(self, bytes: usize) -> Self {
                Self {
                    core: self.core.max_response_size(bytes),
                }
            }

            /// How much of the body of an error answer is kept, in bytes. 64 KiB by default.
            pub fn max_error_size(self, bytes: usize) -> Self {
                Self {
                    core: self.core.max_error_size(bytes),
                }
            }

            /// A header that is sent with every request, unless the request has its own.
            pub fn header(
                self,
                name: impl ::core::convert::Into<::std::string::String>,
                value: impl ::core::convert::Into<::std::string::String>,
            ) -> Self {
                Self {
                    core: self.core.header(&name.into(), &value.into()),
                }
            }

            /// The `User-Agent` header. The name and version of this crate by default.
            pub fn user_agent(self, value: impl ::core::convert::Into<::std::string::String>) -> Self {
                Self {
                    core: self.core.header("user-agent", &value.into()),
                }
            }

            /// Shows each attempt of each call to this hook, after those that were given before.
            pub fn hook(self, hook: impl $crate::runtime::Hook) -> Self {
                Self {
                    core: self.core.hook(hook),
                }
            }

            /// Sends with this HTTP client, for proxies, certificates and the like.
            ///
            /// Switch off its redirects (`reqwest::redirect::Policy::none()`): they can carry credentials to other hosts.
            /// Same-origin redirects of `GET` and `HEAD` are followed without it.
            pub fn reqwest_client(self, client: ::reqwest::Client) -> Self {
                Self {
                    core: self.core.reqwest_client(client),
                }
            }

            /// Sends with anything that turns a request into a response: a test needs no server.
            pub fn transport(self, transport: impl $crate::runtime::Transport) -> Self {
                Self {
                    core: self.core.transport(transport),
                }
            }

            /// Makes the client.
            ///
            /// # Errors
            ///
            /// When a setting is not valid. Nothing is sent.
            pub fn build(self) -> $crate::runtime::Result<$client> {
                ::core::result::Result::Ok($client {
                    core: self.core.build()?,
                })
            }
        }
    };
}

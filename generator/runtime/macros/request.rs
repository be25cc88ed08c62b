//! What every request can do.

/// `request!(ListRequest -> TokenPage)`: sends the request of an operation that answers with JSON. Other answers:
///
/// - `-> ()`, `-> String as text`, `-> Pet as xml by xml::PET`, with the table of its elements
/// - `-> Option<Job> as json_unless 202 | 204`, with statuses that have no body
/// - `-> CreateOutput as by_status`, for a type that implements `Output`
/// - `as download`, `-> Line as lines`, `-> Chunk as events`, `-> Change as whole_events` and `as text_events`, which are
///   streams
#[doc(hidden)]
#[macro_export]
macro_rules! __request {
    ($request:ident -> ()) => {
        $crate::runtime::request!(@ $request, (), |_| ::core::result::Result::Ok(()));
    };
    ($request:ident -> $output:ty as text) => {
        $crate::runtime::request!(@ $request, $output, |answer| answer.text());
    };
    // only where used: xml
    ($request:ident -> $output:ty as xml by $table:path) => {
        $crate::runtime::request!(@ $request, $output, |answer| answer.xml(&$table));
    };
    // end: xml
    ($request:ident -> $output:ty as json_unless $status:pat) => {
        $crate::runtime::request!(@ $request, $output, |answer| match answer.status() {
            $status => ::core::result::Result::Ok(::core::option::Option::None),
            _ => answer.json(),
        });
    };
    ($request:ident -> $output:ty as by_status) => {
        $crate::runtime::request!(@ $request, $output, |answer| $crate::runtime::Output::read(answer));
    };
    ($request:ident as download) => {
        $crate::runtime::request!(@stream $request, $crate::runtime::Download, download);
    };
    ($request:ident -> $output:ty as events) => {
        $crate::runtime::request!(@stream $request, $crate::runtime::Events<$output>, events);
    };
    ($request:ident -> $output:ty as whole_events) => {
        $crate::runtime::request!(@stream $request, $crate::runtime::Events<$output>, whole_events);
    };
    ($request:ident as text_events) => {
        $crate::runtime::request!(@stream $request, $crate::runtime::Events<::std::string::String>, text_events);
    };
    ($request:ident -> $output:ty as lines) => {
        $crate::runtime::request!(@stream $request, $crate::runtime::Lines<$output>, lines);
    };
    ($request:ident -> $output:ty) => {
        $crate::runtime::request!(@ $request, $output, |answer| answer.json());
    };
    (@stream $request:ident, $output:ty, $open:ident) => {
        impl $request {
            /// Sends the request. The answer is left to come; it has status and headers itself.
            ///
            /// # Errors
            ///
            /// When the request cannot be built or sent, or when the server answers with an error.
            /// [`Error::kind`]($crate::Error::kind) tells which.
            pub async fn send(self) -> $crate::runtime::Result<$output> {
                self.0.$open().await
            }

            /// Like [`send`](Self::send), for programs without asynchronous code. The answer has `next_blocking`, too.
            ///
            /// # Errors
            ///
            /// Like [`send`](Self::send).
            #[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
            pub fn send_blocking(self) -> $crate::runtime::Result<$output> {
                $crate::runtime::blocking(self.send())
            }
        }
        $crate::runtime::request!(@any $request);
    };
    (@ $request:ident, $output:ty, $read:expr) => {
        impl $request {
            /// Sends the request.
            ///
            /// # Errors
            ///
            /// When the request cannot be built or sent, when the server answers with an error, or when its answer cannot be
            /// read. [`Error::kind`]($crate::Error::kind) tells which.
            pub async fn send(self) -> $crate::runtime::Result<$output> {
                ::core::result::Result::Ok(self.send_with_meta().await?.into_value())
            }

            /// Like [`send`](Self::send), for programs without asynchronous code: it returns when the answer is there. Not for
            /// use inside of asynchronous code.
            ///
            /// # Errors
            ///
            /// Like [`send`](Self::send).
            #[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
            pub fn send_blocking(self) -> $crate::runtime::Result<$output> {
                $crate::runtime::blocking(self.send())
            }

            /// Sends the request; the result has status and headers besides the value.
            ///
            /// # Errors
            ///
            /// Like [`send`](Self::send).
            pub async fn send_with_meta(self) -> $crate::runtime::Result<$crate::runtime::Response<$output>> {
                self.0.send($read).await
            }
        }
        $crate::runtime::request!(@any $request);
    };
    (@any $request:ident) => {
        impl $request {
            /// Sends the request and leaves the answer alone, whatever its status. Redirects are not followed.
            ///
            /// # Errors
            ///
            /// When the request cannot be built or no answer came. An error status is no error here.
            pub async fn send_raw(self) -> $crate::runtime::Result<$crate::runtime::RawResponse> {
                self.0.send_raw().await
            }

            /// The request that would be sent.
            ///
            /// # Errors
            ///
            /// When the request cannot be built.
            pub fn build(&self) -> $crate::runtime::Result<$crate::runtime::Request> {
                self.0.build()
            }

            /// How long one attempt of this request may take, instead of what the client says.
            pub fn timeout(self, timeout: ::core::time::Duration) -> Self {
                Self(self.0.timeout(timeout))
            }

            /// How often this request is tried again, instead of what the client says.
            pub fn retries(self, retries: u32) -> Self {
                Self(self.0.retries(retries))
            }

            /// Adds a header that the description does not know.
            pub fn header(
                self,
                name: impl ::core::convert::Into<::std::string::String>,
                value: impl ::core::convert::Into<::std::string::String>,
            ) -> Self {
                Self(self.0.add_header(&name.into(), &value.into()))
            }

            /// Adds a query parameter that the description does not know.
            pub fn query_param(
                self,
                name: impl ::core::convert::Into<::std::string::String>,
                value: impl ::std::string::ToString,
            ) -> Self {
                Self(self.0.add_query(&name.into(), &value.to_string()))
            }
        }
    };
}

/// `idempotency_key!(CreateRequest)`: for the request of an operation that declares a header for such a key.
#[doc(hidden)]
#[macro_export]
macro_rules! __idempotency_key {
    ($request:ident) => {
        impl $request {
            /// The idempotency key of this request, instead of a random one for each call. All attempts carry the same.
            pub fn idempotency_key(self, key: impl ::core::convert::Into<::std::string::String>) -> Self {
                Self(self.0.idempotency_key(key.into()))
            }
        }
    };
}

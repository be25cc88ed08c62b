//! Everything in this crate that does not depend on the description: the same text in every generated crate.
//!
//! Emitted code is data for it. A request type holds a [`Call`]; [`Call::send`] turns it into a [`Request`], sends that
//! through a [`Transport`] as often as it takes, and reads the answer; models implement [`Object`] or [`Json`].
//!
//! Start reading with `send/`, where the parts meet. Nothing here is for users of the crate, but for what the crate root
//! re-exports.
//!
//! Some files are only emitted where a description needs them. Each hangs on one pair of comments like
//! `// only where used: chrono` and `// end: chrono`; the generator leaves out the file, or the folder, of that name and all
//! lines between them. The parts `basic` and `base64` need `base64` as a dependency, `stream` needs `futures-core`,
//! `upload` needs that and `http-body`, and `xml` needs `quick-xml`.

mod answer;
mod api;
#[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
mod blocking;
mod call;
mod client;
mod clock;
mod credential;
mod error;
mod future;
mod head;
mod hook;
mod json;
mod macros;
#[cfg(feature = "mock")]
mod mock;
mod raw_response;
mod request;
mod request_body;
mod response;
mod secret;
mod send;
mod transport;
mod url;

pub mod parameter;
pub mod retry;

pub use self::answer::{Answer, ErrorBody, Output};
pub use self::api::{Api, Operation, SchemeKind, SecurityScheme, Server, ServerVariable};
#[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
pub use self::blocking::blocking;
pub use self::call::Call;
pub use self::client::{Client, ClientBuilder};
pub use self::credential::{Credential, ProviderFuture};
pub use self::error::{Error, ErrorKind, Result};
pub use self::future::BoxFuture;
pub use self::hook::{Attempt, Hook, Outcome};
pub use self::json::{
    Alternative, IntegerEnum, Json, Map, MixedEnum, Nullable, Number, Object, ObjectReader, ObjectWriter, ReadError,
    ReadResult, StringEnum, Tree, Value, Writer, debug_object, deserialize, first_match, from_slice, known_members,
    serialize, to_vec,
};
pub use self::macros::{
    client_builder, credential, error_body, idempotency_key, integer_enum, json, mixed_enum, object, redacted_debug,
    request, setters, string_enum, union, variants,
};
#[cfg(feature = "mock")]
pub use self::mock::{Mock, Reply};
pub use self::parameter::{Escape, Style};
pub use self::raw_response::RawResponse;
pub use self::request::Request;
pub use self::response::Response;
pub use self::secret::Secret;
pub use self::transport::{Body, BodySource, Transport, TransportError, TransportResponse};

// only where used: alternative
pub use self::macros::alternative;
// end: alternative
// only where used: header
mod header;
pub use self::header::Header;
// end: header
// only where used: stream
mod stream;
// end: stream
// only where used: download
pub use self::stream::Download;
// end: download
// only where used: events
pub use self::stream::{Event, Events};
// end: events
// only where used: lines
pub use self::stream::Lines;
// end: lines
// only where used: pages
pub use self::macros::pages;
pub use self::stream::{Items, Pages, Paging};
// end: pages
// only where used: base64
pub use self::json::Base64;
// end: base64
// only where used: client_credentials
pub use self::credential::ClientCredentials;
// end: client_credentials
// only where used: chrono
pub use self::json::{Date, DateTime};
// end: chrono
// only where used: multipart
mod multipart;
pub use self::macros::multipart;
pub use self::multipart::{Encoding, File, Form, Multipart, Part};
// end: multipart
// only where used: webhook
mod webhook;
pub use self::webhook::{webhook, webhook_bytes, webhook_lines, webhook_text};
// end: webhook
// only where used: webhook_form
mod webhook_form;
pub use self::webhook_form::webhook_form;
// end: webhook_form
// only where used: webhook_xml
mod webhook_xml;
pub use self::webhook_xml::webhook_xml;
// end: webhook_xml
// only where used: webhook_key
mod webhook_key;
pub use self::webhook_key::WebhookKey;
// end: webhook_key
// only where used: xml
pub mod xml;
pub use self::xml::Xml;
// end: xml

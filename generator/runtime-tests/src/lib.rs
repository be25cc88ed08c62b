//! Compiles and tests the runtime that every generated crate carries. This crate stands for a generated one: the same
//! module, the same re-exports.

#[path = "../../runtime/mod.rs"]
pub mod runtime;

pub use runtime::{
    Attempt, Base64, Body, BodySource, BoxFuture, ClientCredentials, Credential, Date, DateTime, Download, Error,
    ErrorKind, Event, Events, File, Form, Header, Hook, Items, Lines, Map, Mock, Nullable, Outcome, Pages, RawResponse,
    Reply, Request, Response, Result, Secret, Transport, TransportError, TransportResponse, WebhookKey,
};

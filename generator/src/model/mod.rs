//! What an SDK is, in OpenAPI's nouns: plain data, no Rust in it, ids in the place of references.
//!
//! Read it as a glossary. [`Api`] holds everything that one description becomes; `lower` makes it, `passes` complete it,
//! and from `names` on it no longer changes.
//!
//! - [`Api`]
//!   - [`Server`], [`SecurityScheme`]
//!   - [`Resource`] — what a tag becomes
//!     - [`Operation`]
//!       - [`Parameter`], [`RequestBody`], [`Response`] — each leads to schemas
//!   - [`Webhook`] — what the server sends by itself
//!   - [`Schemas`]
//!     - [`Schema`]
//!       - [`Kind`] — object, enumeration, union, array, map, or a primitive

mod api;
mod constraints;
mod content;
mod header;
mod kind;
mod operation;
mod pagination;
mod parameter;
mod request_body;
mod response;
mod retries;
mod schema;
mod schemas;
mod security;
mod server;
mod unit;
mod webhook;
mod xml;

pub use api::{Api, Resource, says_something};
pub use constraints::{Bound, Constraints};
pub use content::{Content, Encoding, MediaType};
pub use header::{Header, HeaderKind, Scalar};
pub use kind::{
    AdditionalProperties, Discriminator, Enumeration, EnumerationValue, EnumerationValues, IntegerFormat, Kind, Object,
    Property, StringFormat, Union, Untyped, Variant,
};
pub use operation::{Method, Operation};
pub use pagination::{DeclaredPages, Habit, Input, Items, Pages, Paging};
pub use parameter::{In, Parameter, Reserved, Style};
pub use request_body::RequestBody;
pub use response::{Response, Status};
pub use retries::Retries;
pub use schema::{Access, Direction, Schema, Travels};
pub use schemas::{SchemaId, Schemas};
pub use security::{SchemeId, SecurityRequirement, SecurityScheme, SecuritySchemeKind};
pub use server::{Server, ServerVariable};
pub use unit::Unit;
pub use webhook::Webhook;
pub use xml::{Xml, XmlNode};

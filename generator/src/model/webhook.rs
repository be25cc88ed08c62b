use super::{Content, Method};
use crate::source::Place;

/// A request that the provider of the API sends by itself: a webhook (OpenAPI 3.1.1, section 4.8.1), or a callback of an
/// operation (section 4.8.18).
#[derive(Clone, Debug)]
pub struct Webhook {
    /// Where its operation stands.
    pub place: Place,
    /// Its name in the description.
    pub name: String,
    /// The operation that it is a callback of: `POST /subscriptions`.
    pub callback_of: Option<String>,
    /// The HTTP method that it is sent with.
    pub method: Method,
    /// A few words on what it says.
    pub summary: Option<String>,
    /// What it says, in CommonMark.
    pub description: Option<String>,
    /// Whether it should no longer be used.
    pub deprecated: bool,
    /// Where its body stands.
    pub body: Place,
    /// What its body holds.
    pub payload: Content,
    /// Whether it is signed as Standard Webhooks are.
    pub is_signed: bool,
}

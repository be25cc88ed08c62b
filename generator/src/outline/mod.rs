//! What a crate offers, for programs that look at it from outside: its operations, and values that its types have to hold.
//!
//! The corpus program of this repository asks for it, to compare the operations with those of the description, and to
//! read each example of the description into its type.

mod examples;

use serde_json::Value;

use crate::config;
use crate::emit::Outside;
use crate::model::Api;
use crate::names::Names;
use crate::resolve::Description;
use crate::source::Place;

/// What one API of a crate offers.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    /// Each operation, as `GET /pets`, sorted.
    pub operations: Vec<String>,
    /// How many types the models have.
    pub types: usize,
    /// Each example of a schema, of a request body or of a response that travels as JSON, sorted by place.
    pub examples: Vec<Example>,
}

/// A value that the description gives as an example, with the type that has to hold it.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// Where the value stands.
    pub place: Place,
    /// Where the schema stands that it is an example of.
    pub schema: Place,
    /// The Rust type, as a user of the crate writes it: `Option<my_sdk::models::Pet>`.
    pub ty: String,
    /// The value.
    pub value: Value,
}

/// The outline of one API.
pub(crate) fn outline(package: &config::Package, description: &Description, api: &Api, names: &Names) -> Outline {
    let mut operations: Vec<String> = api.operations().map(|(_, operation)| operation.route()).collect();
    operations.sort();
    Outline {
        operations,
        types: names.types.len(),
        examples: examples::examples(description, api, &Outside::new(package, api, names)),
    }
}

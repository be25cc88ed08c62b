//! What a crate offers, for programs that look at it from outside: its operations, and values that its types have to hold.
//!
//! The programs of `xtask` ask for it, to compare the operations with those of the description, to read each example of
//! the description into its type, and to send the example call of each operation to a server.

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
    /// The example call of each operation, in the order of the resources.
    pub calls: Vec<Call>,
    /// Each example of a schema, of a request body or of a response that travels as JSON, sorted by place.
    pub examples: Vec<Example>,
}

/// The example call of an operation, as its page shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// The operation: `GET /pets`.
    pub operation: String,
    /// The setters of the client's builder for the credentials: `.api_key("YOUR_KEY")`.
    pub credentials: String,
    /// What is done with the `client`, as statements of an asynchronous function that gives a `Result`.
    pub statements: String,
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
pub(crate) fn outline(package: &config::Package, description: &Description<'_>, api: &Api, names: &Names) -> Outline {
    let mut operations: Vec<String> = api.operations().map(|(_, operation)| operation.route()).collect();
    operations.sort();
    let outside = Outside::new(package, api, names);
    let calls = outside.calls().into_iter();
    Outline {
        calls: calls
            .map(|(operation, credentials, statements)| Call {
                operation,
                credentials,
                statements,
            })
            .collect(),
        operations,
        types: names.types.len(),
        examples: examples::examples(description, api, &outside),
    }
}

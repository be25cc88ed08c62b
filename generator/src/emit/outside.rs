//! The types of a crate, and its calls, as somebody writes them who depends on it.

use super::context::Context;
use super::example::{self, Detail};
use super::ty::Site;
use crate::config;
use crate::model::{Api, SchemaId};
use crate::names::Names;

/// A crate as it is seen by those who depend on it.
pub struct Outside<'a>(Context<'a>);

impl<'a> Outside<'a> {
    /// The view on one API.
    pub fn new(package: &'a config::Package, api: &'a Api, names: &'a Names) -> Self {
        Self(Context { package, api, names })
    }

    /// The type of a schema's values: `Option<my_sdk::models::Pet>`.
    pub fn ty(&self, id: SchemaId) -> String {
        // No type has a word in it that needs a space before the next.
        self.0.ty_or_null(id, Site::Outside).to_string().replace(' ', "")
    }

    /// The example call of each operation, as its page shows it: the route, the setters of the client's builder, and what
    /// is done with the client.
    pub fn calls(&self) -> Vec<(String, String, String)> {
        let resources = self.0.resources().into_iter();
        let operations = resources.flat_map(|(resource, names)| {
            let operations = resource.operations.iter().zip(&names.operations);
            operations.map(move |(operation, own)| (names, operation, own))
        });
        operations
            .map(|(resource, operation, names)| {
                let setters = example::credentials(&self.0, operation);
                let statements = example::statements(&self.0, resource, operation, names, Detail::Everything);
                (operation.route(), setters.to_string(), statements.to_string())
            })
            .collect()
    }
}

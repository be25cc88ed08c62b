//! The types of a crate as somebody writes them who depends on it.

use super::context::Context;
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
}

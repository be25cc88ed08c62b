//! Where a description keeps its things; each dialect has places of its own.

use super::Description;
use super::dialect::Dialect;
use crate::source::Place;

/// Where an API is served.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Server {
    /// Where it stands; its variables and its description stand below.
    pub place: Place,
    /// Its address; `None` where it is missing.
    pub url: Option<String>,
}

/// Where the schemas of a root document stand that have a name of their own.
pub(super) fn component_schemas(dialect: Dialect, root: &Place) -> Place {
    match dialect {
        Dialect::V2_0 => root.child("definitions"),
        Dialect::V3_0 | Dialect::V3_1 => root.child("components").child("schemas"),
    }
}

impl Description<'_> {
    /// The place of the object whose members are the schemas that have a name of their own.
    #[must_use]
    pub fn component_schemas(&self) -> &Place {
        &self.component_schemas
    }

    /// The place of the object whose members are the security schemes.
    #[must_use]
    pub fn security_schemes(&self) -> Place {
        match self.dialect {
            Dialect::V2_0 => self.root().child("securityDefinitions"),
            Dialect::V3_0 | Dialect::V3_1 => self.root().child("components").child("securitySchemes"),
        }
    }

    /// The servers that the description or an operation names, by its place.
    #[must_use]
    pub fn servers(&self, holder: &Place) -> Vec<Server> {
        match self.dialect {
            Dialect::V2_0 => self.swagger_server(holder).into_iter().collect(),
            Dialect::V3_0 | Dialect::V3_1 => {
                let places = self.elements(&holder.child("servers"));
                places
                    .map(|place| Server {
                        url: self.text(&place, "url").map(str::to_owned),
                        place,
                    })
                    .collect()
            }
        }
    }

    /// The places of the parameters of a path item or an operation, or of references to them.
    #[must_use]
    pub fn parameters(&self, holder: &Place) -> Vec<Place> {
        let places = self.elements(&holder.child("parameters"));
        places
            .filter(|place| self.dialect > Dialect::V2_0 || self.is_beside_the_body(place))
            .collect()
    }

    /// The place of the request body of an operation, or of a reference to it.
    #[must_use]
    pub fn request_body_of(&self, item: &Place, operation: &Place) -> Option<Place> {
        match self.dialect {
            Dialect::V2_0 => self.swagger_request_body(item, operation),
            Dialect::V3_0 | Dialect::V3_1 => {
                Some(operation.child("requestBody")).filter(|place| self.node(place).is_some())
            }
        }
    }
}

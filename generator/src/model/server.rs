use crate::source::Place;

/// Where an API is served (OpenAPI 3.0.4, section 4.7.5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Server {
    /// Where it stands.
    pub place: Place,
    /// The address, with `{variables}` in it.
    pub url: String,
    /// What it is for, in CommonMark.
    pub description: Option<String>,
    /// The variables in the address.
    pub variables: Vec<ServerVariable>,
}

/// A part of an address that is filled in (OpenAPI 3.0.4, section 4.7.6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServerVariable {
    /// Its name in the address.
    pub name: String,
    /// The value where the user gives none.
    pub default: String,
    /// The values that are allowed; empty for any.
    pub values: Vec<String>,
    /// What it is for, in CommonMark.
    pub description: Option<String>,
}

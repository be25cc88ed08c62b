//! Every Rust name, decided once.
//!
//! Nothing after this stage makes a name: [`Ident`] can only be made here. `docs/NAMES.md` has the rules as tables, which a
//! test holds to what comes out. In short: a component is called by its key, what is declared inline by the path that leads
//! to it, a field by its property, a variant by what says most about it, a method by its operation id less the noise.
//!
//! Where two things of one scope come to the same name, the one whose wire name or place sorts first keeps it, and a
//! number tells the others apart; so the order of the description never matters. A name that Rust or the emitted code
//! keeps for itself gets an underscore, or a word that says what it is.

mod bodies;
mod case;
mod collide;
mod ident;
mod members;
mod methods;
mod operations;
mod paths;
mod servers;
mod tables;
mod titles;
mod types;
mod unions;
mod units;
mod webhooks;
mod words;

use std::collections::BTreeMap;

use foldhash::HashMap;

use crate::config;
use crate::diagnostic::Report;
use crate::model::{Api, SchemaId};

use collide::{Wish, distinct};
pub use ident::Ident;
pub use members::{EnumerationNames, ObjectNames};
pub use operations::{OperationNames, ParameterNames, ResourceNames};
pub use types::TypeName;
pub use unions::UnionNames;
pub(crate) use words::kebab;

/// The types, for each schema that becomes one.
type Types = HashMap<SchemaId, TypeName>;

/// The names of one API.
#[derive(Clone, Debug)]
pub struct Names {
    /// The module that holds the API; `None` where it stands at the root of the crate.
    pub module: Option<Ident>,
    /// The types, for each schema that becomes one.
    pub types: Types,
    /// What the objects are made of.
    pub objects: HashMap<SchemaId, ObjectNames>,
    /// What the enumerations are made of.
    pub enumerations: HashMap<SchemaId, EnumerationNames>,
    /// What the unions are made of.
    pub unions: HashMap<SchemaId, UnionNames>,
    /// The resources, in the order of the model.
    pub resources: Vec<ResourceNames>,
    /// The security schemes, in the order of the model.
    pub schemes: Vec<SchemeNames>,
    /// The servers, in the order of the model.
    pub servers: Vec<ServerNames>,
    /// The functions that read webhooks and callbacks, in the order of the model.
    pub webhooks: Vec<Ident>,
    /// The constants of the headers that answers declare, in the order of the model.
    pub headers: Vec<Ident>,
    /// The tables of what travels as XML, for each schema that needs one.
    pub tables: BTreeMap<SchemaId, Ident>,
}

/// The names of a security scheme.
#[derive(Clone, Debug)]
pub struct SchemeNames {
    /// The setter of its credential.
    pub setter: Ident,
    /// The constant that holds its data.
    pub constant: Ident,
    /// The environment variable of its credential, where the configuration names one.
    pub variable: Option<String>,
}

/// The names of a server.
#[derive(Clone, Debug)]
pub struct ServerNames {
    /// The variant of `Server`.
    pub variant: Ident,
    /// The setters of its variables, in the order of the model.
    pub variables: Vec<Ident>,
}

/// Decides every name of an API.
pub fn decide(api: &Api, settings: &config::Api, report: &mut Report) -> Names {
    let schemes = servers::schemes(api, settings, report);
    let resources = operations::decide(api, settings, &schemes, report);
    let unions = unions::unions(api, report);
    let types = types::decide(api, settings, &unions, report);
    Names {
        module: settings.module.as_deref().map(Ident::module),
        tables: tables::decide(api, &types, &unions, report),
        types,
        objects: members::objects(api, report),
        enumerations: members::enumerations(api, report),
        unions,
        servers: servers::servers(api, report),
        webhooks: webhooks::decide(api, report),
        headers: headers(api, report),
        resources,
        schemes,
    }
}

fn headers(api: &Api, report: &mut Report) -> Vec<Ident> {
    let wishes = api.headers.iter().map(|header| Wish {
        name: Ident::shouty(&header.name),
        key: header.name.to_ascii_lowercase(),
        place: header.place.clone(),
    });
    distinct(&wishes.collect::<Vec<_>>(), &[], report)
}

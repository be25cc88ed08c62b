//! Resources, their methods (see `methods` for the rules), and what belongs to a method.

use foldhash::HashSet;

use super::bodies::{self, BodyNames};
use super::collide::{Wish, distinct};
use super::methods::{candidates, first_distinct};
use super::{Ident, SchemeNames};
use crate::config;
use crate::diagnostic::Report;
use crate::model::{Api, MediaType, Operation, Resource, Response};

/// Modules that stand beside those of the resources, and files that cargo takes for the roots of crates.
const RESERVED_MODULES: &[&str] = &[
    "client", "doctests", "headers", "lib", "main", "models", "runtime", "webhooks", "xml",
];
/// Methods of the client beside those that give a resource.
const RESERVED_ACCESSORS: &[&str] = &["builder", "new", "clone", "clone_from", "into", "try_into", "to_owned"];
/// What can be derived, or is used by its short name: a resource of the same name would hide it, and could not be linked to
/// by its name alone.
const RESERVED_RESOURCES: &[&str] = &[
    "Box",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Eq",
    "From",
    "Hash",
    "Into",
    "IntoIterator",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Some",
    "String",
    "ToOwned",
    "ToString",
    "Vec",
];
/// Methods of a resource that are not operations.
const RESERVED_METHODS: &[&str] = &["new", "clone", "clone_from", "into", "try_into", "to_owned", "borrow"];
/// Methods of every request.
const RESERVED_SETTERS: &[&str] = &[
    "send",
    "send_blocking",
    "send_with_meta",
    "send_raw",
    "build",
    "timeout",
    "header",
    "query_param",
    "retries",
    "idempotency_key",
    "pages",
    "items",
    "body",
    "maybe_body",
    "new",
    "clone",
    "clone_from",
    "into",
    "try_into",
    "to_owned",
    "borrow",
    "self_",
];

/// The names of a resource.
#[derive(Clone, Debug)]
pub struct ResourceNames {
    /// The module that holds it.
    pub module: Ident,
    /// The type.
    pub ident: Ident,
    /// The method of the client that gives it.
    pub accessor: Ident,
    /// Its operations, in the order of the model.
    pub operations: Vec<OperationNames>,
}

/// The names of an operation.
#[derive(Clone, Debug)]
pub struct OperationNames {
    /// The method of the resource.
    pub method: Ident,
    /// The constant that holds its data.
    pub constant: Ident,
    /// The type of its request.
    pub request: Ident,
    /// The type of its declared failures.
    pub error: Ident,
    /// The struct that holds the required inputs where they are too many for arguments.
    pub required: Ident,
    /// The type of its answers, where they differ by status.
    pub output: Ident,
    /// What sends the body in other media types, in the order of the model.
    pub bodies: Vec<BodyNames>,
    /// The parameters, in the order of the model.
    pub parameters: Vec<ParameterNames>,
    /// The credential setters of the request, for each security scheme of the API.
    pub credentials: Vec<Ident>,
    /// The methods of the request that ask for other answers, in the order of the model.
    pub alternatives: Vec<Ident>,
    /// The variants of `output`, in the order of the model.
    pub successes: Vec<Ident>,
    /// The variants of `error`, in the order of the model.
    pub failures: Vec<Ident>,
}

/// The names of a parameter.
#[derive(Clone, Debug)]
pub struct ParameterNames {
    /// The setter, or the argument.
    pub setter: Ident,
    /// The setter that takes an `Option`.
    pub maybe: Ident,
}

pub(super) fn decide(
    api: &Api,
    settings: &config::Api,
    schemes: &[SchemeNames],
    report: &mut Report,
) -> Vec<ResourceNames> {
    let wish = |resource: &Resource, name: Ident| Wish {
        name,
        key: resource.tag.clone(),
        place: resource.place.clone(),
    };
    let modules = api
        .resources
        .iter()
        .map(|resource| wish(resource, Ident::module(&resource.tag)));
    let modules: Vec<Wish> = modules.collect();
    let idents = api
        .resources
        .iter()
        .map(|resource| wish(resource, Ident::camel(&resource.tag)));
    let idents: Vec<Wish> = idents.collect();
    let accessors = distinct(&modules, RESERVED_ACCESSORS, &mut Report::default());
    // A module that is called like the one that it stands in is taken for a mistake by Clippy, and by readers.
    let own = settings.module.as_deref();
    let reserved: Vec<&str> = RESERVED_MODULES.iter().copied().chain(own).collect();
    let modules = distinct(&modules, &reserved, report);
    let idents = distinct(&idents, RESERVED_RESOURCES, &mut Report::default());
    let names = api.resources.iter().zip(modules).zip(idents).zip(accessors);
    names
        .map(|(((resource, module), ident), accessor)| ResourceNames {
            operations: operations(api, resource, &ident, settings, schemes, report),
            module,
            ident,
            accessor,
        })
        .collect()
}

fn operations(
    api: &Api,
    resource: &Resource,
    ident: &Ident,
    settings: &config::Api,
    schemes: &[SchemeNames],
    report: &mut Report,
) -> Vec<OperationNames> {
    let candidates: Vec<Vec<String>> = resource
        .operations
        .iter()
        .map(|operation| match chosen_name(operation, settings) {
            Some(name) => vec![name],
            None => candidates(api, operation, &resource.tag),
        })
        .collect();
    let wishes = resource.operations.iter().zip(first_distinct(&candidates));
    let wishes: Vec<Wish> = wishes
        .map(|(operation, name)| Wish {
            name: Ident::snake(name),
            key: operation.route(),
            place: operation.place.clone(),
        })
        .collect();
    let methods = distinct(&wishes, RESERVED_METHODS, report);
    let mut taken: HashSet<Ident> = methods.iter().cloned().collect();
    resource
        .operations
        .iter()
        .zip(methods)
        .map(|(operation, method)| {
            let bodies = bodies::decide(operation, &method, &mut taken);
            operation_names(operation, (method, bodies), ident, schemes, report)
        })
        .collect()
}

fn operation_names(
    operation: &Operation,
    (method, bodies): (Ident, Vec<BodyNames>),
    resource: &Ident,
    schemes: &[SchemeNames],
    report: &mut Report,
) -> OperationNames {
    let base = Ident::camel(method.as_str());
    // The resource's own type has the name already where a method is called after it: `Lists` and `list_s`.
    let beside = |suffix: &str| {
        let name = base.with_suffix(suffix);
        if name == *resource {
            name.with_underscore()
        } else {
            name
        }
    };
    let wish = |parameter: &crate::model::Parameter| Wish {
        name: Ident::snake(&parameter.name),
        key: format!("{:?} {}", parameter.location, parameter.name),
        place: parameter.place.clone(),
    };
    let parameters: Vec<Wish> = operation.parameters.iter().map(wish).collect();
    let alternatives: Vec<&str> = alternatives(operation).collect();
    let blocking: Vec<String> = alternatives.iter().map(|name| format!("{name}_blocking")).collect();
    let blocking: Vec<&str> = blocking.iter().map(String::as_str).collect();
    let reserved = RESERVED_SETTERS.iter().copied().chain(bodies::setters(operation));
    let reserved: Vec<&str> = reserved.chain(alternatives.iter().copied()).collect();
    let setters = distinct(&parameters, &[reserved, blocking].concat(), report);
    let credentials = schemes.iter().map(|scheme| free_of(&scheme.setter, &setters)).collect();
    let variant = |response: &Response| match response.status {
        crate::model::Status::Default => Ident::camel("default"),
        status => Ident::camel("status").with_suffix(status),
    };
    OperationNames {
        constant: Ident::shouty(method.as_str()),
        request: beside("Request"),
        error: beside("Error"),
        required: beside("Required"),
        output: beside("Output"),
        alternatives: alternatives.into_iter().map(Ident::snake).collect(),
        successes: operation.successes.iter().map(variant).collect(),
        failures: operation.failures.iter().map(variant).collect(),
        parameters: setters
            .into_iter()
            .map(|setter| ParameterNames {
                maybe: setter.with_prefix("maybe_"),
                setter,
            })
            .collect(),
        bodies,
        credentials,
        method,
    }
}

/// What the methods that ask for other answers are called: after the media type. The runtime's `alternative!` knows each of
/// these names.
fn alternatives(operation: &Operation) -> impl Iterator<Item = &'static str> {
    let has_events = operation
        .alternatives
        .iter()
        .any(|content| content.media_type == MediaType::EventStream);
    operation
        .alternatives
        .iter()
        .map(move |content| match content.media_type {
            MediaType::JsonLines if has_events => "stream_lines",
            MediaType::EventStream | MediaType::JsonLines => "stream",
            MediaType::Json => "send_json",
            MediaType::Xml => "send_xml",
            MediaType::Text => "send_text",
            _ => "send_bytes",
        })
}

fn free_of(name: &Ident, taken: &[Ident]) -> Ident {
    if taken.contains(name) {
        name.with_suffix("_credential")
    } else {
        name.clone()
    }
}

/// What the configuration or an extension calls the method.
fn chosen_name(operation: &Operation, settings: &config::Api) -> Option<String> {
    let configured = settings.operation(operation.id.as_deref(), &operation.route());
    let configured = configured.and_then(|operation| operation.name.clone());
    configured.or_else(|| operation.name_override.clone())
}

//! Resources, methods, and what belongs to a method.
//!
//! The name of a method is, in order of strength: what `oasmith.toml` says, what an extension of the description says, the
//! operation id less its noise, or the method and the path. The noise:
//!
//! - what frameworks add: the path and method at the end of FastAPI's ids (`create_token_api_v1_token_post` →
//!   `create_token`), the path at the beginning of Django's (`v1_api-token_list` → `list`);
//! - the resource's own name, in singular or plural, since it stands before the method anyway: `pets().list_pets()` →
//!   `pets().list()`. A part of it, such as the `tokens` of `list_tokens` in `api_token`, goes as well, unless the request
//!   body is called as the operation is: `create_token(CreateToken)` belongs together.
//!
//! Where that makes two methods of a resource the same, both keep the resource's name.

use heck::ToSnakeCase;

use super::collide::{Wish, distinct};
use super::{Ident, SchemeNames};
use crate::config;
use crate::diagnostic::Report;
use crate::model::{Api, Operation, Resource, Response};
use crate::source::Pointer;

/// Modules that stand beside those of the resources.
const RESERVED_MODULES: &[&str] = &["client", "models", "runtime"];
/// Methods of the client beside those that give a resource.
const RESERVED_ACCESSORS: &[&str] = &["builder", "new", "clone", "clone_from", "into", "try_into", "to_owned"];
/// Methods of a resource that are not operations.
const RESERVED_METHODS: &[&str] = &["new", "clone", "clone_from", "into", "try_into", "to_owned", "borrow"];
/// Methods of every request.
const RESERVED_SETTERS: &[&str] = &[
    "send", "send_with_meta", "send_raw", "build", "timeout", "header", "query_param", "retries", "idempotency_key",
    "body", "maybe_body", "new", "clone", "clone_from", "into", "try_into", "to_owned", "borrow", "self_",
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
    /// The operation among all of the API, for types that it declares inline.
    pub full_name: String,
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
    /// The parameters, in the order of the model.
    pub parameters: Vec<ParameterNames>,
    /// The credential setters of the request, for each security scheme of the API.
    pub credentials: Vec<Ident>,
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
    let modules = api.resources.iter().map(|resource| wish(resource, Ident::module(&resource.tag)));
    let modules: Vec<Wish> = modules.collect();
    let idents = api.resources.iter().map(|resource| wish(resource, Ident::camel(&resource.tag)));
    let idents: Vec<Wish> = idents.collect();
    let accessors = distinct(&modules, RESERVED_ACCESSORS, &mut Report::default());
    let modules = distinct(&modules, RESERVED_MODULES, report);
    let idents = distinct(&idents, &[], &mut Report::default());
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
    let full: Vec<String> = resource.operations.iter().map(full_name).collect();
    let chosen: Vec<Option<String>> = resource.operations.iter().map(|operation| chosen_name(operation, settings)).collect();
    let shortened = resource.operations.iter().zip(&full);
    let shortened: Vec<String> =
        shortened.map(|(operation, full)| without_resource(api, operation, full, &resource.tag)).collect();
    let wishes: Vec<Wish> = (0..resource.operations.len())
        .map(|index| {
            let operation = &resource.operations[index];
            let is_shared = shortened.iter().filter(|name| **name == shortened[index]).count() > 1;
            let natural = if is_shared { &full[index] } else { &shortened[index] };
            let name = Ident::snake(chosen[index].as_ref().unwrap_or(natural));
            Wish { name, key: operation.route(), place: operation.place.clone() }
        })
        .collect();
    let methods = distinct(&wishes, RESERVED_METHODS, report);
    resource
        .operations
        .iter()
        .zip(methods)
        .zip(full)
        .map(|((operation, method), full_name)| operation_names(operation, method, full_name, ident, schemes, report))
        .collect()
}

fn operation_names(
    operation: &Operation,
    method: Ident,
    full_name: String,
    resource: &Ident,
    schemes: &[SchemeNames],
    report: &mut Report,
) -> OperationNames {
    let base = Ident::camel(method.as_str());
    // The resource's own type has the name already where a method is called after it: `Lists` and `list_s`.
    let beside = |suffix: &str| {
        let name = base.with_suffix(suffix);
        if name == *resource { name.with_underscore() } else { name }
    };
    let wish = |parameter: &crate::model::Parameter| Wish {
        name: Ident::snake(&parameter.name),
        key: format!("{:?} {}", parameter.location, parameter.name),
        place: parameter.place.clone(),
    };
    let parameters: Vec<Wish> = operation.parameters.iter().map(wish).collect();
    let setters = distinct(&parameters, RESERVED_SETTERS, report);
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
        successes: operation.successes.iter().map(variant).collect(),
        failures: operation.failures.iter().map(variant).collect(),
        parameters: setters
            .into_iter()
            .map(|setter| ParameterNames { maybe: setter.with_prefix("maybe_"), setter })
            .collect(),
        credentials,
        method,
        full_name,
    }
}

fn free_of(name: &Ident, taken: &[Ident]) -> Ident {
    if taken.contains(name) { name.with_suffix("_credential") } else { name.clone() }
}

/// What the configuration or an extension calls the method.
fn chosen_name(operation: &Operation, settings: &config::Api) -> Option<String> {
    let configured = settings.operation(operation.id.as_deref(), &operation.route());
    let configured = configured.and_then(|operation| operation.name.clone());
    configured.or_else(|| operation.name_override.clone())
}

/// The operation among all of the API: its id less what a framework added, or the method and the path.
fn full_name(operation: &Operation) -> String {
    let Some(id) = &operation.id else { return name_from_route(operation) };
    let id = without_fastapi_tail(id, operation);
    without_django_head(&id.to_snake_case(), operation)
}

fn name_from_route(operation: &Operation) -> String {
    let mut words = vec![operation.method.as_str().to_lowercase()];
    let mut parameters = Vec::new();
    for segment in operation.path.split('/').filter(|segment| !segment.is_empty()) {
        if segment.contains('{') {
            parameters.push(segment.to_snake_case());
        } else {
            words.push(segment.to_snake_case());
        }
    }
    if !parameters.is_empty() {
        words.push("by".to_owned());
        words.push(parameters.join("_and_"));
    }
    words.join("_")
}

/// FastAPI makes ids from the function, the path with every other sign as `_`, and the method.
fn without_fastapi_tail<'a>(id: &'a str, operation: &Operation) -> &'a str {
    let sign = |character: char| if character.is_alphanumeric() { character } else { '_' };
    let path: String = operation.path.chars().map(sign).collect();
    let tail = format!("{path}_{}", operation.method.as_str().to_lowercase());
    id.strip_suffix(&tail).filter(|name| !name.is_empty()).unwrap_or(id)
}

/// Django's generators make ids from the fixed segments of the path, often less the first, and an action.
fn without_django_head(name: &str, operation: &Operation) -> String {
    let words: Vec<&str> = name.split('_').collect();
    let path = fixed_words(&operation.path);
    let longest = (1..words.len()).rev().find(|length| {
        let head: Vec<&str> = words[..*length].to_vec();
        path.ends_with(&head.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>())
    });
    longest.map_or_else(|| name.to_owned(), |length| words[length..].join("_"))
}

fn fixed_words(path: &str) -> Vec<String> {
    let fixed = path.split('/').filter(|segment| !segment.is_empty() && !segment.contains('{'));
    fixed.flat_map(|segment| segment.to_snake_case().split('_').map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// The name less the resource's own.
fn without_resource(api: &Api, operation: &Operation, name: &str, tag: &str) -> String {
    let words: Vec<&str> = name.split('_').collect();
    let tag = tag.to_snake_case();
    let tag: Vec<&str> = tag.split('_').collect();
    let position = (0..words.len()).find(|start| is_same_noun(&words[*start..], &tag));
    let kept: Vec<&str> = if let Some(start) = position {
        [&words[..start], &words[start + tag.len()..]].concat()
    } else if let (Some((last, rest)), Some(noun)) = (words.split_last(), tag.last())
        && is_same_word(last, noun)
        && !body_is_called(api, operation, name)
    {
        rest.to_vec()
    } else {
        words.clone()
    };
    if kept.is_empty() { name.to_owned() } else { kept.join("_") }
}

/// Whether the words begin with those of the tag, in singular or plural.
fn is_same_noun(words: &[&str], tag: &[&str]) -> bool {
    words.len() >= tag.len() && words.iter().zip(tag).all(|(word, noun)| is_same_word(word, noun))
}

fn is_same_word(a: &str, b: &str) -> bool {
    singular(a) == singular(b)
}

/// Enough of English to take `pets` for `pet`, `companies` for `company` and `boxes` for `box`.
fn singular(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        return format!("{stem}y");
    }
    for ending in ["xes", "ches", "shes", "sses"] {
        if word.ends_with(ending) {
            return word[..word.len() - 2].to_owned();
        }
    }
    match word.strip_suffix('s') {
        Some(stem) if !stem.is_empty() && !stem.ends_with('s') => stem.to_owned(),
        _ => word.to_owned(),
    }
}

/// Whether the request body is a component of the operation's own name.
fn body_is_called(api: &Api, operation: &Operation, name: &str) -> bool {
    let Some(body) = &operation.request_body else { return false };
    let pointer: &Pointer = &api.schemas[body.content.schema].place.pointer;
    match pointer.tokens().as_slice() {
        [components, _, component] => components == "components" && component.to_snake_case() == name,
        _ => false,
    }
}

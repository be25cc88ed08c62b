//! The examples of a description with the types that have to hold them.

use foldhash::HashSet;

use super::Example;
use crate::emit::Outside;
use crate::model::{Api, Content, MediaType, RequestBody, SchemaId};
use crate::resolve::Description;
use crate::source::Place;

/// Every example that stands at a schema of the model, or beside the schema of a body that travels as JSON.
pub(super) fn examples(description: &Description<'_>, api: &Api, outside: &Outside<'_>) -> Vec<Example> {
    let all = api.schemas.iter().filter(|(id, schema)| {
        let holds_files = schema.holds_files() || api.schemas[api.schemas.unaliased(*id)].holds_files();
        schema.request_of.is_none() && !holds_files
    });
    let of_schemas = all.flat_map(|(id, schema)| {
        let places = description.examples(&schema.place);
        places.into_iter().map(move |place| (place, id))
    });
    let of_bodies = contents(api)
        .filter(|content| content.media_type == MediaType::Json)
        .flat_map(|content| content.examples.iter().map(|place| (place.clone(), content.schema)));
    let optional = optional_bodies(api);
    let mut found: Vec<(Place, SchemaId)> = of_schemas.chain(of_bodies).collect();
    // A response that several operations share is met with each of them.
    found.sort();
    found.dedup();
    let example = |(place, id): (Place, SchemaId)| {
        let value = description.node(&place)?.clone();
        let ty = outside.ty(id);
        // No body is what `null` means where none is required.
        let is_none = value.is_null() && optional.contains(&place);
        Some(Example {
            value,
            schema: api.schemas[id].place.clone(),
            ty: if is_none { format!("Option<{ty}>") } else { ty },
            place,
        })
    };
    found.into_iter().filter_map(example).collect()
}

/// Where the examples stand of bodies that may be left out.
fn optional_bodies(api: &Api) -> HashSet<&Place> {
    api.operations()
        .filter_map(|(_, operation)| operation.request_body.as_ref())
        .filter(|body| !body.required)
        .flat_map(RequestBody::contents)
        .flat_map(|content| &content.examples)
        .collect()
}

/// What every operation sends and answers.
fn contents(api: &Api) -> impl Iterator<Item = &Content> {
    api.operations().flat_map(|(_, operation)| {
        let responses = operation.successes.iter().chain(&operation.failures);
        let answered = responses.filter_map(|response| response.content.as_ref());
        operation
            .request_body
            .iter()
            .flat_map(RequestBody::contents)
            .chain(answered)
            .chain(&operation.alternatives)
    })
}

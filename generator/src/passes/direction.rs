//! Which way the values of each schema travel.
//!
//! What clients send gets a constructor and setters; what only the server sends does not need them.

use crate::model::{Access, AdditionalProperties, Api, Direction, Kind, Operation, RequestBody, SchemaId};

/// Marks every schema that an operation leads to. A `readOnly` property is not sent, a `writeOnly` one not received.
pub(super) fn run(api: &mut Api) {
    let operations: Vec<&Operation> = api.resources.iter().flat_map(|resource| &resource.operations).collect();
    let parameters = operations
        .iter()
        .flat_map(|operation| &operation.parameters)
        .map(|parameter| parameter.schema);
    let bodies = operations
        .iter()
        .filter_map(|operation| operation.request_body.as_ref())
        .flat_map(RequestBody::contents)
        .map(|content| content.schema);
    let sent: Vec<SchemaId> = parameters.chain(bodies).collect();
    let answers = operations.iter().flat_map(|operation| {
        let responses = operation.successes.iter().chain(&operation.failures);
        let contents = responses.filter_map(|response| response.content.as_ref());
        contents.chain(&operation.alternatives)
    });
    let answers = answers.map(|content| content.schema);
    let received: Vec<SchemaId> = answers.chain(api.received_beside_answers()).collect();

    mark(api, sent, |direction| &mut direction.sent, Access::ReadOnly);
    mark(api, received, |direction| &mut direction.received, Access::WriteOnly);
}

fn mark(api: &mut Api, starts: Vec<SchemaId>, mark: fn(&mut Direction) -> &mut bool, other_way: Access) {
    let mut open = starts;
    while let Some(id) = open.pop() {
        let marked = mark(&mut api.schemas[id].direction);
        if std::mem::replace(marked, true) {
            continue;
        }
        match &api.schemas[id].kind {
            Kind::Array(next) | Kind::Map(next) | Kind::Alias(next) => open.push(*next),
            Kind::Tuple(elements) => open.extend(elements),
            Kind::Union(union) => open.extend(union.variants.iter().map(|variant| variant.schema)),
            Kind::Object(object) => {
                let properties = object.properties.iter().map(|property| property.schema);
                open.extend(properties.filter(|schema| api.schemas[*schema].access != other_way));
                if let AdditionalProperties::Declared(values) = object.additional {
                    open.push(values);
                }
            }
            _ => {}
        }
    }
}

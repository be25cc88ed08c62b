//! Finds the operations that answer in pages: those that are said to, and of the others those that follow a habit of the
//! field on both sides, in what they take and in what they answer. `docs/PAGES.md` has the rules as a table.

mod declared;
mod habits;
mod shape;

use crate::diagnostic::Report;
use crate::lower::unfit;
use crate::model::{Api, MediaType, Operation, Pages, Paging, SchemaId};

use shape::Shape;

pub(super) fn run(api: &mut Api, report: &mut Report) {
    let mut found: Vec<Option<Pages>> = Vec::new();
    for (_, operation) in api.operations() {
        found.push(pages(api, operation, report));
    }
    let operations = api.resources.iter_mut().flat_map(|resource| &mut resource.operations);
    for (operation, pages) in operations.zip(found) {
        operation.pages = pages;
    }
}

fn pages(api: &Api, operation: &Operation, report: &mut Report) -> Option<Pages> {
    let shape = page(operation).map(|root| Shape {
        schemas: &api.schemas,
        root,
    });
    match &operation.paging {
        Paging::Without => None,
        Paging::Unsaid => habits::recognized(operation, &shape?),
        Paging::Declared(said) => {
            let pages = match shape {
                Some(shape) => declared::checked(operation, said, &shape),
                None => Err("its answer is not one JSON value".to_owned()),
            };
            let tell = |problem: String| report.push(unfit(&operation.route(), said.location.clone(), &problem));
            pages.map_err(tell).ok()
        }
    }
}

/// The schema of a page: all answers of success are JSON by one schema.
fn page(operation: &Operation) -> Option<SchemaId> {
    let mut schemas = operation.successes.iter().map(|response| {
        let content = response.content.as_ref()?;
        (content.media_type == MediaType::Json).then_some(content.schema)
    });
    let first = schemas.next()??;
    schemas.all(|schema| schema == Some(first)).then_some(first)
}

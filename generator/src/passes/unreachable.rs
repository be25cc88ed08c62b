//! Schemas that nothing leads to: the alternatives of a union that became one enumeration, and what was declared by an
//! operation that is skipped.
//!
//! Types for them would be lines that nobody can use, and would take names from types that somebody does.

use foldhash::HashSet;

use crate::model::{Api, SchemaId};

/// Leaves out every schema that is no component and that no component and no operation leads to.
pub(super) fn run(api: &mut Api) {
    let reached = reached(api);
    for id in api.schemas.ids().filter(|id| !reached.contains(id)) {
        api.schemas.leave_out(id);
    }
}

/// Whether nothing leads to a schema that is left out: passes that come later have to leave it so.
pub(super) fn is_whole(api: &Api) -> bool {
    let there: HashSet<SchemaId> = api.schemas.iter().map(|(id, _)| id).collect();
    reached(api).is_subset(&there)
}

/// The components, and all that they and the operations lead to.
fn reached(api: &Api) -> HashSet<SchemaId> {
    let operations = api.operations().flat_map(|(_, operation)| operation.schemas());
    let components = api.schemas.iter().filter(|(_, schema)| schema.component.is_some());
    let open = components.map(|(id, _)| id).chain(operations);
    let open = open.chain(api.received_beside_answers());
    let mut open: Vec<SchemaId> = open.collect();
    let mut reached = HashSet::default();
    while let Some(id) = open.pop() {
        if reached.insert(id) {
            open.extend(api.schemas[id].kind.schemas());
        }
    }
    reached
}

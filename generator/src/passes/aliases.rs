//! Components that are another name of something declared within them: `anyOf` of an object and `null`, `allOf` of one part.
//!
//! Such a component is the type itself; what is declared within it needs no name of its own.

use crate::model::{Api, Kind, SchemaId, Schemas};

/// Gives each such component the kind of what it stands for, and makes that an alias of the component.
pub(super) fn run(api: &mut Api) {
    let components = api.schemas.iter().filter(|(_, schema)| schema.component.is_some());
    let mut components: Vec<SchemaId> = components.map(|(id, _)| id).collect();
    // Of several names for one thing the first is the type, whatever the order of the description.
    components.sort_by(|a, b| api.schemas[*a].place.cmp(&api.schemas[*b].place));
    for id in components {
        if let Some(inner) = declared_within(&api.schemas, id) {
            take_over(&mut api.schemas, id, inner);
        }
    }
}

/// The type without a name that a component stands for.
fn declared_within(schemas: &Schemas, id: SchemaId) -> Option<SchemaId> {
    let Kind::Alias(inner) = schemas[id].kind else {
        return None;
    };
    let schema = &schemas[inner];
    let is_a_type = matches!(schema.kind, Kind::Object(_) | Kind::Enumeration(_) | Kind::Union(_));
    (is_a_type && schema.component.is_none()).then_some(inner)
}

fn take_over(schemas: &mut Schemas, id: SchemaId, inner: SchemaId) {
    let kind = std::mem::replace(&mut schemas[inner].kind, Kind::Alias(id));
    let (title, description, default, example, nullable) = {
        let inner = &schemas[inner];
        let (title, description) = (inner.title.clone(), inner.description.clone());
        (
            title,
            description,
            inner.default.clone(),
            inner.example.clone(),
            inner.nullable,
        )
    };
    let component = &mut schemas[id];
    component.kind = kind;
    component.nullable |= nullable;
    component.title = component.title.take().or(title);
    component.description = component.description.take().or(description);
    component.default = component.default.take().or(default);
    component.example = component.example.take().or(example);
}

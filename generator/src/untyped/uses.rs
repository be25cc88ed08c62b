//! Where in an SDK a user meets a schema that has no type.

use std::collections::BTreeSet;

use foldhash::HashMap;

use crate::model::{AdditionalProperties, Api, Kind, Operation, SchemaId};
use crate::names::{Names, OperationNames};

/// The fields, variants, types and operations that lead to each untyped schema, by that schema.
pub(super) fn of(api: &Api, names: &Names) -> HashMap<SchemaId, Vec<String>> {
    let mut uses = Uses {
        api,
        names,
        found: HashMap::default(),
    };
    for (id, schema) in api.schemas.iter() {
        if let Some(name) = names.types.get(&id) {
            uses.of_type(id, &schema.kind, name.ident.as_str());
        }
    }
    for (resource, names) in api.resources.iter().zip(&names.resources) {
        for (operation, operation_names) in resource.operations.iter().zip(&names.operations) {
            let method = format!("{}().{}()", names.accessor, operation_names.method);
            uses.of_operation(operation, operation_names, &method);
        }
    }
    let found = uses.found.into_iter();
    found.map(|(id, uses)| (id, uses.into_iter().collect())).collect()
}

struct Uses<'a> {
    api: &'a Api,
    names: &'a Names,
    found: HashMap<SchemaId, BTreeSet<String>>,
}

impl Uses<'_> {
    fn of_type(&mut self, id: SchemaId, kind: &Kind, name: &str) {
        match kind {
            Kind::Object(object) => {
                let Some(names) = self.names.objects.get(&id) else {
                    return;
                };
                for (property, field) in object.properties.iter().zip(&names.fields) {
                    self.mark(property.schema, &format!("{name}.{field}"));
                }
                if let AdditionalProperties::Declared(schema) = object.additional {
                    self.mark(schema, &format!("{name}.{}", names.additional));
                }
            }
            Kind::Union(union) => {
                let Some(names) = self.names.unions.get(&id) else {
                    return;
                };
                for (variant, ident) in union.variants.iter().zip(&names.variants) {
                    self.mark(variant.schema, &format!("{name}::{ident}"));
                }
            }
            Kind::Untyped(_) => drop(self.found.entry(id).or_default().insert(name.to_owned())),
            other => other.schemas().into_iter().for_each(|schema| self.mark(schema, name)),
        }
    }

    fn of_operation(&mut self, operation: &Operation, names: &OperationNames, method: &str) {
        for (parameter, names) in operation.parameters.iter().zip(&names.parameters) {
            self.mark(parameter.schema, &format!("{method}, parameter {}", names.setter));
        }
        let parameters = operation.parameters.len();
        for schema in operation.schemas().skip(parameters) {
            self.mark(schema, method);
        }
    }

    /// Follows lists, maps and other names to what is untyped; what has a name of its own speaks for itself.
    fn mark(&mut self, start: SchemaId, place: &str) {
        let mut open = vec![start];
        let mut seen = BTreeSet::new();
        while let Some(id) = open.pop() {
            if !seen.insert(id) {
                continue;
            }
            let kind = &self.api.schemas[id].kind;
            if matches!(kind, Kind::Untyped(_)) {
                self.found.entry(id).or_default().insert(place.to_owned());
            } else if !self.names.types.contains_key(&id) {
                open.extend(kind.schemas());
            }
        }
    }
}

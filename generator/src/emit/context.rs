//! What every emitter works with.

use crate::config;
use crate::model::{Access, Api, Kind, Object, Property, SchemaId};
use crate::names::{Ident, Names, ResourceNames, SchemeNames};

/// One API and its names.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) package: &'a config::Package,
    pub(super) api: &'a Api,
    pub(super) names: &'a Names,
}

impl<'a> Context<'a> {
    /// The folder of the API below `src/`, with a slash at its end where there is one.
    pub(super) fn folder(&self) -> String {
        self.names
            .module
            .as_ref()
            .map_or_else(|| "src/".to_owned(), |module| format!("src/{module}/"))
    }

    /// The path of the API in the crate, as an example writes it: `api_token_sdk::deepset_cloud`.
    pub(super) fn path_in_examples(&self) -> String {
        let krate = self.package.name.replace('-', "_");
        self.names
            .module
            .as_ref()
            .map_or_else(|| krate.clone(), |module| format!("{krate}::{module}"))
    }

    /// The environment variable for the credential of a scheme: as configured, or `API_TOKEN_SDK_HTTP_BEARER` from the name
    /// of the module or the crate.
    pub(super) fn variable(&self, names: &SchemeNames) -> String {
        let module = self.names.module.as_ref().map(Ident::as_str);
        let prefix = module.unwrap_or(&self.package.name).to_uppercase().replace('-', "_");
        let default = || format!("{prefix}_{}", names.constant.as_str().trim_end_matches('_'));
        names.variable.clone().unwrap_or_else(default)
    }

    /// Whether there is anything to call. A description without operations, such as one of webhooks, has types only.
    pub(super) fn has_client(&self) -> bool {
        !self.api.resources.is_empty()
    }

    /// Each resource with its names, in the order of the names.
    pub(super) fn resources(&self) -> Vec<(&'a crate::model::Resource, &'a ResourceNames)> {
        let mut resources: Vec<_> = self.api.resources.iter().zip(&self.names.resources).collect();
        resources.sort_by_key(|(_, names)| &names.module);
        resources
    }

    /// Whether the value of a property must not be shown.
    pub(super) fn is_secret(&self, property: &Property) -> bool {
        let schemas = &self.api.schemas;
        property.secret || schemas[property.schema].secret || schemas[schemas.unaliased(property.schema)].secret
    }

    /// How the field of a property holds its value.
    pub(super) fn presence(&self, object: SchemaId, property: &Property) -> Presence {
        let direction = self.api.schemas[object].direction;
        let schema = &self.api.schemas[property.schema];
        let other_way = match schema.access {
            Access::Both => false,
            Access::ReadOnly => direction.sent,
            Access::WriteOnly => direction.received,
        };
        let nullable = self.api.schemas.is_nullable(property.schema);
        // `Value` has a null of its own.
        let untyped = matches!(
            self.api.schemas[self.api.schemas.unaliased(property.schema)].kind,
            Kind::Untyped(_)
        );
        if property.required && schema.access == Access::WriteOnly && other_way {
            return Presence::RequiredToSend;
        }
        match (property.required && !other_way, nullable && !untyped) {
            (true, false) => Presence::Required,
            (true, true) => Presence::RequiredNullable,
            (false, true) if direction.sent => Presence::OptionalNullable,
            (false, _) => Presence::Optional,
        }
    }

    /// Whether a user makes values of an object, so that it has a constructor and setters.
    pub(super) fn is_sent(&self, id: SchemaId) -> bool {
        self.api.schemas[id].direction.sent
    }

    /// The properties that a constructor asks for, with their fields.
    pub(super) fn required(&self, id: SchemaId, object: &'a Object) -> Vec<(&'a Property, &'a Ident)> {
        let fields = object.properties.iter().zip(&self.names.objects[&id].fields);
        fields
            .filter(|(property, _)| self.presence(id, property).is_asked_for())
            .collect()
    }
}

/// How a field holds the value of a property.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Presence {
    /// `T`
    Required,
    /// `Option<T>`, and `None` is written as `null`.
    RequiredNullable,
    /// `Option<T>`, and `None` is left out: who sends it has to give it, and the server never does.
    RequiredToSend,
    /// `Option<T>`, and `None` is left out.
    Optional,
    /// `Nullable<T>`: left out, `null` and a value are three different things to say.
    OptionalNullable,
}

impl Presence {
    /// Whether a constructor asks for the value.
    pub(super) fn is_asked_for(self) -> bool {
        matches!(self, Self::Required | Self::RequiredNullable | Self::RequiredToSend)
    }
}

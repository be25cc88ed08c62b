//! Overrides of the configuration that are for nothing: a renamed operation would otherwise lose its name in silence.

use foldhash::{HashMap, HashSet};

use super::Lowering;
use crate::diagnostic::{Code, Diagnostic, Location};
use crate::model::Method;
use crate::source::Place;

impl Lowering<'_> {
    /// Warns of each override whose operation or schema the description does not have.
    pub(super) fn check_overrides(&mut self) {
        let operations = self.operations_by_key();
        let components = self.description.component_schemas();
        let components = self.description.members(components).map(|(name, _)| name.to_owned());
        let units = self.description.units().map(|(_, name)| name);
        let schemas: HashSet<String> = components.chain(units).collect();
        for (key, operation) in self
            .settings
            .operations
            .iter()
            .filter(|(key, _)| !operations.contains_key(*key))
        {
            self.unused("operation", key, operation.location.clone());
        }
        self.check_media_types(&operations);
        let schemes = self.description.security_schemes();
        let schemes: HashSet<&str> = self.description.members(&schemes).map(|(name, _)| name).collect();
        let credentials = self.settings.credentials.iter();
        for (key, credential) in credentials.filter(|(key, _)| !schemes.contains(key.as_str())) {
            self.unused("security scheme", key, credential.location.clone());
        }
        for (key, schema) in self.settings.schemas.iter().filter(|(key, _)| !schemas.contains(*key)) {
            self.unused("schema", key, schema.location.clone());
        }
    }

    /// The operations, each by its id and by its route.
    fn operations_by_key(&self) -> HashMap<String, (Place, Place)> {
        let mut operations = HashMap::default();
        for (path, item) in self.description.members(&self.description.root().child("paths")) {
            let Ok(item) = self.description.follow(&item) else {
                continue;
            };
            for (key, method) in Method::ALL {
                let place = item.child(key);
                if self.description.node(&place).is_some()
                    && let Ok(place) = self.description.follow(&place)
                {
                    let id = self.description.text(&place, "operationId").map(str::to_owned);
                    for key in id.into_iter().chain([format!("{method} {path}")]) {
                        operations.insert(key, (item.clone(), place.clone()));
                    }
                }
            }
        }
        operations
    }

    fn unused(&mut self, what: &str, key: &str, location: Option<Location>) {
        let message = format!("the description has no {what} `{key}`, so what is said about it does nothing");
        self.warn_of_override(message, location);
    }

    pub(super) fn warn_of_override(&mut self, message: String, location: Option<Location>) {
        let mut warning = Diagnostic::new(Code::CONFIG_UNUSED, message);
        warning.location = location;
        self.report.push(warning);
    }
}

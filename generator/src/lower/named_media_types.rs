//! Media types that the configuration names, so that they get a method of their own.

use foldhash::HashMap;

use super::{Lowering, media_type};
use crate::config::MediaTypes;
use crate::resolve::Offer;
use crate::source::Place;

/// Whether the configuration names a media type, with its parameters or without.
pub(super) fn is_named(name: &str, named: &[String]) -> bool {
    named.iter().any(|wanted| media_type::is(name, wanted))
}

impl Lowering<'_> {
    /// Warns of each name that nothing is on offer in; `operations` are path items and operations by all their keys.
    pub(super) fn check_media_types(&mut self, operations: &HashMap<String, (Place, Place)>) {
        let settings = self.settings;
        for (key, configured) in &settings.operations {
            if let (Some(named), Some(operation)) = (&configured.media_types, operations.get(key)) {
                self.check_offered(named, &format!("`{key}`"), &[operation]);
            }
        }
        if let Some(named) = &settings.media_types {
            let all: Vec<&(Place, Place)> = operations.values().collect();
            self.check_offered(named, "the description", &all);
        }
    }

    fn check_offered(&mut self, named: &MediaTypes, who: &str, operations: &[&(Place, Place)]) {
        for name in &named.names {
            let is_offered = operations
                .iter()
                .any(|(item, operation)| self.offers(item, operation, name));
            if !is_offered {
                let message = format!("{who} offers nothing in `{name}`, so no method comes of it");
                self.warn_of_override(message, named.location.clone());
            }
        }
    }

    /// Whether a body or an answer of an operation can be of a media type.
    fn offers(&self, item: &Place, operation: &Place, name: &str) -> bool {
        let is_it = |offers: Vec<Offer<'_>>| offers.iter().any(|offer| media_type::is(offer.name, name));
        let body = self.description.request_body_of(item, operation);
        let body = body.and_then(|body| self.description.follow(&body).ok());
        if body.is_some_and(|body| is_it(self.description.request_content(operation, &body).offers)) {
            return true;
        }
        let mut responses = self.description.members(&operation.child("responses"));
        responses.any(|(_, response)| {
            let response = self.description.follow(&response);
            response.is_ok_and(|response| is_it(self.description.response_content(operation, &response).offers))
        })
    }
}

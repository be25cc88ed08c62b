//! Servers and their variables.

use super::Lowering;
use super::template::template_names;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Server, ServerVariable};
use crate::resolve;
use crate::source::Place;

impl Lowering<'_> {
    /// The servers of the object at a place; `/` where it names none (OpenAPI 3.0.4, section 4.7.1).
    pub(super) fn servers(&mut self, place: &Place) -> Vec<Server> {
        let mut servers = self.declared_servers(place);
        if servers.is_empty() {
            let place = place.child("servers");
            servers.push(Server {
                place,
                url: "/".to_owned(),
                description: None,
                variables: Vec::new(),
            });
        }
        servers
    }

    /// The servers that the object at a place names.
    pub(super) fn declared_servers(&mut self, place: &Place) -> Vec<Server> {
        self.description
            .servers(place)
            .into_iter()
            .filter_map(|piece| self.server(piece))
            .collect()
    }

    fn server(&mut self, resolve::Server { place, url }: resolve::Server) -> Option<Server> {
        let Some(url) = url else {
            self.report.push(
                Diagnostic::new(Code::MALFORMED, "a server without a `url` is left out")
                    .at(place)
                    .help("give it a `url`"),
            );
            return None;
        };
        let variables = self.description.members(&place.child("variables"));
        let names = template_names(&url);
        Some(Server {
            description: self.description.text(&place, "description").map(str::to_owned),
            variables: variables
                .filter(|(name, _)| names.contains(name))
                .map(|(name, place)| self.server_variable(name, &place))
                .collect(),
            place,
            url,
        })
    }

    fn server_variable(&self, name: &str, place: &Place) -> ServerVariable {
        let values = self.description.elements(&place.child("enum"));
        ServerVariable {
            name: name.to_owned(),
            default: self.plain_text(&place.child("default")).unwrap_or_default(),
            values: values.filter_map(|place| self.plain_text(&place)).collect(),
            description: self.description.text(place, "description").map(str::to_owned),
        }
    }

    /// The text of a scalar; ports are often written as numbers.
    fn plain_text(&self, place: &Place) -> Option<String> {
        match self.description.node(place)? {
            serde_json::Value::String(text) => Some(text.clone()),
            value @ (serde_json::Value::Number(_) | serde_json::Value::Bool(_)) => Some(value.to_string()),
            _ => None,
        }
    }
}

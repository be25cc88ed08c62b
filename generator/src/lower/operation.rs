//! Path items and operations.

use super::response::Answers;
use super::{Lowering, extension};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Method, Operation, SecurityScheme};
use crate::source::Place;

impl Lowering<'_> {
    /// Every operation with its tag, in the order of the description.
    pub(super) fn operations(&mut self, schemes: &[SecurityScheme]) -> Vec<(String, Operation)> {
        let paths = self.description.root().child("paths");
        let paths: Vec<_> = self
            .description
            .members(&paths)
            .map(|(path, place)| (path.to_owned(), place))
            .collect();
        let mut operations = Vec::new();
        for (path, place) in paths.into_iter().filter(|(path, _)| !path.starts_with("x-")) {
            if !path.starts_with('/') {
                self.report.push(
                    Diagnostic::new(
                        Code::PATH_TEMPLATE,
                        format!("`{path}` does not begin with a slash, so it is left out"),
                    )
                    .at(place)
                    .help(format!("write `/{path}`")),
                );
                continue;
            }
            let item = match self.description.follow(&place) {
                Ok(item) => item,
                Err(error) => {
                    self.report
                        .push(error.diagnostic("the path item", &format!("`{path}` has no operations")));
                    continue;
                }
            };
            if item != place && !self.takes_over(&item) {
                continue;
            }
            for (key, method) in Method::ALL {
                let place = item.child(key);
                if self.description.node(&place).is_some() {
                    operations.extend(self.operation(&path, method, &item, &place, schemes));
                }
            }
        }
        operations
    }

    /// One operation; `None`, with a warning, where a call could not be made from what the description says.
    fn operation(
        &mut self,
        path: &str,
        method: Method,
        item: &Place,
        declared: &Place,
        schemes: &[SecurityScheme],
    ) -> Option<(String, Operation)> {
        let route = format!("{method} {path}");
        let place = self.description.follow(declared);
        let piece = place.and_then(|place| Ok((self.description.operation(&place, &mut self.report)?, place)));
        let (piece, place) = match piece {
            Ok(found) => found,
            Err(error) => {
                let skipped = error.diagnostic("the operation", &format!("`{route}` is skipped"));
                self.report.push(skipped.operation(route));
                return None;
            }
        };
        if place != *declared && !self.takes_over(&place) {
            return None;
        }
        if self.is_skipped_by_choice(piece.operation_id.as_deref(), &route) {
            return None;
        }
        let tag = self.tag(&piece, path, &route);
        let parameters = self.parameters(path, item, &place, &route)?;
        let named = self.settings.media_types(piece.operation_id.as_deref(), &route);
        let request_body = self.request_body(item, &place, &route, Some(named))?;
        let Answers {
            successes,
            failures,
            alternatives,
        } = self.responses(&place, &route, named);
        let mut servers = self.declared_servers(&place);
        if servers.is_empty() {
            servers = self.declared_servers(item);
        }
        self.callbacks(&place, &route);
        let root = self.description.root();
        let id = piece.operation_id.as_deref();
        let paging = self.paging(&piece.extensions, id, &route, &place, &parameters);
        let operation = Operation {
            id: piece.operation_id.filter(|id| !id.trim().is_empty()),
            name_override: extension::name(&piece.extensions),
            method,
            path: path.to_owned(),
            summary: piece.summary,
            description: piece.description,
            deprecated: piece.deprecated,
            parameters,
            request_body,
            successes,
            alternatives,
            failures,
            servers,
            timeout: self.timeout(&place).or_else(|| self.timeout(&root)),
            retries: self.retries(&place).or_else(|| self.retries(&root)),
            security: self.security(&place, schemes),
            paging,
            pages: None,
            place,
        };
        Some((tag, operation))
    }

    fn is_skipped_by_choice(&mut self, id: Option<&str>, route: &str) -> bool {
        let chosen = self
            .settings
            .operation(id, route)
            .is_some_and(|operation| operation.skip);
        if chosen {
            self.report.push(Diagnostic::new(
                Code::SKIPPED_BY_CHOICE,
                format!("`{route}` is skipped, as configured"),
            ));
        }
        chosen
    }

    /// The warning that an operation is skipped, and why.
    pub(super) fn skip_operation(&mut self, route: &str, place: &Place, reason: &str) {
        self.report.push(
            Diagnostic::new(Code::SKIPPED_OPERATION, format!("`{route}` is skipped: {reason}"))
                .at(place.clone())
                .operation(route)
                .label("this is what it is skipped for")
                .help(format!("call it by hand, or leave it out: `[api.operations.\"{route}\"]` with `skip = true` in oasmith.toml")),
        );
    }
}

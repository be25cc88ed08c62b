//! Security schemes, and the requirements of operations.

use openapiv3::{APIKeyLocation, OAuth2Flows, SecurityScheme as Piece};

use super::Lowering;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{SchemeId, SecurityRequirement, SecurityScheme, SecuritySchemeKind};
use crate::source::Place;

/// Each operation can have a setter for each of them. Real descriptions have a handful.
const MOST_SCHEMES: usize = 64;

impl Lowering<'_> {
    /// The security schemes of the components that we can serve, sorted by name.
    pub(super) fn security_schemes(&mut self) -> Vec<SecurityScheme> {
        let declared = self.description.security_schemes();
        let mut members: Vec<_> = self
            .description
            .members(&declared)
            .map(|(name, place)| (name.to_owned(), place))
            .collect();
        members.sort();
        if let Some((_, place)) = members.get(MOST_SCHEMES) {
            let message = format!("there are more than {MOST_SCHEMES} security schemes, and the others are left out");
            self.report
                .push(Diagnostic::new(Code::UNSUPPORTED_SECURITY, message).at(place.clone()));
        }
        members
            .into_iter()
            .take(MOST_SCHEMES)
            .filter_map(|(name, place)| self.security_scheme(name, place))
            .collect()
    }

    fn security_scheme(&mut self, name: String, place: Place) -> Option<SecurityScheme> {
        let piece = self
            .description
            .follow(&place)
            .and_then(|target| self.description.security_scheme(&target, &mut self.report));
        let piece = match piece {
            Ok(piece) => piece,
            Err(error) => {
                let consequence = format!("no credentials can be given for `{name}`");
                self.report.push(error.diagnostic("the security scheme", &consequence));
                return None;
            }
        };
        let kind = kind(&piece).or_else(|| {
            self.report.push(
                Diagnostic::new(
                    Code::UNSUPPORTED_SECURITY,
                    format!("no credentials can be given for `{name}`: its kind is not supported"),
                )
                .at(place.clone())
                .help("bearer, basic, API keys, OAuth 2 and OpenID Connect are; others can be sent as a header"),
            );
            None
        })?;
        Some(SecurityScheme {
            place,
            name,
            description: description(piece),
            kind,
        })
    }

    /// The requirements that hold for the operation at `place`: its own, or those of the whole description.
    pub(super) fn security(&mut self, place: &Place, schemes: &[SecurityScheme]) -> Vec<SecurityRequirement> {
        let own = place.child("security");
        let declared = if self.description.node(&own).is_some() {
            own
        } else {
            self.description.root().child("security")
        };
        let places: Vec<Place> = self.description.elements(&declared).collect();
        if !self.copies.entries(places.len()) {
            return Vec::new();
        }
        places
            .iter()
            .filter_map(|place| self.requirement(place, schemes))
            .collect()
    }

    /// The schemes of one requirement; `None` where one of them cannot be served, so that another has to do.
    fn requirement(&mut self, place: &Place, schemes: &[SecurityScheme]) -> Option<SecurityRequirement> {
        let names: Vec<_> = self
            .description
            .members(place)
            .map(|(name, place)| (name.to_owned(), place))
            .collect();
        let mut requirement = Vec::new();
        for (name, place) in names {
            match schemes.iter().position(|scheme| scheme.name == name) {
                Some(index) => requirement.push(SchemeId(index)),
                None => {
                    self.unknown_scheme(&name, &place);
                    return None;
                }
            }
        }
        Some(requirement)
    }

    /// A scheme that is declared but not supported has had its warning; one that is not declared gets it here.
    fn unknown_scheme(&mut self, name: &str, place: &Place) {
        let declared = self.description.security_schemes();
        if self.description.node(&declared.child(name)).is_none() {
            self.report.push(
                Diagnostic::new(
                    Code::UNKNOWN_SECURITY_SCHEME,
                    format!("no security scheme is called `{name}`"),
                )
                .at(place.clone())
                .label("this requirement is left out")
                .help(format!(
                    "declare the scheme under `{}`",
                    declared.pointer.tokens().join(".")
                )),
            );
        }
    }
}

fn kind(piece: &Piece) -> Option<SecuritySchemeKind> {
    Some(match piece {
        Piece::APIKey {
            location: APIKeyLocation::Header,
            name,
            ..
        } => SecuritySchemeKind::ApiKeyHeader(name.clone()),
        Piece::APIKey {
            location: APIKeyLocation::Query,
            name,
            ..
        } => SecuritySchemeKind::ApiKeyQuery(name.clone()),
        Piece::APIKey {
            location: APIKeyLocation::Cookie,
            name,
            ..
        } => SecuritySchemeKind::ApiKeyCookie(name.clone()),
        // The names of HTTP authentication schemes know no case (RFC 9110, section 11.1).
        Piece::HTTP { scheme, .. } if scheme.eq_ignore_ascii_case("basic") => SecuritySchemeKind::Basic,
        Piece::HTTP { scheme, .. } if scheme.eq_ignore_ascii_case("bearer") => SecuritySchemeKind::Bearer,
        Piece::OAuth2 { flows, .. } => oauth2(flows),
        Piece::OpenIDConnect { .. } => SecuritySchemeKind::Bearer,
        Piece::HTTP { .. } => return None,
    })
}

/// Tokens that a client gets for itself, where the description says how; others are given to it.
fn oauth2(flows: &OAuth2Flows) -> SecuritySchemeKind {
    match &flows.client_credentials {
        Some(flow) if !flow.token_url.trim().is_empty() => SecuritySchemeKind::OAuth2 {
            token_url: flow.token_url.trim().to_owned(),
            scopes: flow.scopes.clone().into_iter().collect(),
        },
        _ => SecuritySchemeKind::Bearer,
    }
}

fn description(piece: Piece) -> Option<String> {
    match piece {
        Piece::APIKey { description, .. }
        | Piece::HTTP { description, .. }
        | Piece::OAuth2 { description, .. }
        | Piece::OpenIDConnect { description, .. } => description,
    }
}

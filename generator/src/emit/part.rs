//! The optional parts of the runtime: what a description does not need is neither emitted nor a dependency.

use std::collections::BTreeSet;

use crate::model::{Api, Kind, SecuritySchemeKind, StringFormat};
use crate::names::Names;

/// A part of the runtime that is emitted only where something needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    /// Bytes in JSON.
    Base64,
    /// Basic credentials.
    Basic,
    /// Access tokens that a client gets for itself.
    ClientCredentials,
    /// Moments and days.
    Chrono,
    /// Ids.
    Uuid,
}

/// The parts that a crate needs.
pub(super) type Parts = BTreeSet<Part>;

impl Part {
    pub(super) const ALL: [Self; 5] = [
        Self::Base64,
        Self::Basic,
        Self::ClientCredentials,
        Self::Chrono,
        Self::Uuid,
    ];

    /// The name that the part has in the comments of the runtime, and its file.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Base64 => "base64",
            Self::Basic => "basic",
            Self::ClientCredentials => "client_credentials",
            Self::Chrono => "chrono",
            Self::Uuid => "uuid",
        }
    }
}

/// What the models and security schemes of some APIs need together.
pub(super) fn needed(apis: &[(Api, Names)]) -> Parts {
    let mut parts = Parts::new();
    for (api, _) in apis {
        parts.extend(api.schemas.iter().filter_map(|(_, schema)| of_kind(&schema.kind)));
        parts.extend(api.security_schemes.iter().filter_map(|scheme| of_scheme(&scheme.kind)));
    }
    parts
}

fn of_scheme(kind: &SecuritySchemeKind) -> Option<Part> {
    match kind {
        SecuritySchemeKind::Basic => Some(Part::Basic),
        SecuritySchemeKind::OAuth2 { .. } => Some(Part::ClientCredentials),
        _ => None,
    }
}

fn of_kind(kind: &Kind) -> Option<Part> {
    match kind {
        Kind::String(StringFormat::DateTime | StringFormat::Date) => Some(Part::Chrono),
        Kind::String(StringFormat::Uuid) => Some(Part::Uuid),
        Kind::String(StringFormat::Base64) => Some(Part::Base64),
        _ => None,
    }
}

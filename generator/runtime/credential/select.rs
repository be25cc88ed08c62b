//! Which credentials a request carries.

use super::{Credential, Granted};
use crate::runtime::SecurityScheme;

/// Chooses among the sets of a security requirement, any of which would do: the first set of which every scheme has a
/// credential. A set for which the request itself brings a credential goes before the others, and an empty set, which
/// allows a request without credentials, comes last: a credential that was given is meant to be used.
///
/// Nothing, where no set is complete: the server decides then.
pub(crate) fn select<'a>(
    requirement: &[&[&'static SecurityScheme]],
    of_request: &'a [Granted],
    of_client: &'a [Granted],
) -> Vec<(&'static SecurityScheme, &'a Credential)> {
    let complete = |set: &&&[&'static SecurityScheme]| {
        !set.is_empty()
            && set
                .iter()
                .all(|scheme| find(of_request, scheme).or_else(|| find(of_client, scheme)).is_some())
    };
    let uses_request = |set: &&&[&'static SecurityScheme]| set.iter().any(|scheme| find(of_request, scheme).is_some());
    let sets = || requirement.iter().filter(complete);
    let Some(chosen) = sets().find(uses_request).or_else(|| sets().next()) else {
        return Vec::new();
    };
    let credential = |scheme: &&'static SecurityScheme| {
        find(of_request, scheme)
            .or_else(|| find(of_client, scheme))
            .map(|credential| (*scheme, credential))
    };
    chosen.iter().filter_map(credential).collect()
}

fn find<'a>(granted: &'a [Granted], scheme: &SecurityScheme) -> Option<&'a Credential> {
    granted
        .iter()
        .find(|(known, _)| known.name == scheme.name)
        .map(|(_, credential)| credential)
}

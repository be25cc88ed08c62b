//! `Debug` of a call: the names of what was set, and none of the values, since any of them can be a secret.

use std::fmt;

use super::{Call, Pair};
use crate::runtime::head::header_names;

impl fmt::Debug for Call {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path: Vec<_> = self.path.iter().map(|(name, _)| name).collect();
        let credentials: Vec<_> = self.credentials.iter().map(|(scheme, _)| scheme.name).collect();
        formatter
            .debug_struct("Call")
            .field("operation", &self.operation.id)
            .field("method", &self.operation.method)
            .field("path", &self.operation.path)
            .field("path_parameters", &path)
            .field("query", &names(&self.query))
            .field("cookies", &names(&self.cookies))
            .field("headers", &header_names(&self.headers))
            .field("credentials", &credentials)
            .field("body", &self.body.as_ref().map(|payload| &payload.body))
            .field("problem", &self.problem)
            .finish_non_exhaustive()
    }
}

fn names(pairs: &[Pair]) -> Vec<&str> {
    pairs.iter().filter_map(|pair| pair.text.split('=').next()).collect()
}

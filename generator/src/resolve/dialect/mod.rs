//! Which language a description is written in, and how its schemas are said in OpenAPI 3.0.

mod parameter;
mod schema;

use serde_json::Value;

use crate::diagnostic::{Code, Diagnostic};
use crate::source::{FileId, Place};

pub(crate) use parameter::STYLE;
pub(super) use parameter::normalize_parameter;
pub(crate) use schema::{DYNAMIC, PATTERNS, PREFIX_ITEMS, TYPES, XML};
pub(super) use schema::{has_siblings, normalize};

/// A version of the language, as far as it makes a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Dialect {
    /// Swagger 2.0, which is also called OpenAPI 2.0.
    V2_0,
    /// OpenAPI 3.0
    V3_0,
    /// OpenAPI 3.1 and 3.2, whose schemas are those of JSON Schema 2020-12.
    V3_1,
}

/// Finds out in which dialect a document is written.
///
/// The error is boxed since it is large and rare.
pub(super) fn detect(file: FileId, root: &Value) -> Result<Dialect, Box<Diagnostic>> {
    let place = Place::root(file);
    if let Some(version) = root.get("openapi") {
        return openapi(&place.child("openapi"), &version_text(version));
    }
    if let Some(version) = root.get("swagger") {
        return swagger(&place.child("swagger"), &version_text(version));
    }
    Err(Box::new(
        Diagnostic::new(
            Code::NOT_OPENAPI,
            "this is not an OpenAPI description: it has no `openapi` field",
        )
        .at(place)
        .help("an OpenAPI description begins with a line such as `openapi: 3.0.4`"),
    ))
}

fn openapi(place: &Place, version: &str) -> Result<Dialect, Box<Diagnostic>> {
    let is = |minor: &str| version == minor || version.starts_with(&format!("{minor}."));
    if is("3.0") {
        Ok(Dialect::V3_0)
    } else if is("3.1") || is("3.2") {
        Ok(Dialect::V3_1)
    } else {
        Err(Box::new(
            Diagnostic::new(Code::UNSUPPORTED_DIALECT, format!("OpenAPI {version} is not known"))
                .at(place.clone())
                .help("the versions 3.0, 3.1 and 3.2 are read, and Swagger 2.0"),
        ))
    }
}

fn swagger(place: &Place, version: &str) -> Result<Dialect, Box<Diagnostic>> {
    if version == "2.0" {
        return Ok(Dialect::V2_0);
    }
    Err(Box::new(
        Diagnostic::new(Code::UNSUPPORTED_DIALECT, format!("Swagger {version} is not known"))
            .at(place.clone())
            .help("version 2.0 is read, and OpenAPI 3.0, 3.1 and 3.2"),
    ))
}

/// `openapi: 3.0` without quotes is a number in YAML.
fn version_text(version: &Value) -> String {
    version.as_str().map_or_else(|| version.to_string(), str::to_owned)
}

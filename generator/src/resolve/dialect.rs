//! Which language a document is written in.

use serde_json::Value;

use crate::diagnostic::{Code, Diagnostic};
use crate::source::{FileId, Place};

/// Finds out whether the document is a description that we read; a remark may go with the yes.
///
/// The error is boxed since it is large and rare.
pub(super) fn check(file: FileId, root: &Value) -> Result<Option<Diagnostic>, Box<Diagnostic>> {
    let place = Place::root(file);
    if let Some(version) = root.get("openapi") {
        return openapi(&place.child("openapi"), &version_text(version));
    }
    if root.get("swagger").is_some() {
        return Err(Box::new(
            Diagnostic::new(Code::UNSUPPORTED_DIALECT, "Swagger 2.0 is not read yet")
                .at(place.child("swagger"))
                .help("convert the description to OpenAPI 3.0"),
        ));
    }
    Err(Box::new(
        Diagnostic::new(Code::NOT_OPENAPI, "this is not an OpenAPI description: it has no `openapi` field")
            .at(place)
            .help("an OpenAPI description begins with a line such as `openapi: 3.0.4`"),
    ))
}

fn openapi(place: &Place, version: &str) -> Result<Option<Diagnostic>, Box<Diagnostic>> {
    if version == "3.0" || version.starts_with("3.0.") {
        return Ok(None);
    }
    if version.starts_with("3.") {
        return Ok(Some(
            Diagnostic::new(Code::NEWER_DIALECT, format!("OpenAPI {version} is read as if it were OpenAPI 3.0"))
                .at(place.clone())
                .label("what only the newer version knows is not understood"),
        ));
    }
    Err(Box::new(
        Diagnostic::new(Code::UNSUPPORTED_DIALECT, format!("OpenAPI {version} is not known"))
            .at(place.clone())
            .help("the versions 3.0.0 to 3.0.4 are read"),
    ))
}

/// `openapi: 3.0` without quotes is a number in YAML.
fn version_text(version: &Value) -> String {
    version.as_str().map_or_else(|| version.to_string(), str::to_owned)
}

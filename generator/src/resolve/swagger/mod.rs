//! Swagger 2.0 in the words of OpenAPI 3.0, a piece at a time.
//!
//! | 2.0 | 3.0 | where |
//! |---|---|---|
//! | `definitions`, `securityDefinitions` | `components.schemas`, `components.securitySchemes` | [`super::layout`] |
//! | `host`, `basePath`, `schemes` | `servers` | [`server`] |
//! | `type`, `items`, `enum`, … of a parameter | its `schema`, which stands at the parameter itself | [`parameter`], [`schema`] |
//! | `collectionFormat` | `style` and `explode` | [`parameter`] |
//! | `in: body` | `requestBody` | [`body`] |
//! | `in: formData` | a form as `requestBody`; its schema stands at the list of parameters | [`body`], [`schema`] |
//! | `consumes`, `produces` | the keys of `content` | [`body`] |
//! | `type: file`, `x-nullable`, `discriminator: NAME`, … | `format: binary`, `nullable`, `propertyName: NAME`, … | [`schema`] |
//! | `type: basic`, `flow` | `type: http`, `flows` | [`security`] |

mod body;
mod parameter;
mod schema;
mod security;
mod server;

pub(super) use parameter::parameter;
pub(super) use schema::{form, schema};
pub(super) use security::security_scheme;

use serde_json::{Map, Value};

/// Swagger has no word for these, and descriptions say them by extensions; the words of later versions are stronger.
const EXTENSIONS: &[(&str, &str)] = &[
    ("x-nullable", "nullable"),
    ("x-example", "example"),
    ("x-deprecated", "deprecated"),
];

/// Says extensions in the words that later versions have for them.
fn extensions(members: &mut Map<String, Value>) {
    for (extension, word) in EXTENSIONS {
        if let Some(value) = members.shift_remove(*extension) {
            members.entry(*word).or_insert(value);
        }
    }
}

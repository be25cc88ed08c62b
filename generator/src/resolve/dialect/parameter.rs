//! Parameters in the words of OpenAPI 3.0.
//!
//! The parser crate knows the locations and the styles of 3.0 only, and gives a whole parameter up for another word. So the
//! style travels under a private key, [`STYLE`].

use serde_json::{Map, Value};

use crate::diagnostic::{Code, Diagnostic, Report};
use crate::source::Place;

/// The private key for the style of a parameter: its name.
pub(crate) const STYLE: &str = "x-oasmith-style";

/// Says the parameter in the words of OpenAPI 3.0.
pub(crate) fn normalize_parameter(members: &mut Map<String, Value>, place: &Place, report: &mut Report) {
    let style = members.shift_remove("style");
    let location = members.get("in").and_then(Value::as_str).unwrap_or_default();
    if location == "querystring" {
        members.insert("in".to_owned(), "query".into());
        members.insert(STYLE.to_owned(), "querystring".into());
        return;
    }
    let Some(style) = style else { return };
    if style.as_str().is_some_and(|style| styles_of(location).contains(&style)) {
        members.insert(STYLE.to_owned(), style);
        return;
    }
    let message = format!(
        "`style: {}` means nothing here, so the parameter has the default style",
        shown(&style)
    );
    let known = styles_of(location).join(", ");
    report.push(
        Diagnostic::new(Code::WRONG_FIELD, message)
            .at(place.child("style"))
            .help(format!(
                "a parameter with `in: {location}` has one of the styles {known}"
            )),
    );
}

/// The styles that a location has (OpenAPI 3.2.0, section "Style Values").
fn styles_of(location: &str) -> &'static [&'static str] {
    match location {
        "path" => &["simple", "label", "matrix"],
        "query" => &["form", "spaceDelimited", "pipeDelimited", "deepObject"],
        "header" => &["simple"],
        "cookie" => &["form", "cookie"],
        _ => &[],
    }
}

fn shown(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

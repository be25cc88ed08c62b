//! The two lists, for people and for machines.

use std::fmt::Write as _;

use serde::Serialize;

use super::Untyped;
use crate::diagnostic::{Format, Whereabouts, whereabouts};
use crate::source::Sources;

/// Draws what has no type in two lists: where the description allows anything, and where it says what the SDK cannot.
///
/// As JSON each value is one object on a line of its own, with the key `untyped`.
#[must_use]
pub fn draw(untyped: &[Untyped], sources: &Sources, format: Format) -> String {
    let places: Vec<_> = untyped.iter().map(|value| value.place.clone()).collect();
    let places = whereabouts(&places, sources);
    let rows: Vec<(&Untyped, &Whereabouts)> = untyped.iter().zip(&places).collect();
    match format {
        Format::Json => rows.iter().map(|(value, place)| json(value, place)).collect(),
        Format::Text => {
            let (anything, inexpressible): (Vec<_>, Vec<_>) =
                rows.into_iter().partition(|(value, _)| value.reason.is_none());
            list("the description allows any value", &anything)
                + "\n"
                + &list("the description says more than a type can", &inexpressible)
        }
    }
}

fn list(title: &str, rows: &[(&Untyped, &Whereabouts)]) -> String {
    let mut text = format!("serde_json::Value where {title}: {}\n", rows.len());
    for (value, place) in rows {
        let reason = value.reason.map(|code| format!(" {code}")).unwrap_or_default();
        // Writing to a string cannot fail.
        let _ = writeln!(text, "  {place}{reason}\n      {}", shown(&value.uses));
    }
    text
}

/// The most uses of one value that a person is shown; a trait of a hundred schemas would fill the page.
const MOST_SHOWN: usize = 5;

fn shown(uses: &[String]) -> String {
    let first: Vec<&str> = uses.iter().take(MOST_SHOWN).map(String::as_str).collect();
    match uses.len().saturating_sub(MOST_SHOWN) {
        0 => first.join(", "),
        more => format!("{} and {more} more", first.join(", ")),
    }
}

#[derive(Serialize)]
struct Line<'a> {
    untyped: &'static str,
    code: Option<String>,
    #[serde(flatten)]
    place: &'a Whereabouts,
    uses: &'a [String],
}

fn json(value: &Untyped, place: &Whereabouts) -> String {
    let line = Line {
        untyped: if value.reason.is_none() {
            "anything"
        } else {
            "inexpressible"
        },
        code: value.reason.map(|code| code.to_string()),
        place,
        uses: &value.uses,
    };
    // Plain data with text for keys cannot fail to be written.
    crate::diagnostic::visible::json(&serde_json::to_string(&line).unwrap_or_default()) + "\n"
}

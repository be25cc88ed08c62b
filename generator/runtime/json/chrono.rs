//! `format: date-time` and `format: date`.

use ::chrono::{FixedOffset, NaiveDate, NaiveDateTime, SecondsFormat, Utc};

use super::{Json, Nullable, ReadError, Value, Writer};

/// A moment, in UTC.
pub type DateTime = ::chrono::DateTime<Utc>;

/// A day of the calendar.
pub type Date = NaiveDate;

/// Reads RFC 3339; and what many servers write for it: without a zone, which means UTC, with a space for the `T`, without
/// seconds, and with a zone like `+0200`.
impl Json for DateTime {
    fn read(value: &Value<'_>) -> Result<Self, ReadError> {
        let text = value.text()?.trim();
        let standard = ::chrono::DateTime::parse_from_rfc3339(text).map(|moment| moment.to_utc());
        let moment = standard.ok().or_else(|| other_spelling(text));
        moment.ok_or_else(|| unreadable("an RFC 3339 date and time", text))
    }

    fn write(&self, writer: &mut Writer) {
        writer.scalar(&self.to_rfc3339_opts(SecondsFormat::AutoSi, true));
    }
}

impl Json for Date {
    fn read(value: &Value<'_>) -> Result<Self, ReadError> {
        let text = value.text()?.trim();
        NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| unreadable("a date like 2026-01-31", text))
    }

    fn write(&self, writer: &mut Writer) {
        writer.scalar(&self.to_string());
    }
}

impl From<::chrono::DateTime<FixedOffset>> for Nullable<DateTime> {
    fn from(moment: ::chrono::DateTime<FixedOffset>) -> Self {
        Self::Value(moment.to_utc())
    }
}

/// `%#z` reads `Z` and a zone with or without a colon.
const WITH_ZONE: [&str; 2] = ["%Y-%m-%dT%H:%M:%S%.f%#z", "%Y-%m-%dT%H:%M%#z"];
const WITHOUT_ZONE: [&str; 2] = ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%dT%H:%M"];

fn other_spelling(text: &str) -> Option<DateTime> {
    let text = text.replacen([' ', 't'], "T", 1);
    let with_zone = |format| ::chrono::DateTime::parse_from_str(&text, format).map(|moment| moment.to_utc());
    let without_zone = |format| NaiveDateTime::parse_from_str(&text, format).map(|moment| moment.and_utc());
    let mut moments = WITH_ZONE
        .into_iter()
        .map(with_zone)
        .chain(WITHOUT_ZONE.into_iter().map(without_zone));
    moments.find_map(Result::ok)
}

/// Quotes what was found, unlike other errors: a date is no secret, and the text shows what to tell the server's makers.
fn unreadable(expected: &str, text: &str) -> ReadError {
    let found: String = text.chars().take(40).collect();
    ReadError::new(format!("expected {expected}, found {found:?}"))
}

//! `format: date-time` and `format: date`.

use ::chrono::{NaiveDate, NaiveDateTime, SecondsFormat, Utc};

use super::{Json, ReadError, Value, Writer};

/// A moment, in UTC.
pub type DateTime = ::chrono::DateTime<Utc>;

/// A day of the calendar.
pub type Date = NaiveDate;

/// Reads RFC 3339; also without a zone, which means UTC, and with a space for the `T`, as many servers write it.
impl Json for DateTime {
    fn read(value: &Value<'_>) -> Result<Self, ReadError> {
        let text = value.text()?.trim();
        let with_zone = ::chrono::DateTime::parse_from_rfc3339(text).map(|moment| moment.to_utc());
        let moment = with_zone
            .or_else(|_| ::chrono::DateTime::parse_from_rfc3339(&text.replacen(' ', "T", 1)).map(|m| m.to_utc()));
        moment
            .or_else(|_| without_zone(text))
            .map_err(|_| unreadable("an RFC 3339 date and time", text))
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

fn without_zone(text: &str) -> Result<DateTime, ::chrono::ParseError> {
    let moment = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.f");
    moment
        .or_else(|_| NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S%.f"))
        .map(|moment| moment.and_utc())
}

/// Quotes what was found, unlike other errors: a date is no secret, and the text shows what to tell the server's makers.
fn unreadable(expected: &str, text: &str) -> ReadError {
    let found: String = text.chars().take(40).collect();
    ReadError::new(format!("expected {expected}, found {found:?}"))
}

//! One table of `oasmith.toml` while it is read.
//!
//! Every key that is asked for is a known key. What nobody asked for is unknown, and the known ones are what the user may
//! have meant. So the keys are written down once, and all mistakes of a file are told in one run.

use std::ops::Range;

use serde::Deserialize;
use serde::de::IntoDeserializer;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Code, Diagnostic, Location, Report};
use crate::source::FileId;

/// A table, less the keys that were asked for.
pub(super) struct Section<'i> {
    file: FileId,
    /// The table as messages call it: `[package]`.
    name: String,
    span: Range<usize>,
    table: DeTable<'i>,
    known: Vec<&'static str>,
}

/// A value with its place.
pub(super) struct Found<T> {
    pub(super) value: T,
    pub(super) location: Location,
}

impl<'i> Section<'i> {
    /// The table of a whole file.
    pub(super) fn root(file: FileId, table: Spanned<DeTable<'i>>) -> Self {
        Self {
            file,
            name: "the file".to_owned(),
            span: 0..0,
            table: table.into_inner(),
            known: Vec::new(),
        }
    }

    /// Where the table stands.
    pub(super) fn location(&self) -> Location {
        Location::Span(self.file, self.span.clone())
    }

    /// Whether the table has a key that nobody asked for yet.
    pub(super) fn has(&self, key: &str) -> bool {
        self.table.keys().any(|known| known.get_ref() == key)
    }

    /// The value of a key that may be missing.
    pub(super) fn optional<T: Deserialize<'i>>(&mut self, key: &'static str, report: &mut Report) -> Option<Found<T>> {
        let value = self.take(key)?;
        let location = Location::Span(self.file, value.span());
        match T::deserialize(value.into_deserializer()) {
            Ok(value) => Some(Found { value, location }),
            Err(error) => {
                report.push(wrong(key, error.message(), location));
                None
            }
        }
    }

    /// The value of a key that must be there; `example` is what the user could write.
    pub(super) fn required<T>(&mut self, key: &'static str, example: &str, report: &mut Report) -> Option<Found<T>>
    where
        T: Deserialize<'i>,
    {
        if !self.has(key) {
            let diagnostic = Diagnostic::new(Code::CONFIG_MISSING, format!("{} has no `{key}`", self.name));
            report.push(
                diagnostic
                    .at(self.location())
                    .help(format!("write `{key} = {example}`")),
            );
        }
        self.optional(key, report)
    }

    /// The table `[key]`, empty if it is missing.
    pub(super) fn table(&mut self, key: &'static str, report: &mut Report) -> Self {
        let name = format!("[{key}]");
        let section = self
            .take(key)
            .and_then(|value| self.as_table(name.clone(), key, value, report));
        section.unwrap_or_else(|| self.nested(name, self.span.clone(), DeTable::default()))
    }

    /// The table under a key, if it is there and is one.
    pub(super) fn table_if_any(&mut self, key: &'static str) -> Option<Self> {
        let is_table = |value: &Spanned<DeValue<'_>>| matches!(value.get_ref(), DeValue::Table(_));
        let span = self.table.get(key).filter(|value| is_table(value))?.span();
        match self.take(key)?.into_inner() {
            DeValue::Table(table) => Some(self.nested(format!("`{key}`"), span, table)),
            _ => None,
        }
    }

    /// The tables `[[key]]`.
    pub(super) fn tables(&mut self, key: &'static str, report: &mut Report) -> Vec<Self> {
        let Some(value) = self.take(key) else { return Vec::new() };
        let span = value.span();
        let DeValue::Array(values) = value.into_inner() else {
            let message = format!("expected tables, each under `[[{key}]]`");
            report.push(wrong(key, &message, Location::Span(self.file, span)));
            return Vec::new();
        };
        let tables = values
            .into_iter()
            .filter_map(|value| self.as_table(format!("[[{key}]]"), key, value, report));
        tables.collect()
    }

    /// All tables of this table, by key: `[key."..."]`.
    pub(super) fn into_tables(mut self, report: &mut Report) -> Vec<(String, Self)> {
        let table = std::mem::take(&mut self.table);
        let tables = table.into_iter().filter_map(|(key, value)| {
            let place = key.span();
            let key = key.into_inner().into_owned();
            let section = self.as_table(format!("`{key}`"), &key, value, report)?;
            Some((key, Self { span: place, ..section }))
        });
        tables.collect()
    }

    /// Reports the keys that nobody asked for.
    pub(super) fn finish(self, report: &mut Report) {
        for (key, _) in &self.table {
            let name = key.get_ref();
            let known = self
                .known
                .iter()
                .map(|known| format!("`{known}`"))
                .collect::<Vec<_>>()
                .join(", ");
            let help = match similar(name, &self.known) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("known here: {known}"),
            };
            let message = format!("{} knows no `{name}`", self.name);
            let location = Location::Span(self.file, key.span());
            report.push(
                Diagnostic::new(Code::CONFIG_UNKNOWN_KEY, message)
                    .at(location)
                    .help(help),
            );
        }
    }

    fn take(&mut self, key: &'static str) -> Option<Spanned<DeValue<'i>>> {
        self.known.push(key);
        self.table.remove(key)
    }

    fn nested(&self, name: String, span: Range<usize>, table: DeTable<'i>) -> Self {
        Self {
            file: self.file,
            name,
            span,
            table,
            known: Vec::new(),
        }
    }

    fn as_table(&self, name: String, key: &str, value: Spanned<DeValue<'i>>, report: &mut Report) -> Option<Self> {
        let span = value.span();
        let DeValue::Table(table) = value.into_inner() else {
            report.push(wrong(key, "expected a table", Location::Span(self.file, span)));
            return None;
        };
        Some(self.nested(name, span, table))
    }
}

/// A value that cannot be used, and why.
pub(super) fn wrong(key: &str, reason: &str, location: Location) -> Diagnostic {
    let message = format!("this cannot be the value of `{key}`");
    Diagnostic::new(Code::CONFIG_VALUE, message).at(location).label(reason)
}

/// The known key that the user most likely meant.
fn similar(key: &str, known: &[&'static str]) -> Option<&'static str> {
    let likeness = |known: &&'static str| strsim::jaro_winkler(key, known);
    let best = known
        .iter()
        .copied()
        .max_by(|a, b| likeness(a).total_cmp(&likeness(b)))?;
    (likeness(&best) > 0.8).then_some(best)
}

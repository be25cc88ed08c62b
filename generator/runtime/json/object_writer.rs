//! Writing the members of an object.

use std::fmt::{self, Debug};

use super::{Json, Map, Object, Writer};

/// Writes the members of one object: as JSON text, or for [`Debug`].
pub struct ObjectWriter<'w>(Sink<'w>);

enum Sink<'w> {
    Json(Members<'w>),
    Debug(&'w mut ShowMember<'w>),
}

/// Shows a member: its name, whether it is missing, and its value.
type ShowMember<'w> = dyn FnMut(&str, bool, &dyn Debug) + 'w;

impl<'w> ObjectWriter<'w> {
    pub(super) fn new(writer: &'w mut Writer) -> Self {
        let names = writer.names.len();
        Self(Sink::Json(Members {
            writer,
            names,
            is_empty: true,
            tag: None,
        }))
    }

    /// Writes a member, unless its value is one that is left out.
    pub fn field<T: Json>(&mut self, name: &'static str, value: &T) {
        match &mut self.0 {
            Sink::Json(_) if value.is_missing() => {}
            _ => self.required().field(name, value),
        }
    }

    /// Writes a member in any case: a value that [`field`](Self::field) would leave out is written as `null`.
    pub fn required(&mut self) -> RequiredMember<'_, 'w> {
        RequiredMember(self)
    }

    /// Writes the member that tells the variants of a union apart. It has to come first; a field of the same name that
    /// follows is not written again.
    pub fn tag(&mut self, name: &'static str, value: &str) {
        match &mut self.0 {
            Sink::Json(members) => members.tag(name, value),
            Sink::Debug(show) => show(name, false, &value),
        }
    }

    /// Writes the additional properties, after all fields. A name that a field has used is not repeated.
    pub fn entries<T: Json>(&mut self, entries: &Map<T>) {
        for (name, value) in entries {
            match &mut self.0 {
                Sink::Json(members) => members.entry(name, value),
                Sink::Debug(show) => show(name, false, value),
            }
        }
    }
}

/// A member that is written in any case.
pub struct RequiredMember<'o, 'w>(&'o mut ObjectWriter<'w>);

impl RequiredMember<'_, '_> {
    /// Writes it.
    pub fn field<T: Json>(self, name: &'static str, value: &T) {
        match &mut self.0.0 {
            Sink::Json(members) => members.known(name, value),
            Sink::Debug(show) => show(name, value.is_missing(), value),
        }
    }
}

/// [`Debug`] for an object that has secrets: like the derived one, but without their values.
///
/// # Errors
///
/// When the formatter has none to give.
pub fn debug_object<T: Object>(
    object: &T,
    name: &str,
    secrets: &[&str],
    formatter: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let mut members = formatter.debug_struct(name);
    let mut show = |name: &str, is_missing: bool, value: &dyn Debug| {
        if secrets.contains(&name) && !is_missing {
            members.field(name, &format_args!("[redacted]"));
        } else {
            members.field(name, value);
        }
    };
    object.fields(&mut ObjectWriter(Sink::Debug(&mut show)));
    members.finish()
}

/// The members of a JSON object that is being written.
struct Members<'w> {
    writer: &'w mut Writer,
    /// Where the names of this object begin in [`Writer::names`].
    names: usize,
    is_empty: bool,
    tag: Option<&'static str>,
}

impl Members<'_> {
    fn known<T: Json>(&mut self, name: &'static str, value: &T) {
        if self.tag != Some(name) {
            self.writer.names.push(name);
            self.name(name);
            value.write(self.writer);
        }
    }

    fn tag(&mut self, name: &'static str, value: &str) {
        self.writer.names.push(name);
        self.name(name);
        self.writer.scalar(value);
        self.tag = Some(name);
    }

    fn entry<T: Json>(&mut self, name: &str, value: &T) {
        if !self.writer.names.iter().skip(self.names).any(|known| *known == name) {
            self.name(name);
            value.write(self.writer);
        }
    }

    fn name(&mut self, name: &str) {
        if !self.is_empty {
            self.writer.raw(b",");
        }
        self.is_empty = false;
        self.writer.scalar(name);
        self.writer.raw(b":");
    }
}

//! Writing JSON text.

use super::ObjectWriter;

/// Writes one JSON value as text.
#[derive(Debug, Default)]
pub struct Writer {
    text: Vec<u8>,
    problem: Option<&'static str>,
    /// The names that the objects which are being written have so far, outermost object first. One list for all of them
    /// spares an allocation for each object.
    pub(super) names: Vec<&'static str>,
}

impl Writer {
    /// A writer of nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The text.
    ///
    /// # Errors
    ///
    /// When something was written that has no JSON form, with the reason.
    pub fn finish(self) -> Result<Vec<u8>, &'static str> {
        match self.problem {
            Some(problem) => Err(problem),
            None => Ok(self.text),
        }
    }

    /// Writes `null`.
    pub fn null(&mut self) {
        self.raw(b"null");
    }

    /// Writes a boolean, an integer or a string: what `serde_json` writes without fail.
    pub fn scalar(&mut self, value: &(impl ::serde::Serialize + ?Sized)) {
        if serde_json::to_writer(&mut self.text, value).is_err() {
            self.problem = Some("a value cannot be written as JSON");
        }
    }

    /// Writes a number. JSON has none that is not finite (RFC 8259 section 6).
    pub fn float(&mut self, value: f64) {
        if !value.is_finite() {
            self.problem = Some("a number that is not finite cannot be written as JSON");
        }
        self.scalar(&value);
    }

    /// Writes an array; `element` is called once for each item to write it.
    pub fn array<T>(&mut self, items: impl IntoIterator<Item = T>, mut element: impl FnMut(T, &mut Self)) {
        self.raw(b"[");
        for (index, item) in items.into_iter().enumerate() {
            if index > 0 {
                self.raw(b",");
            }
            element(item, self);
        }
        self.raw(b"]");
    }

    /// Writes an object with the members that `members` writes.
    pub fn object(&mut self, members: impl FnOnce(&mut ObjectWriter<'_>)) {
        let outer_names = self.names.len();
        self.raw(b"{");
        members(&mut ObjectWriter::new(self));
        self.raw(b"}");
        self.names.truncate(outer_names);
    }

    pub(super) fn raw(&mut self, text: &[u8]) {
        self.text.extend_from_slice(text);
    }
}

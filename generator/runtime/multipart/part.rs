//! What can be a part.

use super::{File, Form};
use crate::runtime::json::{Json, to_vec};

/// A value that is a part of a body, or several parts of one name, or none.
pub trait Part {
    /// Adds the parts.
    fn add(&self, name: &str, form: &mut Form);
}

impl<T: Json> Part for T {
    fn add(&self, name: &str, form: &mut Form) {
        if !self.is_missing() {
            form.value(name, to_vec(self));
        }
    }
}

impl Part for File {
    fn add(&self, name: &str, form: &mut Form) {
        form.push_file(name, self);
    }
}

crate::runtime::multipart!(@ containers of File);

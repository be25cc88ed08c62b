//! Bodies of several parts: `multipart/form-data` (RFC 7578) and other kinds of `multipart` (RFC 2046).
//!
//! What has a JSON form is taken apart by it. A type with files has none; the macro `multipart!` says what its parts are.

mod encoding;
mod file;
mod form;
mod part;
mod write;

pub use self::encoding::Encoding;
pub use self::file::File;
pub use self::form::Form;
pub use self::part::Part;

use super::json::{Json, Map, to_vec};

/// A body of several parts.
pub trait Multipart {
    /// Adds the parts, in the order of the description.
    fn parts(&self, form: &mut Form);
}

/// A part for each member of an object.
impl<T: Json> Multipart for T {
    fn parts(&self, form: &mut Form) {
        form.members(to_vec(self));
    }
}

impl Multipart for Form {
    fn parts(&self, form: &mut Form) {
        form.append(self);
    }
}

/// Files one after the other, where the parts of a body have no names.
impl Multipart for Vec<File> {
    fn parts(&self, form: &mut Form) {
        self.add("file", form);
    }
}

impl Multipart for Map<File> {
    fn parts(&self, form: &mut Form) {
        form.entries(self);
    }
}

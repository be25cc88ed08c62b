//! One field per line where fields come and go with the description.

use proc_macro2::Ident;
use syn::visit_mut::{self, VisitMut};
use syn::{ExprStruct, ImplItemFn, ItemFn, PatStruct, Signature};

use super::mark;

/// Puts each field of a struct literal or pattern on its own line in the functions that read or make a value, so that a
/// new field is a new line of the diff and nothing else.
///
/// Elsewhere the printer decides.
pub(super) fn spread(file: &mut syn::File) {
    Spread { is_constructor: false }.visit_file_mut(file);
}

struct Spread {
    /// Whether the function around the current node reads or makes a value.
    is_constructor: bool,
}

impl Spread {
    /// Enters a function and returns what to set back after it.
    fn enter(&mut self, signature: &Signature) -> bool {
        std::mem::replace(&mut self.is_constructor, is_constructor(&signature.ident))
    }
}

impl VisitMut for Spread {
    fn visit_item_fn_mut(&mut self, function: &mut ItemFn) {
        let outer = self.enter(&function.sig);
        visit_mut::visit_item_fn_mut(self, function);
        self.is_constructor = outer;
    }

    fn visit_impl_item_fn_mut(&mut self, function: &mut ImplItemFn) {
        let outer = self.enter(&function.sig);
        visit_mut::visit_impl_item_fn_mut(self, function);
        self.is_constructor = outer;
    }

    fn visit_expr_struct_mut(&mut self, literal: &mut ExprStruct) {
        visit_mut::visit_expr_struct_mut(self, literal);
        if let Some(first) = literal.fields.first_mut().filter(|_| self.is_constructor) {
            mark::line_break(&mut first.attrs);
        }
    }

    fn visit_pat_struct_mut(&mut self, pattern: &mut PatStruct) {
        visit_mut::visit_pat_struct_mut(self, pattern);
        if let Some(first) = pattern.fields.first_mut().filter(|_| self.is_constructor) {
            mark::line_break(&mut first.attrs);
        }
    }
}

/// Whether a function reads or makes a value: `read`, `new`, `from_str`.
pub(super) fn is_constructor(name: &Ident) -> bool {
    name == "read" || name == "new" || name.to_string().starts_with("from_")
}
